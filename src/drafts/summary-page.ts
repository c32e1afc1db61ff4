import type { Request, RequestHandler, Response } from 'express';
import { provesIdentity } from '../config.ts';
import { dayInPrague } from '../core/czech/format.ts';
import { identityOf } from '../core/form/identity.ts';
import type { FormError } from '../web/input.ts';
import type { AppDeps } from '../deps.ts';
import { standingOfDraft } from './authorise.ts';
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
  const evaluation = evaluateDraft(draft, deps.now());
  const files = await draftFiles(deps, draft.id);
  const isComplete = journeyOf(evaluation, files).every(stop => stop.isComplete);
  const view = summaryView({
    draft,
    evaluation,
    files,
    confirmation: isComplete && draft.isOffered ? await standingOfDraft(deps, draft, req) : null,
    today: dayInPrague(deps.now()),
    identity: identityOf(req.actor),
    isGuest: req.actor.kind === 'guest',
    isProvable: provesIdentity(deps.config),
  });
  res.render('drafts/summary.njk', { ...view, errors, warning });
}
