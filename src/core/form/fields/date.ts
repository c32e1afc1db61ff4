import { daysInMonth } from '../../czech/days-in-month.ts';
import { formatDate } from '../../czech/format.ts';
import type { FieldOf } from '../definition.ts';
import { partOf } from '../entries.ts';
import { dayFrom } from './day-from.ts';
import { lineLimit, type FieldKind, type ReadContext, type Refusal } from './kind.ts';

export const date: FieldKind<'date'> = {
  shape: ['day', 'month', 'year'],
  maxTyped: lineLimit,
  read(field, entry, context) {
    const [day, month, year] = [partOf(entry, 'day'), partOf(entry, 'month'), partOf(entry, 'year')];
    if (`${day}${month}${year}` === '') return undefined;
    const read = readDay({ day, month, year });
    return 'error' in read ? read : (rangeProblem(field, read.value, context) ?? read);
  },
  present: (_field, value) => [numeric(value)],
  missing: field =>
    field.label.endsWith('?') ? `Odpovězte datem na otázku „${field.label}“` : `Zadejte datum „${field.label}“`,
};

type Parts = Record<'day' | 'month' | 'year', string>;

function readDay(typed: Parts): { value: string } | Refusal {
  if (typed.day === '') return { error: 'Doplňte den', part: 'day' };
  if (typed.month === '') return { error: 'Doplňte měsíc', part: 'month' };
  if (typed.year === '') return { error: 'Doplňte rok', part: 'year' };
  const day = whole(typed.day);
  const month = whole(typed.month);
  const year = whole(typed.year);
  if (month < 1 || month > 12) return { error: 'Zadejte měsíc číslem od 1 do 12', part: 'month' };
  if (year < 1850 || year > 2200) return { error: 'Zadejte rok čtyřmi číslicemi, třeba 2026', part: 'year' };
  if (day < 1 || day > 31) return { error: 'Zadejte den číslem od 1 do 31', part: 'day' };
  if (day > daysInMonth(year, month)) {
    return { error: `Opravte den, ${day}.\u00a0${month}.\u00a0${year} v\u00a0kalendáři není`, part: 'day' };
  }
  return { value: `${year}-${twoDigits(month)}-${twoDigits(day)}` };
}

/** "05", "5." and "5" are five; anything else is no day, month or year. */
function whole(typed: string): number {
  return /^\d{1,4}\s*\.?$/.test(typed) ? Number.parseInt(typed, 10) : -1;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Days are compared as texts, which sort as they do. */
function rangeProblem(field: FieldOf<'date'>, day: string, { today, answers }: ReadContext): Refusal | undefined {
  const { minDaysFromToday: min, maxDaysFromToday: max, notBefore } = field;
  if (min !== undefined && day < dayFrom(today, min)) {
    return min === 0 ? { error: 'Zadejte dnešní nebo pozdější datum' } : earliest(dayFrom(today, min));
  }
  if (max !== undefined && day > dayFrom(today, max)) {
    return max === 0 ? { error: 'Zadejte dnešní nebo dřívější datum' } : latest(dayFrom(today, max));
  }
  const other = notBefore !== undefined && Object.hasOwn(answers, notBefore) ? answers[notBefore] : undefined;
  return typeof other === 'string' && day < other ? earliest(other) : undefined;
}

function earliest(bound: string): Refusal {
  return { error: `Zadejte datum ${numeric(bound)} nebo pozdější` };
}

function latest(bound: string): Refusal {
  return { error: `Zadejte datum nejpozději ${numeric(bound)}` };
}

function numeric(day: string): string {
  return formatDate(Temporal.PlainDate.from(day), 'numeric');
}
