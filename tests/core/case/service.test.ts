import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Delivery, deliveryWays, serviceOf } from '../../../src/core/case/service.ts';
import { isWorkingDay } from '../../../src/core/czech/working-days.ts';

describe('the service of a decision', () => {
  test.each<[string, Delivery, string | null, string | null, string | null]>([
    [
      'a data box counts from the day it was opened',
      { way: 'dataBox', sentOn: '2026-11-02', takenOn: '2026-11-04' },
      '2026-11-04',
      '2026-11-19',
      '2026-11-20',
    ],
    [
      'a data box nobody opens counts from the tenth day',
      { way: 'dataBox', sentOn: '2026-11-02', takenOn: null },
      '2026-11-12',
      '2026-11-27',
      '2026-11-28',
    ],
    [
      'the tenth day on a Saturday moves to Monday',
      { way: 'dataBox', sentOn: '2026-11-04', takenOn: null },
      '2026-11-16',
      '2026-12-01',
      '2026-12-02',
    ],
    [
      'the tenth day on Christmas Eve moves over Christmas, and so does the appeal over the new year',
      { way: 'dataBox', sentOn: '2026-12-14', takenOn: null },
      '2026-12-28',
      '2027-01-12',
      '2027-01-13',
    ],
    [
      'opened after the fiction: the fiction stands',
      { way: 'dataBox', sentOn: '2026-11-02', takenOn: '2026-11-20' },
      '2026-11-12',
      '2026-11-27',
      '2026-11-28',
    ],
    [
      'a letter counts from the day it was taken',
      { way: 'post', sentOn: '2026-11-02', takenOn: '2026-11-09' },
      '2026-11-09',
      '2026-11-24',
      '2026-11-25',
    ],
    [
      'a letter left at the post office counts from the tenth day',
      { way: 'post', sentOn: '2026-11-02', takenOn: null },
      '2026-11-12',
      '2026-11-27',
      '2026-11-28',
    ],
    [
      'in person it is delivered at once',
      { way: 'inPerson', sentOn: '2026-11-13', takenOn: null },
      '2026-11-13',
      '2026-11-30',
      '2026-12-01',
    ],
    ['what the portal shows is no service', { way: 'portal', sentOn: '2026-11-13', takenOn: null }, null, null, null],
  ])('%s', (_promise, delivery, deliveredOn, appealUntil, finalOn) => {
    const service = serviceOf(delivery);
    const days = [service.deliveredOn, service.appealUntil, service.finalOn];
    expect(days.map(day => day?.toString() ?? null)).toEqual([deliveredOn, appealUntil, finalOn]);
  });

  test('the fiction is told apart from a letter that was taken', () => {
    expect(serviceOf({ way: 'post', sentOn: '2026-11-02', takenOn: null }).byFiction).toBe(true);
    expect(serviceOf({ way: 'post', sentOn: '2026-11-02', takenOn: '2026-11-09' }).byFiction).toBe(false);
    expect(serviceOf({ way: 'inPerson', sentOn: '2026-11-02', takenOn: null }).byFiction).toBe(false);
  });

  test('there are always at least fifteen days to appeal, ending on a working day', () => {
    const day = fc.integer({ min: 0, max: 5000 }).map(days => Temporal.PlainDate.from('2020-01-01').add({ days }));
    fc.assert(
      fc.property(fc.constantFrom(...deliveryWays), day, fc.option(fc.nat(30)), (way, sent, waited) => {
        const takenOn = waited === null ? null : sent.add({ days: waited }).toString();
        const { deliveredOn, appealUntil } = serviceOf({ way, sentOn: sent.toString(), takenOn });
        if (deliveredOn === null || appealUntil === null) {
          expect(way).toBe('portal');
          return;
        }
        expect(sent.until(deliveredOn).days).toBeGreaterThanOrEqual(0);
        expect(deliveredOn.until(appealUntil, { largestUnit: 'days' }).days).toBeGreaterThanOrEqual(15);
        expect(isWorkingDay(appealUntil)).toBe(true);
      }),
    );
  });
});
