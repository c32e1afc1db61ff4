import { formatDate } from '../../czech/format.ts';
import type { FieldOf } from '../definition.ts';
import { partOf } from '../entries.ts';
import { lineLimit, type FieldKind, type ReadContext, type Refusal } from './kind.ts';

export const date: FieldKind<'date'> = {
  shape: ['day', 'month', 'year'],
  maxTyped: lineLimit,
  read(field, entry, context) {
    const [day, month, year] = [partOf(entry, 'day'), partOf(entry, 'month'), partOf(entry, 'year')];
    if (`${day}${month}${year}` === '') return undefined;
    const read = readDay({ day, month, year });
    return 'error' in read ? read : (rangeProblem(field, read.date, context) ?? { value: read.date.toString() });
  },
  present: (_field, value) => [numeric(Temporal.PlainDate.from(value))],
  missing: field =>
    field.label.endsWith('?') ? `Odpovězte datem na otázku „${field.label}“` : `Zadejte datum „${field.label}“`,
};

type Parts = Record<'day' | 'month' | 'year', string>;

function readDay(typed: Parts): { date: Temporal.PlainDate } | Refusal {
  if (typed.day === '') return { error: 'Doplňte den', part: 'day' };
  if (typed.month === '') return { error: 'Doplňte měsíc', part: 'month' };
  if (typed.year === '') return { error: 'Doplňte rok', part: 'year' };
  const day = whole(typed.day);
  const month = whole(typed.month);
  const year = whole(typed.year);
  if (month < 1 || month > 12) return { error: 'Zadejte měsíc číslem od 1 do 12', part: 'month' };
  if (year < 1850 || year > 2200) return { error: 'Zadejte rok čtyřmi číslicemi, třeba 2026', part: 'year' };
  if (day < 1 || day > 31) return { error: 'Zadejte den číslem od 1 do 31', part: 'day' };
  if (day > new Temporal.PlainYearMonth(year, month).daysInMonth) {
    return { error: `Opravte den, ${day}.\u00a0${month}.\u00a0${year} v\u00a0kalendáři není`, part: 'day' };
  }
  return { date: new Temporal.PlainDate(year, month, day) };
}

/** "05", "5." and "5" are five; anything else is no day, month or year. */
function whole(typed: string): number {
  return /^\d{1,4}\s*\.?$/.test(typed) ? Number.parseInt(typed, 10) : -1;
}

function rangeProblem(
  field: FieldOf<'date'>,
  date: Temporal.PlainDate,
  { today, answers }: ReadContext,
): Refusal | undefined {
  const { minDaysFromToday: min, maxDaysFromToday: max, notBefore } = field;
  const before = (bound: Temporal.PlainDate) => Temporal.PlainDate.compare(date, bound) < 0;
  if (min === 0 && before(today)) return { error: 'Zadejte dnešní nebo pozdější datum' };
  if (min !== undefined && before(today.add({ days: min }))) return earliest(today.add({ days: min }));
  const after = (bound: Temporal.PlainDate) => Temporal.PlainDate.compare(date, bound) > 0;
  if (max === 0 && after(today)) return { error: 'Zadejte dnešní nebo dřívější datum' };
  if (max !== undefined && after(today.add({ days: max }))) return latest(today.add({ days: max }));
  const other = notBefore !== undefined && Object.hasOwn(answers, notBefore) ? answers[notBefore] : undefined;
  const start = typeof other === 'string' ? Temporal.PlainDate.from(other) : undefined;
  return start !== undefined && before(start) ? earliest(start) : undefined;
}

function earliest(bound: Temporal.PlainDate): Refusal {
  return { error: `Zadejte datum ${numeric(bound)} nebo pozdější` };
}

function latest(bound: Temporal.PlainDate): Refusal {
  return { error: `Zadejte datum nejpozději ${numeric(bound)}` };
}

function numeric(day: Temporal.PlainDate): string {
  return formatDate(day, 'numeric');
}
