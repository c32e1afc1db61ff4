import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/core/case/canonical.ts';

describe('canonical JSON', () => {
  test('has one spelling: sorted keys, no white space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ž"' }], a: true, 10: -0, 9: 1.5e30 })).toBe(
      '{"10":0,"9":1.5e+30,"a":true,"b":[1,{"c":"ž\\"","d":null}]}',
    );
  });

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), object => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
      }),
    );
  });

  test('means what JSON means: it reads back to the same value and then writes the same text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('a property that is undefined is left out, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test.each([NaN, Infinity, 1n, undefined, () => 1, new Date(0), new Map(), [undefined]])(
    'refuses %s, which JSON cannot hold',
    value => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});
