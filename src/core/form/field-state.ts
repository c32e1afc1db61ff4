import type { Answers, Entry, Value } from './answers.ts';
import type { Field, RowField } from './definition.ts';

/** A field that is relevant, as the form stands. */
export interface FieldState<F extends Field = Field> {
  field: F;
  /** As it was typed. */
  entry?: Entry;
  /** As it was understood. */
  value?: Value;
  /** Czech, says what to do. */
  error?: string;
  /** The part of a date or an address the error is about: 'day', 'zip', ... */
  errorPart?: string;
  /** Of a repeating group; never empty. */
  rows?: RowState[];
}

/** One row of a repeating group. Its fields are named within the row. */
export interface RowState {
  fields: FieldState<RowField>[];
  /** Nothing was typed into what it asks; unless rows are missing, it counts for nothing and is not judged. */
  isBlank: boolean;
}

/** What a field may depend on. */
export interface Scope {
  today: Temporal.PlainDate;
  /** Answers of the questions before; in a row, those of the row too. */
  answers: Answers;
}

/** Something stands in the way of filing. */
export function isWrong({ error, rows }: FieldState): boolean {
  return error !== undefined || (rows?.some(row => row.fields.some(isWrong)) ?? false);
}

/** As long as nobody has answered: rows keep what is wrong in them. */
export function withoutError<S extends FieldState | FieldState<RowField>>({
  error: _error,
  errorPart: _part,
  ...state
}: S): Omit<S, 'error' | 'errorPart'> {
  return state;
}

/** Changes with what is typed elsewhere on its page. */
export function isWorkedOut({ field }: FieldState): boolean {
  return field.type === 'computed' || (field.type === 'group' && field.fields.some(({ type }) => type === 'computed'));
}
