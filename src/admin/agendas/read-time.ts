import { dayInPrague } from '../../core/czech/format.ts';
import type { Entries } from '../../core/form/answers.ts';
import type { FieldOf, Step } from '../../core/form/definition.ts';
import { date } from '../../core/form/fields/date.ts';
import { time } from '../../core/form/fields/time.ts';
import { readEntries } from '../../core/form/read-entries.ts';

const common = { required: true } as const;
const dayField: FieldOf<'date'> = {
  type: 'date',
  id: 'den',
  label: 'Den',
  minDaysFromToday: 0,
  maxDaysFromToday: 366,
  ...common,
};
const timeField: FieldOf<'time'> = { type: 'time', id: 'cas', label: 'Čas', ...common };
const step: Step = { id: 'kdy', title: 'Kdy', fields: [dayField, timeField] };

export type TimeEntries = Entries;

/** What was typed as the time of publication, to be shown again. */
export function timeEntries(body: unknown): TimeEntries {
  return readEntries(step, body);
}

export type ReadTime =
  { ok: true; at: Temporal.Instant } | { ok: false; field: 'den' | 'cas'; message: string; part?: string };

/** A day and an hour in Prague, at least a minute ahead and at most a year. */
export function readTime(entries: TimeEntries, now: Temporal.Instant): ReadTime {
  const day = date.read(dayField, entries['den'], { today: dayInPrague(now), answers: {} });
  if (day === undefined) return { ok: false, field: 'den', message: 'Zadejte den, kdy se má verze zveřejnit' };
  if ('error' in day) return { ok: false, field: 'den', message: day.error, ...(day.part && { part: day.part }) };
  const hour = time.read(timeField, entries['cas'], { today: dayInPrague(now), answers: {} });
  if (hour === undefined) return { ok: false, field: 'cas', message: 'Zadejte čas, třeba 14:30' };
  if ('error' in hour) return { ok: false, field: 'cas', message: hour.error };
  const at = Temporal.PlainDate.from(day.value)
    .toZonedDateTime({ timeZone: 'Europe/Prague', plainTime: hour.value })
    .toInstant();
  if (Temporal.Instant.compare(at, now) <= 0)
    return { ok: false, field: 'cas', message: 'Zadejte čas, který teprve přijde' };
  return { ok: true, at };
}
