import { needsDays, type Comparison } from '../../core/form/edit/comparisons.ts';
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
  if (typeof value !== 'object') return { field, comparison, values: writtenOf(value), other: '' };
  if (Array.isArray(value)) return { field, comparison, values: value, other: '' };
  return { field, comparison, values: writtenOf(value.days), other: value.field };
}

function writtenOf(value: string | number | boolean | undefined): string[] {
  if (value === undefined) return [];
  return [typeof value === 'number' ? String(value).replace('.', ',') : String(value)];
}

/** What a row compares with; or why that is not possible, in Czech. */
export function conditionValue(
  { kind, label, options }: Askable,
  comparison: Comparison,
  { values, other }: TypedRow,
): { value: ConditionValue } | { error: string } {
  if (needsDays(comparison)) return daysFrom(label, { values, other });
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

function daysFrom(
  label: string,
  { values: [typed = ''], other }: Pick<TypedRow, 'values' | 'other'>,
): { value: ConditionValue } | { error: string } {
  if (other === '') return { error: `Vyberte datum, od kterého se u\u00a0„${label}“ dny počítají.` };
  const read = readNumber(typed.trim());
  if (read?.decimals === 0) return { value: { field: other, days: read.value } };
  return { error: 'Napište, o\u00a0kolik dnů jde, třeba 30.' };
}
