import { describe, expect, test } from 'vitest';
import { levelToConfirm } from '../../../src/core/authorisation/policy.ts';
import { shortPrint } from '../../../src/core/authorisation/print.ts';
import { type Confirmation, standingOf } from '../../../src/core/authorisation/standing.ts';

const at = Temporal.Instant.from('2026-11-22T09:00:00Z');
const sha256 = 'a1b2c3d4'.repeat(8);
const given: Confirmation = { sha256, accountId: 'karel', level: 'substantial', at };
const wanted = {
  sha256,
  accountId: 'karel',
  needed: 'substantial' as const,
  now: at.add({ minutes: 14, seconds: 59 }),
};

describe('a confirmation', () => {
  test.each([
    ['given', 'of just this document, by just this account, just now', given, wanted],
    ['given', 'by somebody known more surely than needed', { ...given, level: 'high' as const }, wanted],
    ['missing', 'that nobody gave', null, wanted],
    ['missing', 'that somebody else gave', { ...given, accountId: 'jana' }, wanted],
    ['missing', 'for a guest', given, { ...wanted, accountId: null }],
    ['changed', 'of another document', given, { ...wanted, sha256: 'f'.repeat(64) }],
    ['old', 'of a quarter of an hour ago', given, { ...wanted, now: at.add({ minutes: 15 }) }],
    ['weak', 'by a mailbox where an identity is needed', { ...given, level: 'account' as const }, wanted],
  ] as const)('is %s: %s', (standing, _what, confirmation, of) => {
    expect(standingOf(confirmation, of)).toBe(standing);
  });
});

test.each([
  [{ identity: 'none', confirmation: 'none' }, null],
  [{ identity: 'high', confirmation: 'none' }, null],
  [{ identity: 'account', confirmation: 'authorised' }, 'account'],
  [{ identity: 'high', confirmation: 'authorised' }, 'high'],
  [{ identity: 'none', confirmation: 'withinFiveDays' }, 'substantial'],
  [{ identity: 'account', confirmation: 'withinFiveDays' }, 'substantial'],
] as const)('%j is confirmed by somebody of level %s', (policy, level) => {
  expect(levelToConfirm(policy)).toBe(level);
});

test('a print is what of the hash people compare', () => {
  expect(shortPrint(sha256)).toBe('A1B2\u00a0C3D4\u00a0A1B2\u00a0C3D4');
});
