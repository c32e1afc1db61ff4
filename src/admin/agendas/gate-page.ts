import type { Request, RequestHandler, Response } from 'express';
import { formatDateTime } from '../../core/czech/format.ts';
import { NotFound } from '../../web/errors.ts';
import { formBody } from '../../web/input.ts';
import { findVersion, versionParams } from './find-version.ts';
import { reasonsOf, tooLong } from './gate-reasons.ts';
import { agendaPath } from './paths.ts';
import { cancelSchedule, publishVersion, type PublishRefusal, scheduleVersion } from './publish-version.ts';
import { readCommand } from './read-command.ts';
import { readTime, timeEntries } from './read-time.ts';
import { refusedSentence } from './refused.ts';
import { type GateDeps, renderGate } from './render-gate.ts';

/** GET /sprava/agendy/:slug/verze/:number/zverejneni: what stands in the way of publishing, and what it would do. */
export function showGate(deps: GateDeps): RequestHandler {
  return async (req, res) => {
    await renderGate(deps, req, res);
  };
}

/** POST to the same: now, or at a time; nothing as long as an error or a warning without a reason remains. */
export function passGate(deps: GateDeps): RequestHandler {
  return async (req, res) => {
    const body = formBody(req);
    const when = body['kdy'] === 'pozdeji' ? readTime(timeEntries(body), deps.now()) : null;
    if (when && !when.ok) {
      await renderGate(deps, req, res.status(400), [{ field: when.field, message: when.message }], when.part);
      return;
    }
    const reasons = reasonsOf(body);
    const long = tooLong(reasons);
    if (long.length > 0) {
      await renderGate(deps, req, res.status(400), long);
      return;
    }
    const command = { ...readCommand(deps, req), reasons };
    const result = when
      ? await scheduleVersion(deps, { ...command, publishAt: when.at })
      : await publishVersion(deps, command);
    const { slug, number } = command;
    if (result.ok) {
      req.session.notice = when
        ? `Verze ${number} se zveřejní ${formatDateTime(when.at, 'minutes')}. Do té doby to můžete zrušit.`
        : `Verze ${number} je zveřejněná. Kdo teď začne vyplňovat, vyplňuje ji.`;
      res.redirect(303, agendaPath(slug, number));
      return;
    }
    await refuse(deps, req, res, result);
  };
}

/** POST /sprava/agendy/:slug/verze/:number/zverejneni/zruseni */
export function cancelPublication(deps: GateDeps): RequestHandler {
  return async (req, res) => {
    const command = readCommand(deps, req);
    const result = await cancelSchedule(deps, command);
    if (!result.ok) {
      await refuse(deps, req, res, result);
      return;
    }
    req.session.notice = `Zveřejnění jsme zrušili. Verze ${command.number} je zase koncept.`;
    res.redirect(303, agendaPath(command.slug, command.number));
  };
}

async function refuse(deps: GateDeps, req: Request, res: Response, refusal: PublishRefusal): Promise<void> {
  if (refusal.reason === 'missing') throw new NotFound();
  if (refusal.reason === 'gate') {
    await renderGate(deps, req, res.status(400), 'gate');
    return;
  }
  const { slug, number } = versionParams(req);
  const message = refusedSentence(number, refusal);
  const version = await findVersion(deps.db, req);
  if (version?.status === 'draft' || version?.status === 'scheduled') {
    await renderGate(deps, req, res.status(409), [{ field: '', message }]);
    return;
  }
  // Nothing is left to decide about it.
  req.session.notice = message;
  res.redirect(303, agendaPath(slug, number));
}
