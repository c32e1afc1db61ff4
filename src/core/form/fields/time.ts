import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';

export const time: FieldKind<'time'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(_field, entry) {
    const typed = lineOf(entry);
    if (typed === '') return undefined;
    const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed) ?? [];
    if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return { error: 'Zadejte čas, třeba 14:30' };
    return { value: `${hours.padStart(2, '0')}:${minutes}` };
  },
  present: (_field, value) => [value],
  missing: askToFill,
};
