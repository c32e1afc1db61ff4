import type { Definition, Logic } from '../../core/form/definition.ts';
import { comparisonsFor, needsValue } from '../../core/form/edit/comparisons.ts';
import {
  isGroup,
  type Condition,
  type ConditionPart,
  type ConditionRow,
  type Join,
} from '../../core/form/edit/condition.ts';
import { readCondition } from '../../core/form/edit/conditions.ts';
import { rewriteCondition } from '../../core/form/edit/rewrite.ts';
import type { FormError } from '../../web/input.ts';
import { askableByPath, kindsOf, type Askable } from './askable.ts';
import { conditionValue, typedOf, type TypedRow } from './condition-value.ts';
import { readLogic } from './read-logic.ts';

/**
 * A condition as it stands in a form, typed or loaded. `name` is the prefix of its boxes, so that a page can hold several.
 * As rows and groups of rows when it fits into them, otherwise as JSON Logic alone.
 */
export interface ConditionForm {
  name: string;
  shape: 'rows' | 'json';
  join: Join;
  rows: TypedPart[];
  json: string;
}

/** Rows of a condition that count as one. */
export interface TypedGroup {
  join: Join;
  rows: TypedRow[];
}

export type TypedPart = TypedRow | TypedGroup;

export function isTypedGroup(part: TypedPart): part is TypedGroup {
  return 'rows' in part;
}

export function isTypedRow(part: TypedPart): part is TypedRow {
  return !isTypedGroup(part);
}

export function conditionForm(definition: Definition, name: string, logic: Logic | undefined): ConditionForm {
  const condition = readCondition(logic, kindsOf(askableByPath(definition)));
  const rows = condition ? formOf(name, condition) : { name, shape: 'json' as const, join: 'all' as const, rows: [] };
  return { ...rows, json: logic === undefined ? '' : JSON.stringify(logic, null, 2) };
}

/** A condition that fits into rows; it has no JSON Logic of its own. */
export function formOf(name: string, { join, rows }: Condition): ConditionForm {
  const typed = rows.map(part => (isGroup(part) ? { join: part.join, rows: part.rows.map(typedOf) } : typedOf(part)));
  return { name, shape: 'rows', join, rows: typed, json: '' };
}

export type ReadLogic = { ok: true; logic: Logic | undefined } | { ok: false; errors: FormError[] };

/** The JSON Logic of a form, as it stood `before` when it says the same; errors name the box to be mended. */
export function logicOf(definition: Definition, form: ConditionForm, before: Logic | undefined): ReadLogic {
  if (form.shape === 'json') {
    const read = readLogic(form.json);
    return read.ok ? read : { ok: false, errors: [{ field: `${form.name}-json`, message: read.message }] };
  }
  const read = conditionOf(definition, form);
  if (!read.ok) return read;
  return { ok: true, logic: rewriteCondition(before, read.condition, kindsOf(askableByPath(definition))) };
}

/** The rows of a form as a condition. */
export function conditionOf(
  definition: Definition,
  { name, join, rows }: ConditionForm,
): { ok: true; condition: Condition } | { ok: false; errors: FormError[] } {
  const askables = askableByPath(definition);
  const errors: FormError[] = [];
  const read = (typed: TypedRow, box: string): ConditionRow[] => {
    const row = rowOf(askables.get(typed.field), typed);
    if (!('error' in row)) return [row];
    errors.push({ field: `${box}-hodnota`, message: row.error });
    return [];
  };
  const parts = rows.flatMap((part, index): ConditionPart[] => {
    const box = `${name}-${index}`;
    if (!isTypedGroup(part)) return read(part, box);
    return [{ join: part.join, rows: part.rows.flatMap((row, at) => read(row, `${box}-${at}`)) }];
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, condition: { join, rows: parts } };
}

function rowOf(askable: Askable | undefined, typed: TypedRow): ConditionRow | { error: string } {
  if (!askable) return { error: 'Otázka, na kterou se podmínka ptá, ve formuláři není. Podmínku odeberte.' };
  const found = comparisonsFor(askable.kind).find(({ comparison }) => comparison === typed.comparison);
  if (!found) return { error: `Vyberte, jak se má odpověď na „${askable.label}“ porovnat.` };
  const { comparison } = found;
  if (!needsValue(comparison)) return { field: askable.path, comparison };
  const value = conditionValue(askable, comparison, typed);
  return 'error' in value ? value : { field: askable.path, comparison, value: value.value };
}
