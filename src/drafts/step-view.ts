import type { UploadView } from '../attachments/upload-view.ts';
import { dayInPrague } from '../core/czech/format.ts';
import type { Evaluation } from '../core/form/evaluate.ts';
import { isWorkedOut, withoutError, type FieldState, type RowState } from '../core/form/field-state.ts';
import { rowPrefix } from '../core/form/read-entries.ts';
import type { FormError } from '../web/input.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import type { DraftFile } from './draft-files.ts';
import { errorsOf } from '../web/field-errors.ts';
import { journeyOf, progressAt, stopBefore, summaryStop, type Progress } from './journey.ts';
import { uploadView } from './step-files.ts';

/** A field as its component draws it. */
type ShownField = FieldState & {
  /** Where it was filled in from, when it has not been changed since. */
  prefilled?: string;
  /** Of a question answered by a file. */
  upload?: UploadView;
};

interface StepView {
  title: string;
  titleContext: string;
  why: string | undefined;
  back: { href: string };
  progress: Progress;
  action: string;
  questionsAction: string;
  fields: ShownField[];
  errors: FormError[];
  /** The form carries files, or buttons besides the one that leads on. */
  hasFiles: boolean;
  hasButtons: boolean;
  /** Something on the page is worked out from what is typed on it. */
  isLive: boolean;
  changes: string[];
  fromSummary: boolean;
  keptUntil: Temporal.PlainDate;
  deleteHref: string;
  isGuest: boolean;
}

interface Params {
  draft: OpenDraft;
  stepId: string;
  evaluation: Evaluation;
  /** Of the draft; needed only where the step asks for any. */
  files: readonly DraftFile[];
  /** Why files sent just now were not taken, by field. */
  fileErrors?: ReadonlyMap<string, string>;
  fromSummary: boolean;
  /** Whether what is wrong with a field is shown; the fields of a row are named as in the form. */
  isJudged: (name: string) => boolean;
  isGuest: boolean;
}

/** One step as it is asked now; undefined when its questions are not relevant. */
export function stepView(params: Params): StepView | undefined {
  const { draft, stepId, evaluation, fromSummary, isGuest } = params;
  const state = evaluation.steps.find(({ step }) => step.id === stepId);
  if (!state) return undefined;
  const stops = journeyOf(evaluation, []);
  const previous = fromSummary ? summaryStop : stopBefore(stops, stepId);
  const fields = state.fields.map(shown => shownField(shown, params));
  const hasFiles = fields.some(({ field }) => field.type === 'file');
  return {
    title: state.step.title,
    titleContext: draft.definition.title,
    why: state.step.why,
    back: { href: previous === undefined ? `/sluzby/${draft.agendaSlug}/podat` : draftPath(draft, previous) },
    progress: progressAt(stops, stepId),
    action: draftPath(draft, stepId) + (fromSummary ? `?zpet=${summaryStop}` : ''),
    questionsAction: draftPath(draft, `${stepId}/otazky`),
    fields,
    errors: fields.flatMap(errorsOf),
    hasFiles,
    hasButtons: hasFiles || fields.some(({ field }) => field.type === 'group'),
    isLive: fields.some(isWorkedOut),
    changes: draft.changes,
    fromSummary,
    keptUntil: dayInPrague(draft.expiresAt),
    deleteHref: draftPath(draft, 'smazat'),
    isGuest,
  };
}

function shownField(state: FieldState, { draft, files, fileErrors, isJudged }: Params): ShownField {
  const { field, rows } = state;
  const judged = isJudged(field.id) ? state : withoutError(state);
  if (field.type === 'file') {
    const upload = uploadView(draft, field, files);
    const isMissing = isJudged(field.id) && field.required && upload.files.length === 0;
    const error = fileErrors?.get(field.id) ?? (isMissing ? `Nahrajte soubor „${field.label}“` : undefined);
    return { ...judged, upload, ...(error !== undefined && { error }) };
  }
  return {
    ...judged,
    ...(draft.prefilled.includes(field.id) && { prefilled: draft.prefilledFrom[field.id] ?? 'account' }),
    ...(rows && { rows: rows.map((row, index) => shownRow(row, rowPrefix(field.id, index), isJudged)) }),
  };
}

function shownRow(row: RowState, prefix: string, isJudged: Params['isJudged']): RowState {
  return { ...row, fields: row.fields.map(state => (isJudged(prefix + state.field.id) ? state : withoutError(state))) };
}
