import type { RequestHandler } from 'express';
import { messageFiles, receiveMessage, writeMessage } from '../../cases/commands.ts';
import type { AppDeps } from '../../deps.ts';
import { StaleForm } from '../../web/csrf.ts';
import type { FormError } from '../../web/input.ts';
import { forgetKept } from '../../web/kept-form.ts';
import { keepForm, placeOf } from '../desk/kept.ts';
import { deskCase, renderDesk } from '../desk/open.ts';
import type { ReadDirectory } from '../directory.ts';

/** POST /urad/pripady/:ref/zpravy: the office writes to the applicant. */
export function writeToApplicant(deps: AppDeps, directory: ReadDirectory): RequestHandler {
  const keep = keepForm(deps, 'write');
  return async (req, res) => {
    const found = await deskCase(deps, req);
    const { agendaVersionId } = await deps.db.case.findUniqueOrThrow({
      where: { id: found.id },
      select: { agendaVersionId: true },
    });
    const slot = messageFiles(await deps.definitions.of(agendaVersionId));
    const received = await receiveMessage(req, res, { deps, slot }).catch(async (error: unknown) => {
      const back = error instanceof StaleForm ? await keep(req, res) : null;
      if (back === null) throw error;
      res.redirect(303, back);
    });
    if (!received) return;
    const again = async (status: number, errors: FormError[]): Promise<void> => {
      const attempt = { form: 'write' as const, typed: { zprava: received.text }, errors, meanwhile: [] };
      await renderDesk(deps, directory, { req, res: res.status(status), found, attempt });
    };
    if (!received.ok) return again(400, received.errors);
    const { text, files } = received;
    const written = await writeMessage(deps, { caseId: found.id, actor: req.actor, now: deps.now(), text, files });
    if (!written.ok) return again(409, [{ field: '', message: 'refusal' in written ? written.refusal.message : '' }]);
    forgetKept(req, placeOf(found.reference));
    req.session.notice = 'Zprávu jsme předali žadateli.';
    res.redirect(303, `/urad/pripady/${found.reference}#zpravy`);
  };
}
