import { lineOf } from '../entries.ts';
import { lineLimit, type FieldKind } from './kind.ts';
import { askToChoose } from './one-of.ts';

export const yesNo: FieldKind<'yesNo'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(_field, entry) {
    const chosen = lineOf(entry);
    if (chosen === '') return undefined;
    if (chosen === 'yes') return { value: true };
    if (chosen === 'no') return { value: false };
    return { error: 'Vyberte „Ano“, nebo „Ne“' };
  },
  present: (_field, value) => [value ? 'Ano' : 'Ne'],
  missing: askToChoose,
};
