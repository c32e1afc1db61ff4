import type { Comparison } from '../../core/form/edit/comparisons.ts';
import type { ConditionRow, ConditionValue } from '../../core/form/edit/condition.ts';
import { readNumber } from '../../core/form/fields/typed-number.ts';
import type { Askable } from './askable.ts';

/** A row of a condition as it was typed. */
export interface TypedRow {
  field: string;
  comparison: string;
  values: string[];
  /** The other question it is compared with; empty for what is written in `values`. */
  other: string;
}

/** How a row is shown in the boxes of a form. */
export function typedOf({ field, comparison, value }: ConditionRow): TypedRow {
  const isOther = typeof value === 'object' && !Array.isArray(value);
  const written = isOther || value === undefined ? [] : Array.isArray(value) ? value : [writtenOf(value)];
  return { field, comparison, values: written, other: isOther ? value.field : '' };
}

function writtenOf(value: string | number | boolean): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value);
}

/** What a row compares with; or why that is not possible, in Czech. */
export function conditionValue(
  { kind, label, options }: Askable,
  comparison: Comparison,
  { values, other }: TypedRow,
): { value: ConditionValue } | { error: string } {
  const isCount = comparison === 'countAtLeast' || comparison === 'countAtMost';
  if (other !== '' && !isCount) return { value: { field: other } };
  const written = values[0]?.trim() ?? '';
  if (comparison === 'isOneOf' || comparison === 'isNoneOf') {
    return values.length > 0
      ? { value: values }
      : { error: `Zaškrtněte aspoň jednu možnost u\u00a0otázky „${label}“.` };
  }
  if (written === '') return { error: `Doplňte, s\u00a0čím se má odpověď na „${label}“ porovnat.` };
  if (kind === 'boolean') return { value: written === 'true' };
  const isOption = options.some(option => option.value === written);
  // Whoever has just chosen another comparison sends the box of the one before.
  if (isCount && isOption) return { value: 1 };
  if (!isCount && options[0] !== undefined && !isOption) return { value: options[0].value };
  if (isCount || kind === 'number') {
    const read = readNumber(written);
    return read ? { value: read.value } : { error: `„${written}“ není číslo. Napište třeba 10 nebo 2,5.` };
  }
  return { value: written };
}
