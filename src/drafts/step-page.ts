import type { Request, RequestHandler, Response } from 'express';
import { keepWithFiles } from '../attachments/keep-with-files.ts';
import { receiveForm } from '../attachments/receive-form.ts';
import type { Step } from '../core/form/definition.ts';
import { pressedButton, withRows, type FormButton, type RowButton } from '../core/form/form-button.ts';
import { readEntries, rowCountName, rowPrefix } from '../core/form/read-entries.ts';
import type { Evaluation } from '../core/form/evaluate.ts';
import { NotFound } from '../web/errors.ts';
import { forgetKept, keepWholeForm } from '../web/kept-form.ts';
import { StaleForm } from '../web/csrf.ts';
import { formBody, queryText, textParam } from '../web/input.ts';
import { forgetChanges } from './confirm-changes.ts';
import { draftFiles } from './draft-files.ts';
import type { AppDeps } from '../deps.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import { evaluateDraft } from './evaluate-draft.ts';
import { journeyOf, stopAfter, stopBeforeSummary, summaryStop } from './journey.ts';
import { stepKey, withKept } from './kept-step.ts';
import { keepSentFiles } from './keep-sent-files.ts';
import { keepGuestDrafts } from './owner.ts';
import { removeAttachment } from './remove-attachment.ts';
import { isFromSummary, renderStep } from './render-step.ts';
import { saveStep } from './save-step.ts';
import { signInLinks } from './sign-in-links.ts';
import { fileFields, stepFiles } from './step-files.ts';
import { stepView } from './step-view.ts';
import { type DraftHandler, withDraft, withDraftAsShown } from './with-draft.ts';

export function showStep(deps: AppDeps): RequestHandler {
  return withDraft(deps, async (draft, req, res) => {
    const step = stepOf(draft, req);
    const fromSummary = isFromSummary(req);
    const kept = withKept(deps.vault, req, { draft, step });
    const shown = kept ?? draft;
    const view = stepView({
      draft: shown,
      stepId: step.id,
      evaluation: evaluateDraft(shown, deps.now()),
      files: await stepFiles(deps, { draftId: draft.id, step }),
      fromSummary,
      // Nobody is told off for what they have not been asked yet, nor while they are still adding to it.
      isJudged: () => fromSummary && draft.visited.includes(step.id) && queryText(req, 'doplnit', 1) === '',
      isGuest: req.actor.kind === 'guest',
    });
    if (view && draft.isOffered) {
      res.render('drafts/step.njk', {
        ...view,
        isKept: kept !== null,
        formKey: stepKey(deps.vault, req, draft, step.id),
      });
    }
    // The question is no longer asked, or nothing can be answered any more.
    else res.redirect(303, draftPath(draft, draft.isOffered ? undefined : summaryStop));
  });
}

/**
 * Saves first and judges then: whatever was typed is kept, also when it cannot be accepted. Answers are saved to the
 * version of the agenda they were asked by; the next page moves the draft to a newer one.
 */
export function answerStep(deps: AppDeps): RequestHandler {
  const keep = keepWholeForm(deps);
  const answer: DraftHandler = async (draft, req, res) => {
    const step = stepOf(draft, req);
    const sent = await receiveForm(req, res, { deps, slots: fileFields(step) }).catch(async (error: unknown) => {
      // Made before its sender signed in again: not trusted, and not lost either.
      const back = error instanceof StaleForm ? await keep(req, res) : null;
      if (back === null) throw error;
      res.redirect(303, back);
    });
    if (!sent) return;
    const button = pressedButton(step.fields, formBody(req));
    const typed = withRows(readEntries(step, req.body), button);
    const saved = await saveStep(deps, { draft, step, typed });
    const fileErrors = await keepSentFiles(deps, {
      req,
      draftId: draft.id,
      sent,
      isAsked: button.does === 'upload' && button.field,
    });
    if (!saved) {
      // Filed or deleted in another window just now; the way through shows which.
      res.redirect(303, draftPath(draft));
      return;
    }
    keepGuestDrafts(req);
    forgetKept(req, draftPath(draft, step.id));
    const answering = { req, res, step, fileErrors };
    if (!saved.isOffered) res.redirect(303, draftPath(saved, summaryStop));
    else if (button.does === 'goOn') await goOn(deps, { before: draft, draft: saved }, answering);
    else if (button.does === 'leave') leave(saved, answering);
    else await stay(deps, { before: draft, draft: saved, button }, answering);
  };
  return withDraftAsShown(deps, answer, keepWithFiles(deps, keep));
}

/**
 * The step as it reads after a choice, saved but not judged: what the browser asks for behind the person's back, so that
 * further questions appear at once. Without JavaScript they appear after sending the step.
 */
export function askFurther(deps: AppDeps): RequestHandler {
  return withDraftAsShown(deps, async (draft, req, res) => {
    const step = stepOf(draft, req);
    const saved = await saveStep(deps, { draft, step, typed: readEntries(step, formBody(req)) });
    if (!saved) throw new NotFound();
    keepGuestDrafts(req);
    await renderStep(deps, saved, { req, res, stepId: step.id });
  });
}

interface Answering {
  req: Request;
  res: Response;
  step: Step;
  /** Why files sent with the form were not taken. */
  fileErrors: Map<string, string>;
}

interface Saved {
  /** As the page the person has answered showed it. */
  before: OpenDraft;
  draft: OpenDraft;
}

