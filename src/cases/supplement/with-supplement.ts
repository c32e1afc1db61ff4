import type { Request, RequestHandler, Response } from 'express';
import type { ActionType } from '../../core/case/actions.ts';
import { lastAnswer } from '../../core/case/supplement-request.ts';
import type { AppDeps } from '../../deps.ts';
import type { KeepForm } from '../../web/route.ts';
import { applicantActions, NotTheApplicant } from '../allowed.ts';
import type { FoundCase } from '../find-case.ts';
import { type CaseHandler, withCase } from '../with-case.ts';
import { openSupplement, type OpenSupplement } from './open-supplement.ts';
import { renderOver } from './over.ts';

export type SupplementHandler = (open: OpenSupplement, req: Request, res: Response) => Promise<void> | void;

/**
 * Opens what the applicant was asked to mend. What has been sent already leads to the case, from every page of it; whoever
 * comes too late is told so, and what they typed is shown to them. What somebody signed out sent, `keep` may keep for them.
 */
export function withSupplement(deps: AppDeps, handler: SupplementHandler, keep?: KeepForm): RequestHandler {
  const open: CaseHandler = async (found, req, res) => {
    const supplement = maySupplement(found, req) ? await openSupplement(deps, found) : null;
    if (supplement) await handler(supplement, req, res);
    else await closed(deps, found, { req, res });
  };
  return withCase(deps, open, keep);
}

/** Nothing can be sent (any more). */
export async function closed(
  deps: AppDeps,
  found: FoundCase,
  { req, res }: { req: Request; res: Response },
): Promise<void> {
  const isLate = req.method === 'POST' && lastAnswer(found.events) !== 'supplemented';
  if (isLate) await renderOver(deps, found, { req, res });
  else res.redirect(303, `/pripady/${found.submission.reference}`);
}

function maySupplement(found: FoundCase, { actor }: Request): boolean {
  const actions: ActionType[] = applicantActions(found, actor);
  if (actions.length === 0 && !found.submission.trial) throw new NotTheApplicant();
  return actions.includes('supplement');
}
