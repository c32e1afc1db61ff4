import type { RequestHandler } from 'express';
import { recordAudit } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { retryMail, retryMails } from '../../notifications/retry.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam } from '../../web/input.ts';
import { findFailing } from './queries.ts';

/** POST /sprava/posta/:id/opakovani */
export function retryOne(deps: Deps): RequestHandler {
  return async (req, res) => {
    const id = idParam(req, 'id');
    const isOrdered = await deps.db.$transaction(async tx => {
      await mustExist(tx.mail, id);
      if (!(await retryMail(tx, deps, id))) return false;
      const entry = { actor: req.actor, at: deps.now(), subject: `mail/${id}`, details: { mailId: id } };
      await recordAudit(tx, { ...entry, action: 'mailRetried' });
      return true;
    });
    req.session.notice = isOrdered ? 'E-mail zkusíme hned odeslat znovu.' : alreadySent;
    res.redirect(303, '/sprava/posta');
  };
}

/** POST /sprava/posta/opakovani */
export function retryAll(deps: Deps): RequestHandler {
  return async (req, res) => {
    const count = await deps.db.$transaction(async tx => {
      const ids = await findFailing(tx, deps.now());
      await retryMails(tx, deps, ids);
      const entry = { actor: req.actor, at: deps.now(), subject: 'mail', details: { count: ids.length } };
      if (ids.length > 0) await recordAudit(tx, { ...entry, action: 'mailsRetried' });
      return ids.length;
    });
    req.session.notice =
      count > 0 ? `Zkusíme hned znovu odeslat e-maily, které se nedaří: ${count}.` : 'Všechny e-maily jsou odeslané.';
    res.redirect(303, '/sprava/posta');
  };
}

/** POST /sprava/posta/:id/vzdani */
export function giveUp(deps: Deps): RequestHandler {
  return async (req, res) => {
    const id = idParam(req, 'id');
    const isDone = await deps.db.$transaction(async tx => {
      await mustExist(tx.mail, id);
      const givenUpAt = new Date(deps.now().epochMilliseconds);
      const { count } = await tx.mail.updateMany({ where: { id, sentAt: null, givenUpAt: null }, data: { givenUpAt } });
      const entry = { actor: req.actor, at: deps.now(), subject: `mail/${id}`, details: { mailId: id } };
      if (count > 0) await recordAudit(tx, { ...entry, action: 'mailGivenUp' });
      return count > 0;
    });
    req.session.notice = isDone ? 'E-mail už nebudeme zkoušet odeslat.' : alreadySent;
    res.redirect(303, '/sprava/posta');
  };
}

const alreadySent = 'E-mail se mezitím odeslal nebo ho vzdal někdo jiný.';

async function mustExist(mail: Pick<Deps['db']['mail'], 'count'>, id: string): Promise<void> {
  if ((await mail.count({ where: { id } })) === 0) throw new NotFound();
}
