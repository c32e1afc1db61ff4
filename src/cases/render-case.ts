import type { Request, Response } from 'express';
import type { Deps } from '../deps.ts';
import { caseView } from './case-view.ts';
import type { FoundCase } from './find-case.ts';
import { applicantFormKey, keptByApplicant } from './kept.ts';
import { markRead } from './messages/mark-read.ts';
import type { MessageAttempt } from './messages/message-view.ts';

interface Showing {
  req: Request;
  res: Response;
  /** A message that was not accepted. */
  attempt?: MessageAttempt;
}

/** The page of a case. What the office wrote counts as read from then on. */
export async function renderCase(deps: Deps, found: FoundCase, { req, res, attempt }: Showing): Promise<void> {
  const kept = keptByApplicant(deps.vault, req)?.['zprava'];
  const shown = attempt ?? (kept === undefined ? undefined : { text: kept, errors: [] });
  const view = caseView(found, { now: deps.now(), actor: req.actor, attempt: shown });
  await markRead(deps, { messages: found.messages.list, by: 'applicant' });
  res.render('cases/case.njk', { ...view, formKey: applicantFormKey(deps.vault, req), errors: attempt?.errors ?? [] });
}
