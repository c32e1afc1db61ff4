import { formatNumber } from '../../czech/amounts.ts';
import { lineOf } from '../entries.ts';
import type { FieldOf } from '../definition.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';
import { rangeProblem, readNumber } from './typed-number.ts';

export const number: FieldKind<'number'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(field, entry) {
    const typed = lineOf(entry);
    if (typed === '') return undefined;
    const read = readNumber(withoutUnit(typed, field.unit));
    if (!read) return { error: field.decimals === 0 ? 'Zadejte celé číslo, třeba 25' : 'Zadejte číslo, třeba 12,5' };
    if (read.decimals > field.decimals) return { error: decimalsProblem(field.decimals) };
    const error = rangeProblem(read.value, field, bound => withUnit(field, bound));
    return error === undefined ? { value: read.value } : { error };
  },
  present: (field, value) => [withUnit(field, value)],
  missing: askToFill,
};

function withoutUnit(typed: string, unit: string | undefined): string {
  return unit !== undefined && typed.endsWith(unit) ? typed.slice(0, -unit.length).trim() : typed;
}

function withUnit(field: FieldOf<'number'>, value: number): string {
  return field.unit === undefined ? formatNumber(value) : `${formatNumber(value)}\u00a0${field.unit}`;
}

function decimalsProblem(decimals: number): string {
  if (decimals === 0) return 'Zadejte celé číslo, třeba 25';
  return decimals === 1
    ? 'Zadejte číslo nejvýš s\u00a0jedním desetinným místem'
    : `Zadejte číslo nejvýš s\u00a0${decimals} desetinnými místy`;
}
