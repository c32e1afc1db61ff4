import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from '../../../src/core/czech/working-days.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const anyDay = fc.integer({ min: 0, max: 8000 }).map(days => day('2020-01-01').add({ days }));

describe('working days', () => {
  test.each([
    ['2026-12-04', true, 'a Friday'],
    ['2026-12-05', false, 'a Saturday'],
    ['2026-12-06', false, 'a Sunday'],
    ['2026-12-24', false, 'Christmas Eve, a Thursday'],
    ['2026-04-03', false, 'Good Friday'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-04-02', true, 'Maundy Thursday'],
    ['2024-02-29', true, 'a leap day on a Thursday'],
  ])('%s: %s, %s', (date, working) => {
    expect(isWorkingDay(day(date))).toBe(working);
  });

  test.each([
    ['2026-12-04', '2026-12-07', 'over a weekend'],
    ['2026-12-03', '2026-12-04', 'to the next day'],
    ['2026-04-02', '2026-04-07', 'over Easter'],
    ['2026-12-23', '2026-12-28', 'over Christmas and a weekend'],
    ['2026-12-31', '2027-01-04', 'over the new year'],
  ])('after %s comes %s (%s)', (date, next) => {
    expect(nextWorkingDay(day(date)).toString()).toBe(next);
  });

  test.each([
    ['2026-12-04', 0, '2026-12-04'],
    ['2026-12-05', 0, '2026-12-05'],
    ['2026-12-05', 1, '2026-12-07'],
    ['2026-04-01', 5, '2026-04-10'],
    ['2026-12-22', 6, '2027-01-04'],
    ['2024-02-28', 2, '2024-03-01'],
  ])('%s and %i working days is %s', (date, count, expected) => {
    expect(addWorkingDays(day(date), count).toString()).toBe(expected);
  });

  test('adding working days passes exactly that many of them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (from, count) => {
        const to = addWorkingDays(from, count);
        const passed = Array.from({ length: from.until(to).days }, (_, i) => from.add({ days: i + 1 }));
        expect(isWorkingDay(to)).toBe(true);
        expect(passed.filter(isWorkingDay)).toHaveLength(count);
      }),
    );
  });
});
