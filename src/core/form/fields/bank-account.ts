import { readBankAccount } from '../../czech/bank-account.ts';
import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';

export const bankAccount: FieldKind<'bankAccount'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(_field, entry) {
    const typed = lineOf(entry);
    if (typed === '') return undefined;
    const value = readBankAccount(typed);
    return value === undefined
      ? { error: 'Zkontrolujte číslo účtu, zadejte ho ve tvaru 123456789/0800 nebo 19-123456789/0800' }
      : { value };
  },
  present: (_field, value) => [value],
  missing: askToFill,
};
