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
    return value === undefined ? { error: 'Zkontrolujte IČO, má osm číslic, třeba 00268810' } : { value };
  },
  present: (_field, value) => [value],
  missing: askToFill,
};
