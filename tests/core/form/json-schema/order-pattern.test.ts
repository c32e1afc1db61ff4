import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { orderPattern } from '../../../../src/core/form/json-schema/order-pattern.ts';

const days = fc
  .integer({ min: -60_000, max: 60_000 })
  .map(days => Temporal.PlainDate.from('2026-05-04').add({ days }).toString());
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'));

function isMatched(pattern: string | false | undefined, text: string): boolean {
  return typeof pattern === 'string' && new RegExp(pattern, 'u').test(text);
}

describe('patterns that stand for comparisons of days and times', () => {
  it('match exactly what comes before or after', () => {
    const pairs = fc.oneof(fc.tuple(days, days), fc.tuple(times, times));
    fc.assert(
      fc.property(pairs, ([bound, text]) => {
        expect(isMatched(orderPattern(bound, '<'), text)).toBe(text < bound);
        expect(isMatched(orderPattern(bound, '<='), text)).toBe(text <= bound);
        expect(isMatched(orderPattern(bound, '>'), text)).toBe(text > bound);
        expect(isMatched(orderPattern(bound, '>='), text)).toBe(text >= bound);
        expect(isMatched(orderPattern(bound, '<='), bound)).toBe(true);
      }),
    );
  });

  it.each([
    ['0000-00-00', '<', false],
    ['99:99', '>', false],
    ['2026-6-1', '<', undefined],
    ['Alík', '>=', undefined],
    ['14:30', '>', '^([2-9][0-9]:[0-9][0-9]|1[5-9]:[0-9][0-9]|14:[4-9][0-9]|14:3[1-9])$'],
  ] as const)('of %j and %s is %j', (literal, order, pattern) => {
    expect(orderPattern(literal, order)).toBe(pattern);
  });
});
