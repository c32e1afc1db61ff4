import { describe, expect, it } from 'vitest';

import { readIco } from '../../../src/core/czech/ico.ts';

describe('an IČO', () => {
  it.each([
    // Hradec Králové; České dráhy; ČEZ; one of each rare check digit.
    ['00268810', '00268810'],
    ['70994226', '70994226'],
    ['45274649', '45274649'],
    ['268810', '00268810'],
    [' 452 74 649 ', '45274649'],
    ['00000019', '00000019'],
  ])('%j is %s', (typed, ico) => {
    expect(readIco(typed)).toBe(ico);
  });

  it.each(['00268811', '45274640', '123456789', 'CZ45274649', '4527464a', '', '0', '00000000', '-45274649'])(
    '%j is none',
    typed => {
      expect(readIco(typed)).toBeUndefined();
    },
  );

  it('has exactly one right check digit for any first seven digits', () => {
    for (let first = 1; first < 3000; first += 7) {
      const digits = String(first).padStart(7, '0');
      const right = Array.from('0123456789').filter(check => readIco(digits + check) !== undefined);
      expect(right).toHaveLength(1);
    }
  });
});
