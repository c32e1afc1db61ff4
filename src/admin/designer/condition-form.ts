import type { Definition, Logic } from '../../core/form/definition.ts';
import { comparisonsFor, needsValue } from '../../core/form/edit/comparisons.ts';
import type { ConditionRow } from '../../core/form/edit/condition.ts';
import { firstRow, readCondition, writeCondition } from '../../core/form/edit/conditions.ts';
import type { FormError } from '../../web/input.ts';
import { askableByPath, kindsOf, type Askable } from './askable.ts';
import { conditionValue, typedOf, type TypedRow } from './condition-value.ts';
import { readLogic } from './read-logic.ts';
import { textAt, textsAt } from './typed.ts';

/**
 * A condition as it stands in a form, typed or loaded. `name` is the prefix of its boxes, so that a page can hold several.
 * As rows when it fits into them, otherwise as JSON Logic alone.
 */
export interface ConditionForm {
  name: string;
  shape: 'rows' | 'json';
  join: 'all' | 'any';
  rows: TypedRow[];
  json: string;
}

export function conditionForm(definition: Definition, name: string, logic: Logic | undefined): ConditionForm {
  const condition = readCondition(logic, kindsOf(askableByPath(definition)));
  return {
    name,
    shape: condition ? 'rows' : 'json',
    join: condition?.join ?? 'all',
    rows: condition?.rows.map(typedOf) ?? [],
    json: logic === undefined ? '' : JSON.stringify(logic, null, 2),
  };
}

/** What was sent, with the change its button asks for: a row more or less, or the JSON Logic instead of the rows. */
export function typedCondition(definition: Definition, name: string, body: unknown): ConditionForm {
  const action = textAt(body, 'akce');
  const count = Math.min(Number(textAt(body, `${name}-pocet`)) || 0, 100);
  const rows = Array.from({ length: count }, (_row, index) => rowAt(body, `${name}-${index}`)).filter(
    (_row, index) => action !== `${name}-smazat-${index}`,
  );
  const added = action === `${name}-pridat` ? askableByPath(definition).get(textAt(body, `${name}-nova`)) : undefined;
  return {
    name,
    shape: action === `${name}-json` || textAt(body, `${name}-tvar`) === 'json' ? 'json' : 'rows',
    join: textAt(body, `${name}-spojeni`) === 'any' ? 'any' : 'all',
    rows: added ? [...rows, newRow(added)] : rows,
    json: textAt(body, `${name}-json`),
  };
}

export type ReadLogic = { ok: true; logic: Logic | undefined } | { ok: false; errors: FormError[] };

/** The JSON Logic of a form; errors name the box to be mended. */
export function logicOf(definition: Definition, form: ConditionForm): ReadLogic {
  if (form.shape === 'json') {
    const read = readLogic(form.json);
    return read.ok ? read : { ok: false, errors: [{ field: `${form.name}-json`, message: read.message }] };
  }
  const askables = askableByPath(definition);
  const rows: ConditionRow[] = [];
  const errors: FormError[] = [];
  form.rows.forEach((typed, index) => {
    const read = rowOf(askables.get(typed.field), typed);
    if ('error' in read) errors.push({ field: `${form.name}-${index}-hodnota`, message: read.error });
    else rows.push(read);
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, logic: writeCondition({ join: form.join, rows }) };
}

function rowAt(body: unknown, name: string): TypedRow {
  return {
    field: textAt(body, `${name}-otazka`),
    comparison: textAt(body, `${name}-srovnani`),
    values: textsAt(body, `${name}-hodnota`),
    other: textAt(body, `${name}-jina`),
  };
}

function newRow({ path, kind, options }: Askable): TypedRow {
  return typedOf(
    firstRow(
      path,
      kind,
      options.map(({ value }) => value),
    ),
  );
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
