import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';

export const time: FieldKind<'time'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(_field, entry) {
    const typed = lineOf(entry);
    if (typed === '') return undefined;
    const clock = readClock(typed);
    if (!clock) return { error: 'Zadejte čas, třeba 14:30' };
    const { hours, minutes } = clock;
    if (Number(hours) > 23) return { error: 'Zadejte hodinu od 0 do 23, půlnoc jako 0:00' };
    if (Number(minutes) > 59) return { error: 'Zadejte minuty od 00 do 59' };
    return { value: `${hours.padStart(2, '0')}:${minutes}` };
  },
  present: (_field, value) => [value.replace(/^0/, '')],
  missing: askToFill,
};

/** As Czechs write it: "14:30", "14.30", "8:05 h", "14 hodin", "14h30", "1430". */
function readClock(typed: string): { hours: string; minutes: string } | undefined {
  const compact = typed
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/(\d)h(?:od(?:\.|iny?|in[aě])?)?\.?$/, '$1');
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.,h]?(\d{2}))?$/.exec(compact) ?? [];
  return hours === undefined ? undefined : { hours, minutes };
}
