import { describe, expect, it } from 'vitest';

import { formatPostcode, readPostcode } from '../../../src/core/czech/postcode.ts';

describe('a postcode', () => {
  it.each(['500 02', '50002', ' 500\u00a002 '])('%j is 50002', typed => {
    expect(readPostcode(typed)).toBe('50002');
  });

  it.each(['5000', '500020', 'CZ-50002', '5000a', ''])('%j is none', typed => {
    expect(readPostcode(typed)).toBeUndefined();
  });

  it('is read in two groups that stay together', () => {
    expect(formatPostcode('50002')).toBe('500\u00a002');
  });
});
