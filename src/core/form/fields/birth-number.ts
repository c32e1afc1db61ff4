import { formatBirthNumber, readBirthNumber } from '../../czech/birth-number.ts';
import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';

export const birthNumber: FieldKind<'birthNumber'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(_field, entry, { today }) {
    const typed = lineOf(entry);
    if (typed === '') return undefined;
    const value = readBirthNumber(typed, today);
    return value === undefined ? { error: 'Zkontrolujte rodné číslo, zadejte ho ve tvaru 805213/1234' } : { value };
  },
  present: (_field, value) => [formatBirthNumber(value)],
  missing: askToFill,
};
