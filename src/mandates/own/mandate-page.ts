import type { Request, RequestHandler } from 'express';
import { sendAttachment } from '../../attachments/send.ts';
import type { Deps } from '../../deps.ts';
import { citizenOf } from '../../web/citizen-of.ts';
import { NotFound } from '../../web/errors.ts';
import { idParam } from '../../web/input.ts';
import { agendaTitles, mandateColumns, type MandateRow } from '../read.ts';
import { mandateView } from '../view.ts';
import { resignMandate, revokeMandate } from './end.ts';
import { givenBy, heldBy, resignableBy } from './whose.ts';

interface MandatePage {
  show: RequestHandler;
  revoke: RequestHandler;
  resign: RequestHandler;
  file: RequestHandler;
}

/** /ucet/zmocneni/:mandate: one mandate for both its sides, and the end of it. */
export function mandatePage(deps: Deps): MandatePage {
  return {
    show: async (req, res) => {
      const row = await findOwn(deps, req);
      const actor = citizenOf(req);
      const isOf = async (whose: typeof givenBy) =>
        (await deps.db.mandate.count({ where: { AND: [{ id: row.id }, whose(actor)] } })) > 0;
      const [isGiven, mayResign] = await Promise.all([isOf(givenBy), isOf(resignableBy)]);
      const mandate = mandateView(deps, row, await agendaTitles(deps.db, row.agendaIds));
      res.render('mandates/mandate.njk', { mandate, isGiven, mayResign: mayResign && mandate.standing !== 'offered' });
    },
    revoke: async (req, res) => {
      const { id } = await findOwn(deps, req, givenBy);
      const isDone = await revokeMandate(deps, { mandateId: id, actor: citizenOf(req) });
      req.session.notice = isDone ? 'Zmocnění jste odvolali. Zmocněnec už za vás nejedná.' : already;
      res.redirect(303, `/ucet/zmocneni/${id}`);
    },
    resign: async (req, res) => {
      const { id } = await findOwn(deps, req, resignableBy);
      const isDone = await resignMandate(deps, { mandateId: id, actor: citizenOf(req) });
      req.session.notice = isDone ? 'Zmocnění jste vypověděli. Za zmocnitele už nejednáte.' : already;
      res.redirect(303, `/ucet/zmocneni/${id}`);
    },
    file: async (req, res) => {
      const {
        attachments: [file],
      } = await findOwn(deps, req);
      if (!file) throw new NotFound();
      await sendAttachment(res, deps, file);
    },
  };
}

const already = 'Zmocnění mezitím skončilo.';

/** A mandate of somebody else is not found. */
async function findOwn({ db }: Deps, req: Request, whose?: typeof givenBy): Promise<MandateRow> {
  const actor = citizenOf(req);
  const own = whose ? whose(actor) : { OR: [givenBy(actor), heldBy(actor)] };
  const row = await db.mandate.findFirst({
    where: { AND: [{ id: idParam(req, 'mandate') }, own] },
    select: mandateColumns,
  });
  if (!row) throw new NotFound();
  return row;
}
