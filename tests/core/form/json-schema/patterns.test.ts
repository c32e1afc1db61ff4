import { expect, it } from 'vitest';

import { birthNumberPattern } from '../../../../src/core/form/json-schema/birth-number-pattern.ts';
import { dayPattern } from '../../../../src/core/form/json-schema/day-pattern.ts';

const two = (number: number) => String(number).padStart(2, '0');

it('the pattern of days takes those the calendar has between 1850 and 2200, and none else', () => {
  const pattern = new RegExp(`^${dayPattern()}$`, 'u');
  const misjudged: string[] = [];
  for (let year = 1845; year <= 2205; year += 1) {
    for (let month = 0; month <= 13; month += 1) {
      const isMonth = year >= 1850 && year <= 2200 && month >= 1 && month <= 12;
      const last = isMonth ? new Temporal.PlainYearMonth(year, month).daysInMonth : 0;
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${two(month)}-${two(day)}`;
        if (pattern.test(text) !== (day >= 1 && day <= last)) misjudged.push(text);
      }
    }
  }
  expect(misjudged).toEqual([]);
});

it('the pattern of birth numbers takes the years and months they are made of, and none else', () => {
  const pattern = new RegExp(`^${birthNumberPattern()}$`, 'u');
  const misjudged: string[] = [];
  for (let year = 0; year <= 99; year += 1) {
    for (let month = 0; month <= 99; month += 1) {
      const isPlain = [0, 50].some(added => month - added >= 1 && month - added <= 12);
      const isLater = [20, 70].some(added => month - added >= 1 && month - added <= 12) && year >= 4 && year < 54;
      for (const day of [0, 1, 31, 32]) {
        const isDay = day >= 1 && day <= 31;
        const digits = `${two(year)}${two(month)}${two(day)}`;
        if (pattern.test(`${digits}001`) !== (isDay && isPlain && year < 54)) misjudged.push(`${digits}001`);
        if (pattern.test(`${digits}000`)) misjudged.push(`${digits}000`);
        if (pattern.test(`${digits}0000`) !== (isDay && (isPlain || isLater))) misjudged.push(`${digits}0000`);
      }
    }
  }
  expect(misjudged).toEqual([]);
});
