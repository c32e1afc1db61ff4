import { isHoliday } from './holidays.ts';

/** Monday to Friday, unless it is a public holiday. */
export function isWorkingDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && !isHoliday(date);
}

/** The first working day after the date; never the date itself. */
export function nextWorkingDay(date: Temporal.PlainDate): Temporal.PlainDate {
  return neighbour(date, 1);
}

/** The date itself when it is a working day, otherwise the first one after it. */
export function workingDayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(date) ? date : nextWorkingDay(date);
}

/**
 * The day on which the given number of working days has passed; the date itself is not counted. Zero gives it back, a
 * negative number goes back in time.
 */
export function addWorkingDays(date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = date;
  for (let passed = 0; passed < Math.abs(count); passed += 1) day = neighbour(day, count < 0 ? -1 : 1);
  return day;
}

/** How many working days there are after `from` up to and with `to`; negative, and counted the other way, when `to` is earlier. */
export function workingDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  if (Temporal.PlainDate.compare(to, from) < 0) return -workingDaysBetween(to, from);
  let count = 0;
  for (let day = nextWorkingDay(from); Temporal.PlainDate.compare(day, to) <= 0; day = nextWorkingDay(day)) count += 1;
  return count;
}

function neighbour(date: Temporal.PlainDate, step: 1 | -1): Temporal.PlainDate {
  const next = date.add({ days: step });
  return isWorkingDay(next) ? next : neighbour(next, step);
}
