import { readParcelNumber } from '../../czech/land-parcel.ts';
import { partOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';
import { textProblem } from './typed-text.ts';

export const landParcel: FieldKind<'landParcel'> = {
  shape: ['area', 'parcel'],
  maxTyped: lineLimit,
  read(_field, entry) {
    const [area, typed] = [partOf(entry, 'area'), partOf(entry, 'parcel')];
    if (`${area}${typed}` === '') return undefined;
    const error = area === '' ? 'Doplňte katastrální území' : textProblem(area, 120, 'one line');
    if (error !== undefined) return { error, part: 'area' };
    const parcel = readParcelNumber(typed);
    if (parcel !== undefined) return { value: { area, parcel } };
    const missing = typed === '' ? 'Doplňte číslo parcely' : 'Zadejte číslo jedné parcely';
    return { error: `${missing}, třeba 1234/5 nebo st.\u00a0123`, part: 'parcel' };
  },
  present: (_field, value) => [`parcela ${value.parcel.replace(' ', '\u00a0')}, katastrální území ${value.area}`],
  missing: askToFill,
};
