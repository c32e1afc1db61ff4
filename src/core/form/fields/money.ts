import { formatCrowns } from '../../czech/amounts.ts';
import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';
import { rangeProblem, readNumber } from './typed-number.ts';

export const money: FieldKind<'money'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(field, entry) {
    const typed = lineOf(entry);
    if (typed === '') return undefined;
    const read = readNumber(withoutCurrency(typed));
    if (!read || read.decimals > 2) return { error: 'Zadejte částku v\u00a0korunách, třeba 1\u00a0250 nebo 99,50' };
    const error = rangeProblem(read.value, { min: field.min ?? 0, max: field.max }, formatCrowns);
    return error === undefined ? { value: read.value } : { error };
  },
  present: (_field, value) => [formatCrowns(value)],
  missing: askToFill,
};

/** "1 250,- Kč" is 1 250. Step by step: one pattern for all of it would try every way to split a long run of spaces. */
function withoutCurrency(typed: string): string {
  const amount = typed.replace(/(?:Kč|CZK)$/i, '').trimEnd();
  return amount.replace(/,[-–]$/, '').trimEnd();
}
