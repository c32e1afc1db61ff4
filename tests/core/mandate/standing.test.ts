import { expect, test } from 'vitest';
import { isAgreed, isEndable, mandateStates, type Standing, standingOf } from '../../../src/core/mandate/standing.ts';

const now = Temporal.Instant.from('2026-12-10T10:00:00Z');
const today = Temporal.PlainDate.from('2026-12-10');
const days = { from: '2026-12-01', until: '2026-12-31' };
const later = now.add({ hours: 1 });

test.each<[string, Parameters<typeof standingOf>[0], Standing, boolean]>([
  ['waits for its agent', { ...days, state: 'offered', expiresAt: later }, 'offered', true],
  ['waited in vain', { ...days, state: 'offered', expiresAt: now }, 'expired', true],
  ['waits for the office', { ...days, state: 'waiting', expiresAt: null }, 'waiting', true],
  ['holds', { ...days, state: 'active', expiresAt: now }, 'active', true],
  ['begins later', { ...days, from: '2026-12-11', state: 'active', expiresAt: null }, 'ahead', true],
  ['ran out', { ...days, until: '2026-12-09', state: 'active', expiresAt: null }, 'over', false],
  ['has no last day', { ...days, until: null, state: 'active', expiresAt: null }, 'active', true],
])('a mandate that %s', (_what, kept, standing, endable) => {
  expect(standingOf(kept, { now, today })).toBe(standing);
  expect(isEndable(standing)).toBe(endable);
});

test('what was ended stays so, whatever its days, and there is nothing more to end', () => {
  for (const state of mandateStates.filter(one => !['offered', 'waiting', 'active'].includes(one))) {
    const standing = standingOf({ ...days, until: null, state, expiresAt: later }, { now, today });
    expect(standing).toBe(state);
    expect(isEndable(standing)).toBe(false);
    expect(isAgreed(standing)).toBe(false);
  }
});
