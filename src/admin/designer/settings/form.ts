import { dayInPrague } from '../../../core/czech/format.ts';
import type { Answers, Entries } from '../../../core/form/answers.ts';
import type { Field, FieldOf } from '../../../core/form/definition.ts';
import { evaluateFields } from '../../../core/form/evaluate.ts';
import type { FieldState } from '../../../core/form/field-state.ts';
import { readEntries } from '../../../core/form/read-entries.ts';
import type { Origin } from './part.ts';
import type { RowButtons } from './row-buttons.ts';

/** What was typed into a part. A row that is to go is emptied: empty rows are left out of the answer. */
export function typedEntries(fields: Field[], body: unknown, { removed }: RowButtons): Entries {
  const entries = readEntries({ id: 'cast', title: '', fields }, body);
  const rows = removed && Object.hasOwn(entries, removed.group) ? entries[removed.group] : undefined;
  if (!removed || !Array.isArray(rows)) return entries;
  return { ...entries, [removed.group]: emptied(rows as Entries[], removed.index) };
}

/** The entries with one more, empty row, where a page was asked to show one. */
export function withBlankRow(fields: Field[], entries: Entries, added: string): Entries {
  const group = fields.find((field): field is FieldOf<'group'> => field.type === 'group' && field.id === added);
  const rows = group && entries[group.id];
  if (!group || !Array.isArray(rows) || rows.length >= group.max) return entries;
  return { ...entries, [group.id]: [...(rows as Entries[]), {}] };
}

export function evaluated(
  fields: Field[],
  entries: Entries,
  now: Temporal.Instant,
): { fields: FieldState[]; answers: Answers; origin: Origin } {
  const { fields: states, answers } = evaluateFields(fields, entries, { today: dayInPrague(now) });
  return { fields: states, answers, origin: group => answeredRows(states, group) };
}

/** As a form that nobody has sent yet: nothing on it is wrong. */
export function unjudged(states: FieldState[]): FieldState[] {
  return states.map(({ error: _error, errorPart: _part, rows, ...state }) => ({
    ...state,
    ...(rows && { rows: rows.map(row => ({ ...row, fields: unjudged(row.fields) as typeof row.fields })) }),
  }));
}

/** Nothing has to be answered in a sketch, so no box says that it is optional. */
export function withoutMarks(states: FieldState[]): FieldState[] {
  return states.map(({ field, rows, ...state }) => ({
    ...state,
    field: 'required' in field ? { ...field, required: true } : field,
    ...(rows && { rows: rows.map(row => ({ ...row, fields: withoutMarks(row.fields) as typeof row.fields })) }),
  }));
}

function emptied(rows: Entries[], index: number): Entries[] {
  return rows.map((row, at) => (at === index ? {} : row));
}

/** Places on the page of the rows that are part of the answer. */
function answeredRows(states: FieldState[], group: string): number[] {
  const rows = states.find(({ field }) => field.id === group)?.rows ?? [];
  return rows.flatMap(({ isBlank }, index) => (isBlank ? [] : [index]));
}
