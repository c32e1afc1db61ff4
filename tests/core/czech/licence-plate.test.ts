import { describe, expect, it } from 'vitest';

import { readLicencePlate } from '../../../src/core/czech/licence-plate.ts';

describe('a licence plate', () => {
  it.each([
    ['1H2 3456', '1H23456'],
    ['hka 12-34', 'HKA1234'],
    ['EL 123 AB', 'EL123AB'],
    ['MUJPES01', 'MUJPES01'],
  ])('%j is %s', (typed, plate) => {
    expect(readLicencePlate(typed)).toBe(plate);
  });

  it.each(['1H2', '1H2345678', 'ABCDEFG', '1G23456', '1O23456', '1Q23456', '1W23456', '1Ř23456', ''])(
    '%j is none',
    typed => {
      expect(readLicencePlate(typed)).toBeUndefined();
    },
  );
});
