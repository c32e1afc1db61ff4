import type { Request, RequestHandler, Response } from 'express';
import { provesIdentity } from '../config.ts';
import { identityOf } from '../core/form/identity.ts';
import type { FormError } from '../web/input.ts';
import type { AppDeps } from '../deps.ts';
import { draftFiles } from './draft-files.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import { evaluateDraft } from './evaluate-draft.ts';
import { journeyOf, stopBeforeSummary } from './journey.ts';
import { summaryView } from './summary-view.ts';
import { withDraft } from './with-draft.ts';

export function showSummary(deps: AppDeps): RequestHandler {
  return withDraft(deps, (draft, req, res) => renderSummary(deps, draft, { req, res }));
}

/** `/podani/:draft` alone: on to whatever is left to do. */
export function resume(deps: AppDeps): RequestHandler {
  return withDraft(deps, async (draft, _req, res) => {
    const stops = journeyOf(evaluateDraft(draft, deps.now()), await draftFiles(deps, draft.id));
    res.redirect(303, draftPath(draft, stopBeforeSummary(stops)));
  });
}

interface Showing {
  req: Request;
  res: Response;
  errors?: FormError[];
  /** Why it is shown again instead of being filed. */
  warning?: string;
}

export async function renderSummary(
  deps: AppDeps,
  draft: OpenDraft,
  { req, res, errors = [], warning }: Showing,
): Promise<void> {
  const view = summaryView({
    draft,
    evaluation: evaluateDraft(draft, deps.now()),
    files: await draftFiles(deps, draft.id),
    identity: identityOf(req.actor),
    isGuest: req.actor.kind === 'guest',
    isProvable: provesIdentity(deps.config),
  });
  res.render('drafts/summary.njk', { ...view, errors, warning });
}
