import type { RequestHandler } from 'express';
import { keepWithFiles } from '../../attachments/keep-with-files.ts';
import type { AppDeps } from '../../deps.ts';
import { StaleForm } from '../../web/csrf.ts';
import { forgetKept } from '../../web/kept-form.ts';
import { applicantActions, NotTheApplicant } from '../allowed.ts';
import { keepForApplicant } from '../kept.ts';
import { renderCase } from '../render-case.ts';
import { type CaseHandler, withCase } from '../with-case.ts';
import { messageFiles, receiveMessage } from './receive-message.ts';
import { writeMessage } from './write-message.ts';

/** POST /pripady/:ref/zpravy: the applicant writes to the office. */
export function writeToOffice(deps: AppDeps): RequestHandler {
  const keep = keepForApplicant(deps);
  const write: CaseHandler = async (found, req, res) => {
    if (!applicantActions(found, req.actor).includes('write')) throw new NotTheApplicant();
    const slot = messageFiles(found.agenda);
    const received = await receiveMessage(req, res, { deps, slot }).catch(async (error: unknown) => {
      const back = error instanceof StaleForm ? await keep(req, res) : null;
      if (back === null) throw error;
      res.redirect(303, back);
    });
    if (!received) return;
    if (!received.ok) {
      await renderCase(deps, found, { req, res: res.status(400), attempt: received });
      return;
    }
    const { text, files } = received;
    const written = await writeMessage(deps, { caseId: found.id, actor: req.actor, now: deps.now(), text, files });
    if (!written.ok) throw new NotTheApplicant();
    forgetKept(req, `/pripady/${found.submission.reference}`);
    req.session.notice = 'Zprávu jsme předali úřadu.';
    res.redirect(303, `/pripady/${found.submission.reference}#zpravy`);
  };
  return withCase(deps, write, keepWithFiles(deps, keep));
}
