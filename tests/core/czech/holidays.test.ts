import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { isHoliday } from '../../../src/core/czech/holidays.ts';

const calendar = new Holidays('CZ');
const years = Array.from({ length: 21 }, (_, i) => 2020 + i);

describe('holidays', () => {
  test.each(years)('the public holidays of %i are those of an independent calendar', year => {
    const expected = calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10));
    expect(daysOf(year).filter(isHoliday).map(String)).toEqual([...new Set(expected)].sort());
  });

  test('Easter is found at both of its ends', () => {
    expect(isHoliday(Temporal.PlainDate.from('2285-03-23'))).toBe(true);
    expect(isHoliday(Temporal.PlainDate.from('2038-04-26'))).toBe(true);
    expect(isHoliday(Temporal.PlainDate.from('2038-04-25'))).toBe(false);
  });
});

function daysOf(year: number): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }));
}
