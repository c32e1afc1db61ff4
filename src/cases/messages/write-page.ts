import type { RequestHandler } from 'express';
import type { AppDeps } from '../../deps.ts';
import { applicantActions, NotTheApplicant } from '../allowed.ts';
import { renderCase } from '../render-case.ts';
import { withCase } from '../with-case.ts';
import { messageFiles, receiveMessage } from './receive-message.ts';
import { writeMessage } from './write-message.ts';

/** POST /pripady/:ref/zpravy: the applicant writes to the office. */
export function writeToOffice(deps: AppDeps): RequestHandler {
  return withCase(deps, async (found, req, res) => {
    if (!applicantActions(found, req.actor).includes('write')) throw new NotTheApplicant();
    const received = await receiveMessage(req, res, { deps, slot: messageFiles(found.agenda) });
    if (!received.ok) {
      await renderCase(deps, found, { req, res: res.status(400), attempt: received });
      return;
    }
    const { text, files } = received;
    const written = await writeMessage(deps, { caseId: found.id, actor: req.actor, now: deps.now(), text, files });
    if (!written.ok) throw new NotTheApplicant();
    req.session.notice = 'Zprávu jsme předali úřadu.';
    res.redirect(303, `/pripady/${found.submission.reference}#zpravy`);
  });
}
