import { describe, expect, test } from 'vitest';
import type { Clock } from '../../../src/core/case/clock.ts';
import { extensionLeft, offeredActions } from '../../../src/core/case/offers.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';
import { usualConsequence, usualDeadlines } from '../../../src/core/case/supplement.ts';
import { agenda, clerk, decided, suspended, today, worked } from './people.ts';

const kinds: Clock['kind'][] = ['administrative', 'information', 'complaint', 'own'];

function under(kind: Clock['kind'], snapshot: CaseSnapshot = worked): CaseSnapshot {
  return { ...snapshot, agenda: { ...agenda, clock: { ...agenda.clock, kind } } };
}

describe('what is offered', () => {
  test.each([
    ['administrative', true, true],
    ['information', true, true],
    ['complaint', false, false],
    ['own', true, false],
  ] as const)('under a clock of the kind %s', (kind, suspension, extension) => {
    const offered = offeredActions(under(kind), clerk, today);
    expect(offered.includes('suspend')).toBe(suspension);
    expect(offered.includes('extend')).toBe(extension);
    expect(offered).toContain('requestSupplement');
  });

  test('no other step where the plan has one', () => {
    expect(offeredActions(worked, clerk, today)).toContain('moveOn');
    const plain = { ...worked, agenda: { ...agenda, plan: agenda.plan.slice(0, 1) } };
    expect(offeredActions(plain, clerk, today)).not.toContain('moveOn');
  });

  test('service of a decision, not of what was settled without one', () => {
    expect(offeredActions(decided, clerk, today)).toContain('recordService');
    expect(offeredActions({ ...decided, outcome: 'settled' }, clerk, today)).not.toContain('recordService');
  });
});

describe('days by which the period may still be made longer', () => {
  const { clock } = worked;
  test.each([
    ['nothing used up', worked, 30],
    ['some of them', { ...worked, clock: { ...clock, extendedBy: 20 } }, 10],
    ['all of them', { ...worked, clock: { ...clock, extendedBy: 30 } }, 0],
    ['standing still', suspended, 0],
    ['over', { ...worked, clock: { ...clock, countedTo: Temporal.PlainDate.from('2026-11-20') } }, 0],
  ])('%s', (_name, snapshot, days) => {
    expect(extensionLeft(snapshot, today)).toBe(days);
  });
});

describe('a call to mend the filing', () => {
  test('offers days that are working ones, over Christmas too', () => {
    const days = usualDeadlines(Temporal.PlainDate.from('2026-12-10')).map(({ days, until }) => [
      days,
      until.toString(),
    ]);
    expect(days).toEqual([
      [15, '2026-12-28'],
      [30, '2027-01-11'],
    ]);
  });

  test.each(kinds)('says what usually follows under a clock of the kind %s', kind => {
    expect(usualConsequence({ ...agenda.clock, kind })).toMatch(/^Když .+ nedoplníte, .+\.$/);
  });
});
