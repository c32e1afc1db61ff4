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
    return value === undefined ? { error: problem(typed) } : { value };
  },
  present: (_field, value) => [value],
  missing: askToFill,
};

function problem(typed: string): string {
  if (/^[A-Z]{2}\s*\d/i.test(typed)) return 'Zadejte číslo účtu v\u00a0českém tvaru, ne IBAN, třeba 19-2000145399/0800';
  if (/^[\d\s–−-]+$/.test(typed)) return 'Doplňte za číslo účtu lomítko a\u00a0kód banky, třeba /0800';
  return 'Zkontrolujte číslo účtu, zadejte ho ve tvaru 2000145399/0800 nebo 19-2000145399/0800';
}
