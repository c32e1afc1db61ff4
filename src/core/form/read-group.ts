import type { Entries, Entry, RowAnswers } from './answers.ts';
import type { FieldOf, RowField } from './definition.ts';
import { isRow, isTyped } from './entries.ts';
import { isWrong, type FieldState, type RowState, type Scope } from './field-state.ts';

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
  const filledCount = typed.filter(row => !isBlank(group, row)).length;
  let missing = Math.max(0, needed - filledCount);
  const shown = [...typed, ...blankRows(Math.max(needed, 1) - typed.length)];

  const value: RowAnswers[] = [];
  // One copy for all rows: a form of 400 answers and 200 rows would spend most of its time on copies.
  const answers = { ...scope.answers };
  const rows = shown.map((row): RowState => {
    const fields = readFields(group.fields, row, { ...scope, answers });
    for (const { id } of group.fields) Reflect.deleteProperty(answers, id);
    const blank = isBlank(group, row);
    if (blank && missing === 0) return { fields: fields.map(unjudged), isBlank: blank };
    if (blank) missing -= 1;
    else value.push(answersOf(fields));
    return { fields, isBlank: blank };
  });
  const error = problem(group, { filledCount, needed, isRight: !rows.some(row => row.fields.some(isWrong)) });
  return {
    ...(entry !== undefined && { entry }),
    ...(value.length > 0 && error === undefined && { value }),
    ...(error !== undefined && { error }),
    rows,
  };
}

function rowsOf(entry: Entry | undefined): Entries[] {
  return Array.isArray(entry) ? (entry as unknown[]).filter(isRow) : [];
}

function blankRows(count: number): Entries[] {
  return Array.from({ length: Math.max(0, count) }, () => ({}));
}

function isBlank({ fields }: FieldOf<'group'>, row: Entries): boolean {
  return !fields.some(({ id }) => Object.hasOwn(row, id) && isTyped(row[id]));
}

function unjudged({ error: _error, errorPart: _part, ...state }: FieldState<RowField>): FieldState<RowField> {
  return state;
}

function answersOf(fields: FieldState<RowField>[]): RowAnswers {
  // A row holds no group, so what it answers is never a list of rows.
  return Object.fromEntries(
    fields.flatMap(({ field, value }) => (value === undefined ? [] : [[field.id, value]])),
  ) as RowAnswers;
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
