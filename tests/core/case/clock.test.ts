import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Clock,
  type ClockState,
  daysLeft,
  dueOn,
  extendClock,
  restartClock,
  resumeClock,
  startClock,
  stopClock,
} from '../../../src/core/case/clock.ts';
import { dayInPrague } from '../../../src/core/czech/format.ts';
import { isWorkingDay } from '../../../src/core/czech/working-days.ts';

const provision = '§ 71 odst. 3 zákona č. 500/2004 Sb.';
const calendar = (days: number): Clock => ({ kind: 'own', days, unit: 'calendar', provision });
const working = (days: number): Clock => ({ kind: 'own', days, unit: 'working', provision });
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const due = (state: ClockState): string => dueOn(state).toString();

describe('the statutory clock', () => {
  test.each([
    ['the day of filing does not count', '2026-11-02T09:00+01:00', calendar(30), '2026-12-02'],
    ['a filing at 23:59 belongs to that day', '2026-11-02T23:59:59+01:00', calendar(30), '2026-12-02'],
    ['a filing at midnight belongs to the next', '2026-11-03T00:00+01:00', calendar(30), '2026-12-03'],
    ['an end on a Saturday moves to Monday', '2026-11-05T09:00+01:00', calendar(30), '2026-12-07'],
    ['an end on a Sunday moves to Monday', '2026-11-06T09:00+01:00', calendar(30), '2026-12-07'],
    ['an end on Christmas Eve moves over Christmas', '2026-11-24T09:00+01:00', calendar(30), '2026-12-28'],
    ['an end on New Year moves over the weekend', '2026-12-02T09:00+01:00', calendar(30), '2027-01-04'],
    ['an end on Good Friday moves over Easter', '2026-03-04T09:00+01:00', calendar(30), '2026-04-07'],
    ['an end on Easter Monday moves to Tuesday', '2026-03-07T09:00+01:00', calendar(30), '2026-04-07'],
    ['an end on the leap day stays there', '2024-01-30T09:00+01:00', calendar(30), '2024-02-29'],
    ['in a common year the end is in March', '2027-01-30T09:00+01:00', calendar(30), '2027-03-01'],
    ['summer time begins: still whole days', '2026-03-28T23:30+01:00', calendar(3), '2026-03-31'],
    ['on the night summer time ends', '2026-10-25T02:30+01:00', calendar(15), '2026-11-09'],
    ['sixty days for a complaint', '2026-11-22T14:03+01:00', calendar(60), '2027-01-21'],
    ['working days pass over the weekend', '2026-12-03T09:00+01:00', working(2), '2026-12-07'],
    ['working days pass over Easter', '2026-04-01T09:00+02:00', working(5), '2026-04-10'],
    ['working days filed on a Saturday count from Monday', '2026-12-05T09:00+01:00', working(1), '2026-12-07'],
    ['working days pass over the new year', '2026-12-22T09:00+01:00', working(6), '2027-01-04'],
  ])('%s', (_promise, filedAt, clock, expected) => {
    expect(due(startClock(clock, dayInPrague(Temporal.Instant.from(filedAt))))).toBe(expected);
  });

  test('the end is a working day, never before the period is over, and at most five days after it', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 365 }), (filedAt, days) => {
        const end = dueOn(startClock(calendar(days), dayInPrague(filedAt)));
        const passed = dayInPrague(filedAt).until(end).days;
        expect(isWorkingDay(end)).toBe(true);
        expect(passed).toBeGreaterThanOrEqual(days);
        expect(passed).toBeLessThanOrEqual(days + 5);
      }),
    );
  });

  test('who files later is never due earlier', () => {
    const clock = fc.oneof(fc.integer({ min: 1, max: 90 }).map(calendar), fc.integer({ min: 1, max: 60 }).map(working));
    fc.assert(
      fc.property(clock, anInstant, fc.integer({ min: 0, max: 1_000_000 }), (period, filedAt, seconds) => {
        const earlier = dueOn(startClock(period, dayInPrague(filedAt)));
        const later = dueOn(startClock(period, dayInPrague(filedAt.add({ seconds }))));
        expect(Temporal.PlainDate.compare(earlier, later)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a period that stands still', () => {
  // Filed on 2 November: the thirtieth day is 2 December.
  const thirty = startClock(calendar(30), day('2026-11-02'));

  test.each([
    ['stopped with 20 days left: they are left afterwards', '2026-11-13', '2026-12-14', '2027-01-04'],
    ['over Christmas the days left are counted on', '2026-11-13', '2026-12-23', '2027-01-12'],
    ['with 3 days left at least 15 remain', '2026-11-30', '2026-12-10', '2026-12-28'],
    ['on the last day at least 15 remain', '2026-12-02', '2026-12-18', '2027-01-04'],
    ['stopped and resumed on the same day, no day is lost', '2026-11-13', '2026-11-13', '2026-12-03'],
    ['on the very day of filing the whole period is left', '2026-11-02', '2026-11-20', '2026-12-21'],
  ])('%s', (_promise, stopped, resumed, expected) => {
    const state = stopClock(thirty, day(stopped));
    expect(due(resumeClock(calendar(30), state, day(resumed)))).toBe(expected);
  });

  test('stopped on the Monday to which the end had moved, it was in time, and at least 15 days remain', () => {
    const state = startClock(calendar(30), day('2026-11-05'));
    expect(due(state)).toBe('2026-12-07');
    expect(due(resumeClock(calendar(30), stopClock(state, day('2026-12-07')), day('2026-12-10')))).toBe('2026-12-28');
  });

  test('what had run out before it stopped is as many days over as it was', () => {
    // Five days over on 7 December; ten days later it is five days over again.
    const resumed = resumeClock(calendar(30), stopClock(thirty, day('2026-12-08')), day('2026-12-18'));
    expect(resumed.countedTo.toString()).toBe('2026-12-13');
    expect(daysLeft(dueOn(resumed), day('2026-12-18'))).toBe(-4);
  });

  test('working days that were left are left', () => {
    // Filed on Monday: five working days to the next Monday; stopped on Thursday, so Thursday, Friday and Monday are left.
    const five = startClock(working(5), day('2026-11-02'));
    const resumed = resumeClock(working(5), stopClock(five, day('2026-11-05')), day('2026-12-21'));
    // Three working days would end on 28 December; fifteen calendar days on 5 January.
    expect(due(resumed)).toBe('2027-01-05');
  });

  test('standing still already it does not stop again, and running it does not resume', () => {
    const stopped = stopClock(thirty, day('2026-11-13'));
    expect(stopClock(stopped, day('2026-11-20')).stoppedOn?.toString()).toBe('2026-11-13');
    expect(resumeClock(calendar(30), thirty, day('2026-11-20'))).toBe(thirty);
  });

  test('suspending never shortens the time that is left', () => {
    fc.assert(
      fc.property(aPeriod, fc.nat(200), fc.nat(200), (period, before, waited) => {
        const filedOn = day('2026-01-01');
        const state = startClock(period, filedOn);
        const stoppedOn = filedOn.add({ days: before });
        const resumedOn = stoppedOn.add({ days: waited });
        const resumed = resumeClock(period, stopClock(state, stoppedOn), resumedOn);
        const left = daysOf(period, stoppedOn, state.countedTo);
        expect(daysOf(period, resumedOn, resumed.countedTo)).toBeGreaterThanOrEqual(left);
        expect(Temporal.PlainDate.compare(dueOn(resumed), dueOn(state))).toBeGreaterThanOrEqual(0);
        const wasInTime = Temporal.PlainDate.compare(stoppedOn, dueOn(state)) <= 0;
        if (wasInTime) expect(resumedOn.until(dueOn(resumed)).days).toBeGreaterThanOrEqual(15);
      }),
    );
  });

  test('waiting longer is never punished with an earlier end', () => {
    fc.assert(
      fc.property(aPeriod, fc.nat(60), fc.nat(100), fc.nat(100), (period, before, waited, more) => {
        const filedOn = day('2026-01-01');
        const stopped = stopClock(startClock(period, filedOn), filedOn.add({ days: before }));
        const resumedOn = filedOn.add({ days: before + waited });
        const sooner = dueOn(resumeClock(period, stopped, resumedOn));
        const later = dueOn(resumeClock(period, stopped, resumedOn.add({ days: more })));
        expect(Temporal.PlainDate.compare(sooner, later)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a longer period', () => {
  test.each([
    ['thirty more days', calendar(30), 30, '2027-01-04'],
    ['ten more days', calendar(15), 10, '2026-11-27'],
    ['five more working days', working(10), 5, '2026-11-24'],
  ])('%s are counted from where the period counted to', (_promise, clock, days, expected) => {
    const extended = extendClock(clock, startClock(clock, day('2026-11-02')), days);
    expect(due(extended)).toBe(expected);
    expect(extended.extendedBy).toBe(days);
  });

  test('the end that moved off a weekend gives nothing away: the days follow on the counted end', () => {
    // Fifteen days end on Saturday 7 November; ten more on Tuesday 17 November, which is a holiday.
    const state = startClock(calendar(15), day('2026-10-23'));
    expect(due(state)).toBe('2026-11-09');
    expect(due(extendClock(calendar(15), state, 10))).toBe('2026-11-18');
  });
});

test('a period that begins anew counts whole from the day after', () => {
  const state = startClock(calendar(15), day('2026-11-02'));
  expect(due(restartClock(calendar(15), stopClock(state, day('2026-11-04')), day('2026-12-14')))).toBe('2026-12-29');
});

const aPeriod = fc.oneof(fc.integer({ min: 1, max: 90 }).map(calendar), fc.integer({ min: 1, max: 60 }).map(working));

/** Days of the period after `from`, counted one by one. */
function daysOf({ unit }: Clock, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const step = Temporal.PlainDate.compare(from, to) <= 0 ? 1 : -1;
  let count = 0;
  for (let current = from; !current.equals(to); current = current.add({ days: step })) {
    const counted = step === 1 ? current.add({ days: 1 }) : current;
    if (unit === 'calendar' || isWorkingDay(counted)) count += step;
  }
  return count;
}

test.each([
  ['2026-12-04', 0],
  ['2026-12-03', 1],
  ['2026-10-24', 41],
  ['2026-12-07', -3],
])('on %s there are %i days left to 4 December 2026', (today, expected) => {
  expect(daysLeft(Temporal.PlainDate.from('2026-12-04'), Temporal.PlainDate.from(today))).toBe(expected);
});

const anInstant = fc
  .integer({ min: 0, max: 20 * 365 * 24 * 3600 })
  .map(seconds => Temporal.Instant.from('2020-01-01T00:00Z').add({ seconds }));
