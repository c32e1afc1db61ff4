import type { Request, Response } from 'express';
import { NotFound } from '../web/errors.ts';
import { queryText } from '../web/input.ts';
import type { AppDeps } from '../deps.ts';
import type { OpenDraft } from './draft.ts';
import { evaluateDraft } from './evaluate-draft.ts';
import { summaryStop } from './journey.ts';
import { stepKey } from './kept-step.ts';
import { stepFiles } from './step-files.ts';
import { stepView } from './step-view.ts';

interface Rendering {
  req: Request;
  res: Response;
  stepId: string;
  /** Why files sent just now were not taken, by field. */
  fileErrors?: ReadonlyMap<string, string>;
}

/** The step as it reads now, saved but not judged, but for files that could not be taken. */
export async function renderStep(
  deps: AppDeps,
  draft: OpenDraft,
  { req, res, stepId, fileErrors }: Rendering,
): Promise<void> {
  const step = draft.definition.steps.find(({ id }) => id === stepId);
  const view =
    step &&
    stepView({
      draft,
      stepId,
      evaluation: evaluateDraft(draft, deps.now()),
      files: await stepFiles(deps, { draftId: draft.id, step }),
      ...(fileErrors && { fileErrors }),
      fromSummary: isFromSummary(req),
      isJudged: () => false,
      isGuest: req.actor.kind === 'guest',
    });
  if (!view) throw new NotFound();
  res.render('drafts/step.njk', { ...view, formKey: stepKey(deps.vault, req, draft, stepId) });
}

/** The person came to change one thing and wants to go back. */
export function isFromSummary(req: Request): boolean {
  return queryText(req, 'zpet', 20) === summaryStop;
}
