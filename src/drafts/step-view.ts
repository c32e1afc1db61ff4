import { dayInPrague } from '../core/czech/format.ts';
import type { Evaluation } from '../core/form/evaluate.ts';
import type { FieldState } from '../core/form/field-state.ts';
import { isQuestion } from '../core/form/definition.ts';
import { shapeOf } from '../core/form/fields/index.ts';
import type { FormError } from '../web/input.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import { journeyOf, progressAt, stopBefore, summaryStop, type Progress } from './journey.ts';

interface StepView {
  title: string;
  titleContext: string;
  why: string | undefined;
  back: { href: string };
  progress: Progress;
  action: string;
  questionsAction: string;
  fields: FieldState[];
  errors: FormError[];
  fromSummary: boolean;
  keptUntil: Temporal.PlainDate;
  deleteHref: string;
  isGuest: boolean;
}

interface Params {
  draft: OpenDraft;
  stepId: string;
  evaluation: Evaluation;
  fromSummary: boolean;
  /** Whether what is wrong with a field is shown. */
  isJudged: (fieldId: string) => boolean;
  isGuest: boolean;
}

/** One step as it is asked now; undefined when its questions are not relevant. */
export function stepView({ draft, stepId, evaluation, fromSummary, isJudged, isGuest }: Params): StepView | undefined {
  const state = evaluation.steps.find(({ step }) => step.id === stepId);
  if (!state) return undefined;
  const stops = journeyOf(evaluation, []);
  const previous = fromSummary ? summaryStop : stopBefore(stops, stepId);
  const fields = state.fields.map(shown => (isJudged(shown.field.id) ? shown : withoutError(shown)));
  return {
    title: state.step.title,
    titleContext: draft.definition.title,
    why: state.step.why,
    back: { href: previous === undefined ? `/sluzby/${draft.agendaSlug}/podat` : draftPath(draft, previous) },
    progress: progressAt(stops, stepId),
    action: draftPath(draft, stepId) + (fromSummary ? `?zpet=${summaryStop}` : ''),
    questionsAction: draftPath(draft, `${stepId}/otazky`),
    fields,
    errors: fields.flatMap(errorOf),
    fromSummary,
    keptUntil: dayInPrague(draft.expiresAt),
    deleteHref: draftPath(draft, 'smazat'),
    isGuest,
  };
}

function withoutError({ error: _error, errorPart: _part, ...state }: FieldState): FieldState {
  return state;
}

/** The link of the error summary leads to the box that is to be mended, not merely to its group. */
function errorOf({ field, error, errorPart }: FieldState): FormError[] {
  if (error === undefined) return [];
  if (!isQuestion(field)) return [{ field: field.id, message: error }];
  const shape = shapeOf(field);
  const part = typeof shape === 'string' ? undefined : (errorPart ?? shape[0]);
  return [{ field: part === undefined ? field.id : `${field.id}-${part}`, message: error }];
}