/** On to the next page, unless something on this one is wrong, or an answer has brought up another question here. */
async function goOn(deps: AppDeps, { before, draft }: Saved, { req, res, step, fileErrors }: Answering): Promise<void> {
  const evaluation = evaluateDraft(draft, deps.now());
  const asked = askedAt(evaluateDraft(before, deps.now()), step.id);
  const fromSummary = isFromSummary(req);
  const isGuest = req.actor.kind === 'guest';
  const files = fromSummary ? await draftFiles(deps, draft.id) : await stepFiles(deps, { draftId: draft.id, step });
  const view = (isJudged: (name: string) => boolean) =>
    stepView({ draft, stepId: step.id, evaluation, files, fileErrors, fromSummary, isJudged, isGuest });
  const judged = view(name => asked.has(name));
  if (judged && judged.errors.length > 0) {
    const key = stepKey(deps.vault, req, draft, step.id);
    res.status(400).render('drafts/step.njk', { ...judged, formKey: key });
    return;
  }
  const back = fromSummary ? `?zpet=${summaryStop}` : '';
  const unasked = view(() => true)?.errors ?? [];
  if (unasked.length > 0) {
    req.session.notice = `Podle vaší odpovědi se tu ještě ptáme: ${unaskedLabels(evaluation, { step, asked }).join(', ')}.`;
    res.redirect(303, draftPath(draft, step.id) + back);
    return;
  }
  const stops = journeyOf(evaluation, files);
  const next = fromSummary ? stopBeforeSummary(stops) : stopAfter(stops, step.id, draft.definition);
  res.redirect(303, draftPath(draft, next) + (next === summaryStop ? '' : back));
}

/** What the page the person has answered was asking, by the names in its form. */
function askedAt({ steps }: Evaluation, stepId: string): Set<string> {
  const fields = steps.find(({ step }) => step.id === stepId)?.fields ?? [];
  return new Set(
    fields.flatMap(({ field, rows = [] }) => [
      field.id,
      ...rows.flatMap((row, index) => row.fields.map(inner => rowPrefix(field.id, index) + inner.field.id)),
    ]),
  );
}

function unaskedLabels({ steps }: Evaluation, { step, asked }: { step: Step; asked: Set<string> }): string[] {
  const fields = steps.find(state => state.step.id === step.id)?.fields ?? [];
  const labels = fields.flatMap(({ field, error, rows = [] }) => [
    ...((error !== undefined || field.type === 'file') && !asked.has(field.id) ? [field.label] : []),
    ...rows.flatMap((row, index) =>
      row.fields
        .filter(inner => inner.error !== undefined && !asked.has(rowPrefix(field.id, index) + inner.field.id))
        .map(inner => inner.field.label),
    ),
  ]);
  return [...new Set(labels)];
}

/** "Save and finish later": people with an account find it among their filings, others are offered one. */
function leave(draft: OpenDraft, { req, res, step }: Answering): void {
  if (req.actor.kind === 'guest') {
    res.redirect(303, signInLinks(draftPath(draft, step.id)).signInHref);
    return;
  }
  req.session.notice = 'Rozepsané podání jsme uložili. Vrátit se k\u00a0němu můžete odkudkoli, kde se přihlásíte.';
  res.redirect(303, '/moje');
}

type Staying = Saved & { button: Exclude<FormButton, { does: 'goOn' | 'leave' }> };

/** A row or a file more or less: back to the same step, where that happened. Nothing is judged yet. */
async function stay(deps: AppDeps, { before, draft, button }: Staying, answering: Answering): Promise<void> {
  const { req, res, step, fileErrors } = answering;
  if (fileErrors.size > 0) {
    res.status(400);
    await renderStep(deps, draft, { req, res, stepId: step.id, fileErrors });
    return;
  }
  if (button.does === 'confirm') await forgetChanges(deps, draft.id);
  const anchor = await anchorAfter(deps, { before, draft, button }, req);
  const query = isFromSummary(req) ? `?zpet=${summaryStop}&doplnit=1` : '';
  res.redirect(303, `${draftPath(draft, step.id)}${query}#${anchor}`);
}

/** Tells what was done, and where on the page that is. */
async function anchorAfter(deps: AppDeps, { draft, button }: Staying, req: Request): Promise<string> {
  if (button.does === 'confirm') return 'hlavni-obsah';
  if (button.does === 'upload') return `${button.field.id}-slot`;
  if (button.does === 'removeFile') {
    const removed = await removeAttachment(deps, { draftId: draft.id, attachmentId: button.attachmentId });
    req.session.notice = 'Soubor jsme odebrali.';
    return `${removed?.slot ?? ''}-slot`;
  }
  return rowAnchor(draft, button, req);
}

function rowAnchor(draft: OpenDraft, button: RowButton, req: Request): string {
  const { group } = button;
  const sent = Number(formBody(req)[rowCountName(group.id)]);
  const entry = draft.entries[group.id];
  const count = Array.isArray(entry) ? entry.length : 0;
  if (button.does === 'addRow') {
    req.session.notice =
      count > sent
        ? `Přidáno: ${group.rowLabel} ${count}.`
        : `Víc řádků sem přidat nejde, nejvýš jich může být ${group.max}.`;
    return `${group.id}-${Math.max(count, 1) - 1}`;
  }
  if (count < sent) req.session.notice = `Odebráno: ${group.rowLabel} ${button.index + 1}.`;
  return `${group.id}-${Math.min(button.index, Math.max(count, 1) - 1)}`;
}

function stepOf({ definition }: OpenDraft, req: Request): Step {
  const id = textParam(req, 'step');
  const step = definition.steps.find(candidate => candidate.id === id);
  if (!step) throw new NotFound();
  return step;
}
