import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clock, daysLeft, dueOn } from '../../../src/core/case/clock.ts';
import { dayInPrague } from '../../../src/core/czech/format.ts';
import { isWorkingDay } from '../../../src/core/czech/working-days.ts';

const provision = '§ 71 odst. 3 zákona č. 500/2004 Sb.';
const calendar = (days: number): Clock => ({ kind: 'own', days, unit: 'calendar', provision });
const working = (days: number): Clock => ({ kind: 'own', days, unit: 'working', provision });

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
    expect(dueOn({ clock, filedAt: Temporal.Instant.from(filedAt) }).dueOn.toString()).toBe(expected);
  });

  test('the explanation says from when, how long, by which provision and why the end moved', () => {
    const moved = dueOn({ clock: calendar(30), filedAt: Temporal.Instant.from('2026-11-05T08:00Z') });
    expect(plain(moved.explanation)).toBe(
      'Lhůta 30 dní (§ 71 odst. 3 zákona č. 500/2004 Sb.) běží od 6. listopadu 2026, tedy ode dne po podání. ' +
        'Poslední den by připadl na sobotu 5. prosince 2026, proto se posouvá na nejbližší pracovní den: ' +
        'pondělí 7. prosince 2026 (§ 40 odst. 1 správního řádu).',
    );
    const straight = dueOn({ clock: working(15), filedAt: Temporal.Instant.from('2026-11-02T08:00Z') });
    expect(plain(straight.explanation)).toBe(
      'Lhůta 15 pracovních dní (§ 71 odst. 3 zákona č. 500/2004 Sb.) běží od 3. listopadu 2026, tedy ode dne po podání. ' +
        'Poslední den je úterý 24. listopadu 2026.',
    );
  });

  test.each([
    ['2026-11-24T08:00Z', 'na svátek 24. prosince 2026'],
    ['2026-11-26T08:00Z', 'na svátek 26. prosince 2026'],
    ['2026-11-27T08:00Z', 'na neděli 27. prosince 2026'],
  ])('the explanation names the day off (filed %s)', (filedAt, words) => {
    expect(plain(dueOn({ clock: calendar(30), filedAt: Temporal.Instant.from(filedAt) }).explanation)).toContain(words);
  });

  test('the end is a working day, never before the period is over, and at most five days after it', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 365 }), (filedAt, days) => {
        const { dueOn: due } = dueOn({ clock: calendar(days), filedAt });
        const passed = dayInPrague(filedAt).until(due).days;
        expect(isWorkingDay(due)).toBe(true);
        expect(passed).toBeGreaterThanOrEqual(days);
        expect(passed).toBeLessThanOrEqual(days + 5);
      }),
    );
  });

  test('who files later is never due earlier', () => {
    const clock = fc.oneof(fc.integer({ min: 1, max: 90 }).map(calendar), fc.integer({ min: 1, max: 60 }).map(working));
    fc.assert(
      fc.property(clock, anInstant, fc.integer({ min: 0, max: 1_000_000 }), (period, filedAt, seconds) => {
        const earlier = dueOn({ clock: period, filedAt }).dueOn;
        const later = dueOn({ clock: period, filedAt: filedAt.add({ seconds }) }).dueOn;
        expect(Temporal.PlainDate.compare(earlier, later)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

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

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
