import type { Entries } from './answers.ts';
import type { Question } from './definition.ts';
import { entryAt } from './entries.ts';
import type { FieldState } from './field-state.ts';
import { kindOf } from './fields/index.ts';

/** Questions outside of an agenda, with what was typed and what is wrong with it, as on a step of a form. */
export function readQuestions(
  questions: readonly Question[],
  entries: Entries,
  today: Temporal.PlainDate,
): FieldState[] {
  return questions.map(field => {
    const kind = kindOf(field);
    const entry = entryAt(entries, field.id);
    const reading = kind.read(field, entry, { today, answers: {} });
    const state: FieldState = { field, ...(entry !== undefined && { entry }) };
    if (reading === undefined)
      return field.required ? { ...state, error: field.missing ?? kind.missing(field) } : state;
    if ('value' in reading) return { ...state, value: reading.value };
    return { ...state, error: reading.error, ...(reading.part !== undefined && { errorPart: reading.part }) };
  });
}
