import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownDays, type Waiting, waitingAfter } from '../../../src/core/case/own-days.ts';
import { type CaseState, caseStates } from '../../../src/core/case/states.ts';
import { usualDurationText } from '../../../src/core/case/usual-duration.ts';

const filedOn = Temporal.PlainDate.from('2026-12-10');
const day = (days: number) => filedOn.add({ days });
const nothing: Waiting = { waitedDays: 0, since: null };

/** Goes through the states, each so many days after filing, and says what was waited before the last one. */
function waitingThrough(steps: [number, CaseState][]): Waiting {
  return steps.reduce((waiting, [days, state]) => waitingAfter(waiting, state, day(days)), nothing);
}

describe('the own days of the office', () => {
  test.each<[string, [number, CaseState][], number, number]>([
    [
      'nothing waited for',
      [
        [1, 'takenOver'],
        [2, 'inProgress'],
      ],
      20,
      20,
    ],
    ['decided on the day', [], 0, 0],
    [
      'ten days for the applicant',
      [
        [2, 'awaitingApplicant'],
        [12, 'inProgress'],
      ],
      20,
      10,
    ],
    [
      'twice',
      [
        [2, 'awaitingApplicant'],
        [5, 'inProgress'],
        [7, 'suspended'],
        [17, 'inProgress'],
      ],
      20,
      7,
    ],
    [
      'asked anew while it waits',
      [
        [2, 'awaitingApplicant'],
        [5, 'awaitingApplicant'],
        [9, 'inProgress'],
      ],
      20,
      13,
    ],
    ['ended while it waited', [[4, 'suspended']], 20, 4],
    [
      'returned by an appeal',
      [
        [10, 'decided'],
        [15, 'appealed'],
        [70, 'inProgress'],
      ],
      80,
      20,
    ],
  ])('%s', (_what, steps, ended, expected) => {
    expect(ownDays({ filedOn, waiting: waitingThrough(steps) }, day(ended))).toBe(expected);
  });

  const steps = fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...caseStates)), { maxLength: 12 }).map(list => {
    let at = 0;
    return list.map(([gap, state]): [number, CaseState] => [(at += gap), state]);
  });

  test('are never below zero nor more than all days, and no more for having waited', () => {
    fc.assert(
      fc.property(steps, fc.nat(30), (list, gap) => {
        const end = (list.at(-1)?.[0] ?? 0) + gap;
        const own = ownDays({ filedOn, waiting: waitingThrough(list) }, day(end));
        expect(own).toBeGreaterThanOrEqual(0);
        expect(own).toBeLessThanOrEqual(end);
        const waited = waitingThrough([...list, [end, 'awaitingApplicant']]);
        expect(ownDays({ filedOn, waiting: waited }, day(end + 40))).toBe(own);
      }),
    );
  });
});

test.each([
  [{ median: 12, ninetieth: 24 }, 'Nejčastěji vyřízeno do 12 dnů; 9 z 10 do 24 dnů.'],
  [{ median: 0, ninetieth: 1 }, 'Nejčastěji vyřízeno týž den; 9 z 10 do 1 dne.'],
  [{ median: 5, ninetieth: 5 }, '9 z 10 podání vyřizujeme do 5 dnů.'],
])('the public reads of %j', (usual, text) => {
  expect(usualDurationText(usual).replaceAll('\u00a0', ' ')).toBe(text);
});
