import { describe, expect, it } from 'vitest';

import { readDataBoxId } from '../../../src/core/czech/data-box.ts';

describe('a data box id', () => {
  it.each(['bebb2in', 'BEBB2IN', ' bebb 2in '])('%j is bebb2in', typed => {
    expect(readDataBoxId(typed)).toBe('bebb2in');
  });

  it.each(['bebb2i', 'bebb2inn', 'bebb-in', 'bébb2in', ''])('%j is none', typed => {
    expect(readDataBoxId(typed)).toBeUndefined();
  });
});
