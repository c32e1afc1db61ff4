import { isHoliday } from './holidays.ts';

/** Monday to Friday, unless it is a public holiday. */
export function isWorkingDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && !isHoliday(date);
}

/** The first working day after the date; never the date itself. */
export function nextWorkingDay(date: Temporal.PlainDate): Temporal.PlainDate {
  const next = date.add({ days: 1 });
  return isWorkingDay(next) ? next : nextWorkingDay(next);
}

/** The day on which the given number of working days has passed; the date itself is not counted. Zero gives it back. */
export function addWorkingDays(date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = date;
  for (let passed = 0; passed < count; passed += 1) day = nextWorkingDay(day);
  return day;
}
