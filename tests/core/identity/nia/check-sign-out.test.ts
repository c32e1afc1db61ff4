import { expect, test } from 'vitest';
import { signOutProblem, type SignOutRequest } from '../../../../src/core/identity/nia/check-sign-out.ts';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-30T${time}Z`);
const expected = { issuer: 'urn:idp', destination: 'https://portal.example.cz/odhlaseni', now: at('10:00:00') };
const request: SignOutRequest = { ...expected, issuedAt: at('09:59:50'), notOnOrAfter: null };

test.each<[string, Partial<SignOutRequest>, string | null]>([
  ['just made', {}, null],
  ['with an end to come', { notOnOrAfter: at('10:01:00') }, null],
  ['with an end by a slow clock', { notOnOrAfter: at('09:58:01') }, null],
  ['five minutes on the way', { issuedAt: at('09:55:01') }, null],
  ['by a clock ahead', { issuedAt: at('10:02:00') }, null],
  ['another issuer', { issuer: 'urn:other' }, 'issuer'],
  ['no issuer', { issuer: null }, 'issuer'],
  ['for another portal', { destination: 'https://other.example.cz/' }, 'destination'],
  ['for nobody', { destination: null }, 'destination'],
  ['of no time', { issuedAt: null }, 'stale'],
  ['sent again', { issuedAt: at('09:55:00') }, 'stale'],
  ['over', { notOnOrAfter: at('09:58:00') }, 'stale'],
  ['from the future', { issuedAt: at('10:02:01') }, 'early'],
])('a request to sign somebody out: %s', (_name, changes, problem) => {
  expect(signOutProblem({ ...request, ...changes }, expected)).toBe(problem);
});
