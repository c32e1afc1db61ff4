import { readIco } from '../../czech/ico.ts';
import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';

export const ico: FieldKind<'ico'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(_field, entry) {
    const typed = lineOf(entry);
    if (typed === '') return undefined;
    const value = readIco(typed);
    return value === undefined ? { error: icoProblem(typed) } : { value };
  },
  present: (_field, value) => [value],
  missing: askToFill,
};

/** What to do about an IČO that cannot be read. */
export function icoProblem(typed: string): string {
  if (/^CZ\s*\d/i.test(typed)) return 'Zadejte IČO bez písmen CZ, s\u00a0nimi je to DIČ';
  if (/^\d{8}$/.test(typed.replace(/\s/g, ''))) return 'Zkontrolujte číslice IČO, takové IČO neexistuje';
  return 'Zkontrolujte IČO, má osm číslic, třeba 00268810';
}
