import type { Answers, Entries, Entry, RowAnswers } from './answers.ts';
import type { FieldOf, RowField } from './definition.ts';
import { isTyped } from './entries.ts';
import { isWrong, withoutError, type FieldState, type RowState, type Scope } from './field-state.ts';

interface GroupReading {
  entry?: Entry;
  value?: RowAnswers[];
  error?: string;
  rows: RowState[];
}

/** How the fields of a row are read: as any others are. */
type ReadFields = (fields: readonly RowField[], entries: Entries, scope: Scope) => FieldState<RowField>[];

/**
 * Reads the rows of a repeating group, each by itself: its conditions see the row's earlier answers and those before the
 * group. At least as many rows are shown as must be filled in, and always one; blank rows are left out of the answer.
 */
export function readGroup(
  group: FieldOf<'group'>,
  entry: Entry | undefined,
  { scope, readFields }: { scope: Scope; readFields: ReadFields },
): GroupReading {
  const typed = rowsOf(entry);
  const needed = group.required ? Math.max(group.min, 1) : 0;
  const shown = [...typed, ...blankRows(Math.max(needed, 1) - typed.length)];

  // One copy for all rows: a form of 400 answers and 200 rows would spend most of its time on copies.
  const answers = { ...scope.answers };
  const read = shown.map((row): RowState => {
    const fields = readFields(group.fields, row, { ...scope, answers });
    for (const { id } of group.fields) Reflect.deleteProperty(answers, id);
    return { fields, isBlank: !fields.some(isFilled) };
  });

  const filled = read.filter(({ isBlank }) => !isBlank);
  let missing = Math.max(0, needed - filled.length);
  const rows = read.map((row): RowState => {
    if (!row.isBlank) return row;
    missing -= 1;
    return missing < 0 ? { fields: row.fields.map(withoutError), isBlank: true } : row;
  });
  const value = filled.map(({ fields }) => answersOf(fields));
  const isRight = !rows.some(row => row.fields.some(isWrong));
  const error = problem(group, { filledCount: filled.length, needed, isRight });
  return {
    ...(entry !== undefined && { entry }),
    ...(value.length > 0 && error === undefined && { value }),
    ...(error !== undefined && { error }),
    rows,
  };
}

/** An entry that is a list is one of ticks or one of rows (core/form/entries). */
function rowsOf(entry: Entry | undefined): Entries[] {
  return Array.isArray(entry) && entry.every(item => typeof item === 'object') ? entry : [];
}

function blankRows(count: number): Entries[] {
  return Array.from({ length: Math.max(0, count) }, () => ({}));
}

/** Something was typed that is an answer, or ought to be mended; what was typed into questions not asked is neither. */
function isFilled({ field, entry, value, error }: FieldState<RowField>): boolean {
  return field.type !== 'computed' && (value !== undefined || (error !== undefined && isTyped(entry)));
}

function answersOf(fields: FieldState<RowField>[]): RowAnswers {
  const answers: Answers = {};
  for (const { field, value } of fields) if (value !== undefined) answers[field.id] = value;
  // A row holds no group, so what it answers is never a list of rows.
  return answers as RowAnswers;
}

type Count = { filledCount: number; needed: number; isRight: boolean };

function problem(group: FieldOf<'group'>, { filledCount, needed, isRight }: Count): string | undefined {
  if (filledCount > group.max) return `Nechte nejvýš ${rowCount(group.max)}, teď jich je ${filledCount}`;
  if (filledCount >= needed || !isRight) return undefined;
  return group.missing ?? `Vyplňte aspoň ${rowCount(needed)}: „${group.label}“`;
}

function rowCount(count: number): string {
  const noun = { one: 'řádek', few: 'řádky' }[new Intl.PluralRules('cs').select(count) as string] ?? 'řádků';
  return `${count}\u00a0${noun}`;
}
