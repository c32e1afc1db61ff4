import { describe, expect, it } from 'vitest';

import { formatBirthNumber, readBirthNumber } from '../../../src/core/czech/birth-number.ts';

const today = Temporal.PlainDate.from('2026-03-05');

/** The ten digits of a day and a number, with a check digit that makes the whole divisible by 11. */
function checked(nineDigits: string): string {
  return nineDigits + String((11 - ((Number(nineDigits) * 10) % 11)) % 11);
}

describe('a birth number', () => {
  it.each([
    ['736028/5163', '7360285163', 'a woman'],
    ['7360285163', '7360285163', 'without a slash'],
    ['736028 5163', '7360285163', 'with a space'],
    [checked('800102123'), checked('800102123'), 'a man'],
    [checked('000229123'), checked('000229123'), 'a leap day of 2000'],
    [checked('052115123'), checked('052115123'), 'a man of 2005 from the additional numbers'],
    [checked('057115124'), checked('057115124'), 'a woman of 2005 from the additional numbers'],
    ['530101123', '530101123', 'nine digits before 1954'],
    ['015101001', '015101001', 'nine digits of 1901'],
  ])('%j is %s: %s', (typed, digits) => {
    expect(readBirthNumber(typed, today)).toBe(digits);
  });

  it('until 1985 may end in 0 where the check digit would be 10', () => {
    const nine = Array.from({ length: 900 }, (_, index) => `800102${String(index + 100)}`).find(
      digits => Number(digits) % 11 === 10,
    );
    const later = Array.from({ length: 900 }, (_, index) => `900102${String(index + 100)}`).find(
      digits => Number(digits) % 11 === 10,
    );
    expect(readBirthNumber(`${String(nine)}0`, today)).toBe(`${String(nine)}0`);
    expect(readBirthNumber(`${String(later)}0`, today)).toBeUndefined();
  });

  it.each([
    ['736028/5164', 'a wrong check digit'],
    [checked('801302123'), 'a thirteenth month'],
    [checked('800230123'), 'the thirtieth of February'],
    [checked('010229123'), 'a leap day in 2001'],
    [checked('802102123'), 'additional numbers before 2004'],
    [checked('032102123'), 'additional numbers in 2003'],
    [checked('800100123'), 'the zeroth day'],
    [checked('800002123'), 'the zeroth month'],
    [checked('260306123'), 'tomorrow'],
    ['530101000', 'nine digits ending in 000'],
    ['540101123', 'nine digits since 1954'],
    ['73602851634', 'eleven digits'],
    ['7360-285163', 'a dash'],
    ['', 'nothing'],
  ])('%j is none: %s', typed => {
    expect(readBirthNumber(typed, today)).toBeUndefined();
  });

  it('is good for a child born today', () => {
    expect(readBirthNumber(checked('260305123'), today)).toBe(checked('260305123'));
  });

  it('is written with a slash', () => {
    expect(formatBirthNumber('7360285163')).toBe('736028/5163');
    expect(formatBirthNumber('530101123')).toBe('530101/123');
  });
});
