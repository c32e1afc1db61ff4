import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Absence, awayOn, firstLoop, onDuty, standsInFor } from '../../../src/core/case/deputies.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const away = (officerId: string, deputyId: string | null, from = '2026-12-01', until = '2026-12-10'): Absence => ({
  officerId,
  deputyId,
  from: day(from),
  until: day(until),
});

const said = (found: ReturnType<typeof awayOn>) => found && { ...found, until: found.until.toString() };

describe('who has an officer’s cases', () => {
  test.each<[string, Absence[], string, ReturnType<typeof onDuty>]>([
    ['the officer, when nobody is away', [], '2026-12-05', { officerId: 'jana' }],
    ['the officer before the absence', [away('jana', 'petr')], '2026-11-30', { officerId: 'jana' }],
    ['the deputy from its first day', [away('jana', 'petr')], '2026-12-01', { officerId: 'petr' }],
    ['the deputy to its last day', [away('jana', 'petr')], '2026-12-10', { officerId: 'petr' }],
    ['the officer again the day after', [away('jana', 'petr')], '2026-12-11', { officerId: 'jana' }],
    [
      'the deputy of a deputy who is away too',
      [away('jana', 'petr'), away('petr', 'eva')],
      '2026-12-05',
      { officerId: 'eva' },
    ],
    ['nobody, when no deputy was named', [away('jana', null)], '2026-12-05', { officerId: null, why: 'noDeputy' }],
    [
      'nobody, when the chain comes back',
      [away('jana', 'petr'), away('petr', 'jana')],
      '2026-12-05',
      { officerId: null, why: 'loop' },
    ],
    [
      'nobody, when an officer is their own deputy',
      [away('jana', 'jana')],
      '2026-12-05',
      { officerId: null, why: 'loop' },
    ],
    [
      'the later of two absences that overlap names the deputy',
      [away('jana', 'petr'), away('jana', 'eva', '2026-12-05')],
      '2026-12-06',
      { officerId: 'eva' },
    ],
  ])('%s', (_promise, absences, on, expected) => {
    expect(onDuty('jana', absences, day(on))).toEqual(expected);
  });

  test.each<[string, string, ReturnType<typeof said>]>([
    ['somebody who is there', '2026-11-30', null],
    ['somebody away, with the last deputy of the chain', '2026-12-05', { until: '2026-12-10', standInId: 'eva' }],
  ])('%s is told apart', (_promise, on, expected) => {
    expect(said(awayOn('jana', [away('jana', 'petr'), away('petr', 'eva')], day(on)))).toEqual(expected);
  });

  test('a deputy stands in for everybody whose chain leads to them', () => {
    const absences = [away('jana', 'petr'), away('petr', 'eva'), away('ivo', 'eva', '2026-12-20', '2026-12-22')];
    expect(standsInFor('eva', absences, day('2026-12-05'))).toEqual(['jana', 'petr']);
    expect(standsInFor('petr', absences, day('2026-12-05'))).toEqual([]);
    expect(standsInFor('eva', absences, day('2026-12-21'))).toEqual(['ivo']);
  });
});

describe('a chain that comes back to itself is found before it is made', () => {
  test.each<[string, Absence[], Absence, string | null]>([
    ['no other absence', [], away('jana', 'petr'), null],
    ['a chain with an end', [away('petr', 'eva')], away('jana', 'petr'), null],
    ['each other’s deputies', [away('petr', 'jana')], away('jana', 'petr'), '2026-12-01'],
    [
      'from the day both are away',
      [away('petr', 'jana', '2026-12-08', '2026-12-20')],
      away('jana', 'petr'),
      '2026-12-08',
    ],
    [
      'on days that do not meet there is no loop',
      [away('petr', 'jana', '2026-12-11', '2026-12-20')],
      away('jana', 'petr'),
      null,
    ],
    ['one’s own deputy', [], away('jana', 'jana'), '2026-12-01'],
  ])('%s', (_promise, absences, added, expected) => {
    expect(firstLoop(absences, added)?.from.toString() ?? null).toBe(expected);
  });

  test('and names everybody it goes through', () => {
    const absences = [away('petr', 'eva'), away('eva', 'jana')];
    expect(firstLoop(absences, away('jana', 'petr'))?.officerIds).toEqual(['jana', 'petr', 'eva', 'jana']);
    expect(firstLoop([away('petr', 'eva'), away('eva', 'petr')], away('jana', 'petr'))?.officerIds).toEqual([
      'jana',
      'petr',
      'eva',
      'petr',
    ]);
  });

  test('whatever is away, looking for who has the cases ends, with somebody who is there', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd');
    const absence = fc
      .tuple(person, fc.option(person), fc.nat(20), fc.nat(20))
      .map(([officer, deputy, from, days]) => ({
        officerId: officer,
        deputyId: deputy,
        from: day('2026-12-01').add({ days: from }),
        until: day('2026-12-01').add({ days: from + days }),
      }));
    fc.assert(
      fc.property(fc.array(absence, { maxLength: 8 }), person, fc.nat(45), (absences, officer, offset) => {
        const on = day('2026-12-01').add({ days: offset });
        const duty = onDuty(officer, absences, on);
        if (duty.officerId === null) return;
        expect(onDuty(duty.officerId, absences, on)).toEqual({ officerId: duty.officerId });
      }),
    );
  });
});
