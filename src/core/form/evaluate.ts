import type { Answers, Entries } from './answers.ts';
import { chargeOf, type Charge } from './charge.ts';
import type { AttachmentSlot, Definition, Field, FieldOf, Question, RowField, Step } from './definition.ts';
import { entryAt } from './entries.ts';
import { isWrong, type FieldState, type Scope } from './field-state.ts';
import { kindOf } from './fields/index.ts';
import { judgeRules } from './judge-rules.ts';
import { compute, holds } from './logic.ts';
import { readGroup } from './read-group.ts';

export interface Evaluation {
  /** Relevant steps in order; a step without a relevant field is not one. */
  steps: StepState[];
  /** Of relevant questions that are answered and valid. */
  answers: Answers;
  /** Files this filing may carry; `required` ones it must. */
  slots: Slot[];
  /** What it costs; nothing when the agenda does not say, or an answer it depends on is missing. */
  fee?: Charge;
  /** What to bring to the office, as far as these answers tell. */
  bring: string[];
  /** No question stands in the way of filing. Whether the required files are there is not known here. */
  complete: boolean;
}

/** A place for files: an attachment at the end of the form, or a question of a step answered by a file. */
export type Slot = AttachmentSlot & { stepId?: string };

interface StepState {
  step: Step;
  fields: FieldState[];
  complete: boolean;
}

/**
 * The one interpreter of agendas: what is asked, what is wrong and what was answered, all from what was typed.
 * Questions that are not relevant are neither validated nor answered; a condition sees only valid answers of relevant
 * questions before it. `today` is the day in Europe/Prague. Never throws, whatever the entries are.
 */
export function evaluate(
  definition: Definition,
  entries: Entries,
  { today }: { today: Temporal.PlainDate },
): Evaluation {
  const answers: Answers = {};
  const relevant: { step: Step; fields: FieldState[] }[] = [];
  for (const step of definition.steps) {
    if (!holds(step.when, answers)) continue;
    const fields = readFields(step.fields, entries, { today, answers });
    if (fields.length > 0) relevant.push({ step, fields });
  }
  judgeRules(
    definition.rules,
    relevant.flatMap(({ fields }) => fields),
    answers,
  );

  const steps = relevant.map(({ step, fields }) => ({ step, fields, complete: !fields.some(isWrong) }));
  const fee = definition.fee.charge && chargeOf(definition.fee.charge, answers);
  return {
    steps,
    answers,
    slots: [
      ...relevant.flatMap(({ step, fields }) => fields.flatMap(({ field }) => slotOf(field, step.id))),
      ...definition.attachments.filter(slot => holds(slot.when, answers)),
    ],
    ...(fee && { fee }),
    bring: definition.visit.bring.filter(({ when }) => holds(when, answers)).map(({ text }) => text),
    complete: steps.every(step => step.complete),
  };
}

/** Some fields by themselves, such as a page of the office's own that is made of the same questions. */
export function evaluateFields(
  fields: readonly Field[],
  entries: Entries,
  { today }: { today: Temporal.PlainDate },
): { fields: FieldState[]; answers: Answers } {
  const answers: Answers = {};
  return { fields: readFields(fields, entries, { today, answers }), answers };
}

/**
 * The relevant ones of some fields, read one after another; `scope.answers` gains what they answer. A large form has
 * thousands, so nothing is copied on the way.
 */
function readFields<F extends Field | RowField>(fields: readonly F[], entries: Entries, scope: Scope): FieldState<F>[] {
  const states: FieldState<F>[] = [];
  for (const field of fields) {
    if (!holds(field.when, scope.answers)) continue;
    const state: FieldState<F> = Object.assign(readField(field, entries, scope), { field });
    if (state.value !== undefined) scope.answers[field.id] = state.value;
    states.push(state);
  }
  return states;
}

type Read = Omit<FieldState, 'field'>;

function readField(field: Field, entries: Entries, scope: Scope): Read {
  switch (field.type) {
    case 'computed':
      return computed(field, scope);
    case 'group':
      return readGroup(field, entryAt(entries, field.id), { scope, readFields });
    case 'file':
    case 'heading':
    case 'explanation':
      return {};
    default:
      return readQuestion(field, entries, scope);
  }
}

function computed({ value: formula, decimals, format }: FieldOf<'computed'>, { answers }: Scope): Read {
  const value = compute(formula, answers);
  return value === undefined ? {} : { value: rounded(value, format === 'money' ? 2 : decimals) };
}

function rounded(value: number, decimals: number): number {
  // `+ 0` so that "-0" is plain zero.
  return Number(value.toFixed(decimals)) + 0;
}

function readQuestion(field: Question, entries: Entries, scope: Scope): Read {
  const kind = kindOf(field);
  const entry = entryAt(entries, field.id);
  const state: Read = entry === undefined ? {} : { entry };

  const reading = kind.read(field, entry, scope);
  if (reading === undefined) {
    if (field.required) state.error = field.missing ?? kind.missing(field);
  } else if ('value' in reading) {
    state.value = reading.value;
  } else {
    state.error = reading.error;
    if (reading.part !== undefined) state.errorPart = reading.part;
  }
  return state;
}

function slotOf(field: Field, stepId: string): Slot[] {
  if (field.type !== 'file') return [];
  const { id, label, hint, required, formats, maxMegabytes, maxFiles } = field;
  return [{ id, label, ...(hint !== undefined && { hint }), required, formats, maxMegabytes, maxFiles, stepId }];
}
