import type { Answers, Entries, Entry, Value } from './answers.ts';
import type { AttachmentSlot, Definition, Field, Question, Step } from './definition.ts';
import { entryAt } from './entries.ts';
import { kindOf } from './fields/index.ts';
import type { ReadContext } from './fields/kind.ts';
import { holds } from './logic.ts';

export interface Evaluation {
  /** Relevant steps in order; a step without a relevant field is not one. */
  steps: StepState[];
  /** Of relevant questions that are answered and valid. */
  answers: Answers;
  /** Attachments this filing may carry; `required` ones it must. */
  slots: AttachmentSlot[];
  /** No question stands in the way of filing. Whether the required attachments are there is not known here. */
  complete: boolean;
}

interface StepState {
  step: Step;
  fields: FieldState[];
  complete: boolean;
}

export interface FieldState {
  field: Field;
  /** As it was typed. */
  entry?: Entry;
  /** As it was understood. */
  value?: Value;
  /** Czech, says what to do. */
  error?: string;
  /** The part of a date or an address the error is about: 'day', 'zip', ... */
  errorPart?: string;
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
  const steps: StepState[] = [];
  for (const step of definition.steps) {
    if (!holds(step.when, answers)) continue;
    const fields: FieldState[] = [];
    for (const field of step.fields) {
      if (!holds(field.when, answers)) continue;
      const state = field.type === 'explanation' ? { field } : readQuestion(field, entries, { today, answers });
      if (state.value !== undefined) answers[field.id] = state.value;
      fields.push(state);
    }
    if (fields.length > 0) steps.push({ step, fields, complete: fields.every(field => field.error === undefined) });
  }
  const slots = definition.attachments.filter(slot => holds(slot.when, answers));
  return { steps, answers, slots, complete: steps.every(step => step.complete) };
}

function readQuestion(field: Question, entries: Entries, context: ReadContext): FieldState {
  const kind = kindOf(field);
  const entry = entryAt(entries, field.id);
  const state: FieldState = entry === undefined ? { field } : { field, entry };

  const reading = kind.read(field, entry, context);
  if (reading === undefined) return field.required ? { ...state, error: field.missing ?? kind.missing(field) } : state;
  if ('value' in reading) return { ...state, value: reading.value };
  return { ...state, error: reading.error, ...(reading.part !== undefined && { errorPart: reading.part }) };
}
