import type { Request, RequestHandler, Response } from 'express';
import type { Step } from '../core/form/definition.ts';
import type { Evaluation } from '../core/form/evaluate.ts';
import { NotFound } from '../web/errors.ts';
import { formBody, queryText, textParam } from '../web/input.ts';
import { draftFiles } from './draft-files.ts';
import type { AppDeps } from '../deps.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import { evaluateDraft } from './evaluate-draft.ts';
import { journeyOf, stopAfter, stopBeforeSummary, summaryStop } from './journey.ts';
import { keepGuestDrafts } from './owner.ts';
import { saveStep } from './save-step.ts';
import { signInLinks } from './sign-in-links.ts';
import { stepView } from './step-view.ts';
import { withDraft } from './with-draft.ts';

/** Begins as no id of a question can, so that an agenda may ask anything. */
const laterButton = '_pozdeji';

export function showStep(deps: AppDeps): RequestHandler {
  return withDraft(deps, (draft, req, res) => {
    const step = stepOf(draft, req);
    const fromSummary = isFromSummary(req);
    const view = stepView({
      draft,
      stepId: step.id,
      evaluation: evaluateDraft(draft, deps.now()),
      fromSummary,
      // Nobody is told off for what they have not been asked yet.
      isJudged: () => fromSummary && draft.visited.includes(step.id),
      isGuest: req.actor.kind === 'guest',
    });
    if (view && draft.isOffered) res.render('drafts/step.njk', view);
    // The question is no longer asked, or nothing can be answered any more.
    else res.redirect(303, draftPath(draft, draft.isOffered ? undefined : summaryStop));
  });
}

/** Saves first and judges then: whatever was typed is kept, also when it cannot be accepted. */
export function answerStep(deps: AppDeps): RequestHandler {
  return withDraft(deps, async (draft, req, res) => {
    const step = stepOf(draft, req);
    const saved = await saveStep(deps, { draft, step, body: formBody(req) });
    if (!saved) {
      // Filed or deleted in another window just now; the way through shows which.
      res.redirect(303, draftPath(draft));
      return;
    }
    keepGuestDrafts(req);
    if (!saved.isOffered) res.redirect(303, draftPath(saved, summaryStop));
    else if (laterButton in formBody(req)) leave(saved, { req, res, stepId: step.id });
    else await goOn(deps, { before: draft, draft: saved }, { req, res, stepId: step.id });
  });
}

/**
 * The step as it reads after a choice, saved but not judged: what the browser asks for behind the person's back, so that
 * further questions appear at once. Without JavaScript they appear after sending the step.
 */
export function askFurther(deps: AppDeps): RequestHandler {
  return withDraft(deps, async (draft, req, res) => {
    const step = stepOf(draft, req);
    const saved = await saveStep(deps, { draft, step, body: formBody(req) });
    if (!saved) throw new NotFound();
    keepGuestDrafts(req);
    const view = stepView({
      draft: saved,
      stepId: step.id,
      evaluation: evaluateDraft(saved, deps.now()),
      fromSummary: isFromSummary(req),
      isJudged: () => false,
      isGuest: req.actor.kind === 'guest',
    });
    if (!view) throw new NotFound();
    res.render('drafts/step.njk', view);
  });
}

interface Answering {
  req: Request;
  res: Response;
  stepId: string;
}

/** On to the next page, unless something on this one is wrong, or an answer has brought up another question here. */
async function goOn(
  deps: AppDeps,
  { before, draft }: { before: OpenDraft; draft: OpenDraft },
  { req, res, stepId }: Answering,
): Promise<void> {
  const evaluation = evaluateDraft(draft, deps.now());
  const asked = askedAt(evaluateDraft(before, deps.now()), stepId);
  const fromSummary = isFromSummary(req);
  const isGuest = req.actor.kind === 'guest';
  const view = stepView({ draft, stepId, evaluation, fromSummary, isJudged: id => asked.has(id), isGuest });
  if (view && view.errors.length > 0) {
    res.status(400).render('drafts/step.njk', view);
    return;
  }
  const back = fromSummary ? `?zpet=${summaryStop}` : '';
  const unasked = evaluation.steps.find(({ step }) => step.id === stepId)?.fields.filter(({ error }) => error) ?? [];
  if (unasked.length > 0) {
    req.session.notice = `Podle vaší odpovědi se tu ještě ptáme: ${unasked.map(({ field }) => field.label).join(', ')}.`;
    res.redirect(303, draftPath(draft, stepId) + back);
    return;
  }
  const stops = journeyOf(evaluation, fromSummary ? await draftFiles(deps, draft.id) : []);
  const next = fromSummary ? stopBeforeSummary(stops) : stopAfter(stops, stepId, draft.definition);
  res.redirect(303, draftPath(draft, next) + (next === summaryStop ? '' : back));
}

/** What the page the person has answered was asking. */
function askedAt({ steps }: Evaluation, stepId: string): Set<string> {
  const fields = steps.find(({ step }) => step.id === stepId)?.fields ?? [];
  return new Set(fields.map(({ field }) => field.id));
}

/** "Save and finish later": people with an account find it among their filings, others are offered one. */
function leave(draft: OpenDraft, { req, res, stepId }: Answering): void {
  if (req.actor.kind === 'guest') {
    res.redirect(303, signInLinks(draftPath(draft, stepId)).signInHref);
    return;
  }
  req.session.notice = 'Rozepsané podání jsme uložili. Vrátit se k\u00a0němu můžete odkudkoli, kde se přihlásíte.';
  res.redirect(303, '/moje');
}

function stepOf({ definition }: OpenDraft, req: Request): Step {
  const id = textParam(req, 'step');
  const step = definition.steps.find(candidate => candidate.id === id);
  if (!step) throw new NotFound();
  return step;
}

function isFromSummary(req: Request): boolean {
  return queryText(req, 'zpet', 20) === summaryStop;
}
