import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatReference, parseReference } from '../../../src/core/case/reference.ts';

const aReference = fc.record({
  year: fc.integer({ min: 2020, max: 2099 }),
  isTrial: fc.boolean(),
  number: fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 999_999_999 })),
});
const characters = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
/** What a reader may confuse is one character to the portal. */
const sameToReader = (text: string) => text.replaceAll('O', '0').replace(/[IL]/g, '1');

describe('the reference of a case', () => {
  test('looks the same on every receipt', () => {
    expect(formatReference({ year: 2026, number: 1 })).toMatch(/^HK26-00001-[A-Z]$/);
    expect(formatReference({ year: 2026, number: 123 })).toBe('HK26-00123-K');
    expect(formatReference({ year: 2026, number: 1_234_567 })).toMatch(/^HK26-1234567-[A-Z]$/);
  });

  test('of a trial is never taken for that of a filing', () => {
    const trial = formatReference({ year: 2026, number: 123, isTrial: true });
    expect(trial).toMatch(/^ZK26-00123-[A-Z]$/);
    expect(parseReference(trial.replace('ZK', 'HK'))).toBeNull();
    expect(parseReference('ZK26-00123-K')).toBeNull();
  });

  test('reads back as it was written', () => {
    fc.assert(
      fc.property(aReference, reference => {
        const written = formatReference(reference);
        expect(parseReference(written)).toBe(written);
      }),
    );
  });

  test.each([
    'hk26-00123-k',
    ' HK26 00123 K ',
    'HK2600123K',
    'HK26–00123–K',
    'HK 26 - 00123 / K',
    'hk26-oo123-k',
    'HK26-OOI23-K',
    'hk26-00l23-k',
  ])('%s is understood as HK26-00123-K', typed => {
    expect(parseReference(typed)).toBe('HK26-00123-K');
  });

  test.each(['', 'HK', '26-00123-K', 'HK26-123-K', 'HK26-00000-A', 'HK26-000123-K', 'MMHK/130379/2016', '🙂'])(
    '"%s" is not a reference',
    typed => {
      expect(parseReference(typed)).toBeNull();
    },
  );

  test('one wrong character is always noticed', () => {
    fc.assert(
      fc.property(aReference, fc.nat(), fc.constantFrom(...characters), (reference, at, character) => {
        const right = formatReference(reference).replaceAll('-', '');
        const position = at % right.length;
        const wrong = right.slice(0, position) + character + right.slice(position + 1);
        fc.pre(sameToReader(wrong) !== sameToReader(right));
        expect(parseReference(wrong)).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  test('two swapped neighbours are always noticed', () => {
    fc.assert(
      fc.property(aReference, fc.nat(), (reference, at) => {
        const right = formatReference(reference).replaceAll('-', '');
        const position = at % (right.length - 1);
        const swapped = right.charAt(position + 1) + right.charAt(position);
        const wrong = right.slice(0, position) + swapped + right.slice(position + 2);
        fc.pre(wrong !== right);
        expect(parseReference(wrong)).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  test('whatever is typed, reading it never fails and gives only what could have been issued', () => {
    fc.assert(
      fc.property(fc.string(), typed => {
        const reference = parseReference(typed);
        if (reference !== null) expect(parseReference(reference)).toBe(reference);
      }),
    );
  });
});
