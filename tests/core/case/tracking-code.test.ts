import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTrackingCode, parseTrackingCode } from '../../../src/core/case/tracking-code.ts';

const eightBytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

describe('the tracking code', () => {
  test.each([
    [[0, 0, 0, 0, 0, 0, 0, 0], '0000-0000-0000'],
    [[255, 255, 255, 255, 255, 255, 255, 255], 'ZZZZ-ZZZZ-ZZZZ'],
    [[0x08, 0x86, 0x42, 0x98, 0xe8, 0x4a, 0x96, 0xc0], '1234-5678-9ABC'],
  ])('%j is written as %s', (bytes, code) => {
    expect(formatTrackingCode(Uint8Array.from(bytes))).toBe(code);
  });

  test('reads back as it was written, however it is typed', () => {
    fc.assert(
      fc.property(eightBytes, bytes => {
        const code = formatTrackingCode(bytes);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
        expect(parseTrackingCode(code)).toBe(code);
        expect(parseTrackingCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
        expect(parseTrackingCode(code.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ''))).toBe(code);
      }),
    );
  });

  test('every one of the sixty bits counts', () => {
    fc.assert(
      fc.property(eightBytes, fc.integer({ min: 0, max: 59 }), (bytes, bit) => {
        const flipped = bytes.map((byte, i) => (i === Math.floor(bit / 8) ? byte ^ (128 >> (bit % 8)) : byte));
        expect(formatTrackingCode(flipped)).not.toBe(formatTrackingCode(bytes));
      }),
    );
  });

  test.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKMNP', 'ABCD-EFGU-JKMN', 'příliš'])('"%s" is no code', typed => {
    expect(parseTrackingCode(typed)).toBeNull();
  });

  test('too little randomness is a bug, not a shorter code', () => {
    expect(() => formatTrackingCode(new Uint8Array(7))).toThrow(RangeError);
  });
});
