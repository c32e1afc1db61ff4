/** Dates and times as Czech reads them. A space that must not break the line is U+00A0. */

const zone = 'Europe/Prague';

const months = [
  'ledna',
  'února',
  'března',
  'dubna',
  'května',
  'června',
  'července',
  'srpna',
  'září',
  'října',
  'listopadu',
  'prosince',
];
const weekdays = ['pondělí', 'úterý', 'středa', 'čtvrtek', 'pátek', 'sobota', 'neděle'];

/** `weekday`: "pátek 4. prosince 2026", `long`: "4. prosince 2026", `numeric`: "4. 12. 2026". */
export type DateStyle = 'weekday' | 'long' | 'numeric';

/** A day in words or numbers; the weekday is in the nominative. */
export function formatDate(date: Temporal.PlainDate, style: DateStyle = 'long'): string {
  if (style === 'numeric') return `${date.day}.\u00a0${date.month}.\u00a0${date.year}`;
  const long = `${date.day}.\u00a0${months[date.month - 1] ?? ''} ${date.year}`;
  return style === 'long' ? long : `${weekdays[date.dayOfWeek - 1] ?? ''} ${long}`;
}

/** An instant as the clock in Prague shows it: "22. listopadu 2026 v 14:03:27", to seconds as receipts need, or to minutes. */
export function formatDateTime(instant: Temporal.Instant, precision: 'seconds' | 'minutes' = 'seconds'): string {
  const local = instant.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: precision === 'seconds' ? 'second' : 'minute' });
  return `${formatDate(local.toPlainDate())} v\u00a0${time}`;
}

/** How far a due day is: "dnes", "zítra", "za 5 dní", "po termínu 3 dny". */
export function formatDue(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const { days } = today.until(dueOn, { largestUnit: 'days' });
  if (days < 0) return `po termínu ${formatDays(-days)}`;
  if (days === 0) return 'dnes';
  return days === 1 ? 'zítra' : `za ${formatDays(days)}`;
}

/** A count of days: "1 den", "3 dny", "5 dní"; working ones: "3 pracovní dny". */
export function formatDays(count: number, unit: 'calendar' | 'working' = 'calendar'): string {
  const working = unit === 'working';
  if (count === 1) return `1\u00a0${working ? 'pracovní ' : ''}den`;
  if (count >= 2 && count <= 4) return `${count}\u00a0${working ? 'pracovní ' : ''}dny`;
  return `${count}\u00a0${working ? 'pracovních ' : ''}dní`;
}

/** The day an instant belongs to: 23:59 in Prague is still that day, whatever the day in UTC. */
export function dayInPrague(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}
