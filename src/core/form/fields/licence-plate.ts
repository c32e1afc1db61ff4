import { readLicencePlate } from '../../czech/licence-plate.ts';
import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';

export const licencePlate: FieldKind<'licencePlate'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(_field, entry) {
    const typed = lineOf(entry);
    if (typed === '') return undefined;
    const value = readLicencePlate(typed);
    return value === undefined ? { error: problem(typed) } : { value };
  },
  // Today's plates are read in two parts; others vary.
  present: (_field, value) => [value.replace(/^(\d[A-Z][A-Z\d])(\d{4})$/, '$1\u00a0$2')],
  missing: askToFill,
};

function problem(typed: string): string {
  if (/[GOQW]/i.test(typed)) return 'Zkontrolujte registrační značku, písmena G, O, Q a\u00a0W na ní nebývají';
  return 'Zkontrolujte registrační značku, zadejte ji třeba jako 1H2\u00a03456';
}
