import { describe, expect, it } from 'vitest';

import { readParcelNumber } from '../../../src/core/czech/land-parcel.ts';

describe('a parcel number', () => {
  it.each([
    ['1234/5', '1234/5'],
    ['1234', '1234'],
    [' 1234 / 5 ', '1234/5'],
    ['p. č. 1234/5', '1234/5'],
    ['parc.č. 12', '12'],
    ['Parcela číslo 12', '12'],
    ['st. 123', 'st. 123'],
    ['ST.123/1', 'st. 123/1'],
    ['st 123', 'st. 123'],
    ['st. p. č. 123', 'st. 123'],
    ['stavební parcela 123', 'st. 123'],
    ['00012/03', '12/3'],
  ])('%j is %s', (typed, number) => {
    expect(readParcelNumber(typed)).toBe(number);
  });

  it.each(['', '0', '12/0', '123456', '12/34567', '12, 13', '12/3/4', 'vedle', 'st.', '-5', '12a'])(
    '%j is none',
    typed => {
      expect(readParcelNumber(typed)).toBeUndefined();
    },
  );
});
