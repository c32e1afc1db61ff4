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
    const [, building, number] = /^(st\.?\s*)?(\d{1,5}(?:\/\d{1,4})?)$/i.exec(typed) ?? [];
    if (number === undefined) return { error: 'Zadejte číslo parcely, třeba 1234/5 nebo st.\u00a0123', part: 'parcel' };
    return { value: { area, parcel: building === undefined ? number : `st. ${number}` } };
  },
  present: (_field, value) => [`parcela ${value.parcel}, katastrální území ${value.area}`],
  missing: askToFill,
};
