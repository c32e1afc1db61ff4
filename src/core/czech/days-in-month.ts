/**
 * How many days a month has, January being 1; what `Temporal.PlainYearMonth` says as well. A large form asks thousands of
 * times, and making so many objects would take it longer than all the rest.
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
