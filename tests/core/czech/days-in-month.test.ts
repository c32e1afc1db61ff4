import { expect, it } from 'vitest';

import { daysInMonth } from '../../../src/core/czech/days-in-month.ts';

it('every month of four hundred years has the days that Temporal says', () => {
  for (let year = 1800; year <= 2200; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const expected = new Temporal.PlainYearMonth(year, month).daysInMonth;
      expect(daysInMonth(year, month), `${year}-${month}`).toBe(expected);
    }
  }
});
