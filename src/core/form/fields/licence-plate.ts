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
    return value === undefined
      ? { error: 'Zkontrolujte registrační značku, zadejte ji třeba jako 1H2\u00a03456' }
      : { value };
  },
  present: (_field, value) => [value],
  missing: askToFill,
};
