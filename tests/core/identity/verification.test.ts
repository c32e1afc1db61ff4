import { describe, expect, test } from 'vitest';
import type { AssuranceLevel } from '../../../src/core/actor.ts';
import { judgeVerification, levelOf, verifiedUntil } from '../../../src/core/identity/verification.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-28');

describe('how surely it is known who acts', () => {
  test.each<[method: string, level: AssuranceLevel, until: string | null, known: AssuranceLevel]>([
    ['password', 'account', null, 'account'],
    ['password', 'account', '2026-11-28', 'substantial'],
    ['password', 'account', '2029-11-28', 'substantial'],
    ['password', 'account', '2026-11-27', 'account'],
    ['passkey', 'account', '2029-11-28', 'substantial'],
    ['demo', 'account', '2029-11-28', 'substantial'],
    ['mailLink', 'account', '2029-11-28', 'account'],
    ['bankId', 'account', '2029-11-28', 'account'],
    ['bankId', 'substantial', null, 'substantial'],
    ['nia', 'high', '2029-11-28', 'high'],
    ['demo', 'high', '2029-11-28', 'high'],
  ])('by %s at %s, verified until %s: %s', (method, level, until, known) => {
    expect(levelOf({ method, level }, until === null ? null : day(until), today)).toBe(known);
  });

  test('a verification counts for three years', () => {
    expect(verifiedUntil(today).toString()).toBe('2029-11-28');
    expect(verifiedUntil(day('2028-02-29')).toString()).toBe('2031-02-28');
  });
});

describe('an account may be raised', () => {
  const account = { accountId: 'jana', isConfirmed: true, isClosed: false, isOfficer: false };
  test.each([
    [{}, 'marie', null],
    [{}, 'jana', 'own'],
    [{ isOfficer: true }, 'jana', 'own'],
    [{ isOfficer: true }, 'marie', 'officer'],
    [{ isConfirmed: false }, 'marie', 'unconfirmed'],
    [{ isClosed: true }, 'marie', 'closed'],
  ])('%o by %s: %s', (changed, verifier, refusal) => {
    expect(judgeVerification({ ...account, ...changed }, verifier)).toBe(refusal);
  });
});
