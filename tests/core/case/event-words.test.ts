import { expect, test } from 'vitest';
import { eventWords } from '../../../src/core/case/event-words.ts';
import type { EventOf } from '../../../src/core/case/events.ts';

test.each([
  ['calendar', 'Lhůtu jsme prodloužili o\u00a010\u00a0dní'],
  ['working', 'Lhůtu jsme prodloužili o\u00a010\u00a0pracovních dní'],
  // As it was recorded before the unit was.
  [undefined, 'Lhůtu jsme prodloužili o\u00a010\u00a0dní'],
] as const)('the days of an extension are the days of the period: %s', (unit, title) => {
  const event: EventOf<'extended'> = {
    type: 'extended',
    at: '2026-05-04T08:00:00.000Z',
    actor: { kind: 'system' },
    data: { days: 10, ...(unit && { unit }), reason: 'Věc je složitá.', dueOn: '2026-06-01' },
  };
  expect(eventWords(event)?.title).toBe(title);
});

test.each([
  // Whatever waits in a data box or at the post office counts as delivered on the tenth day at the latest.
  ['2026-12-07', 'Rozhodnutí jsme odeslali datovou schránkou', 'Bude doručené nejpozději 8. prosince 2026.'],
  ['2026-12-08', 'Rozhodnutí je doručené datovou schránkou', 'Doručeno 8. prosince 2026.'],
  ['2026-12-09', 'Rozhodnutí je doručené datovou schránkou', 'Doručeno 8. prosince 2026.'],
  [null, 'Rozhodnutí je doručené datovou schránkou', 'Doručeno 8. prosince 2026.'],
])('a delivery still to come is told as one: on %s', (today, title, detail) => {
  const event: EventOf<'served'> = {
    type: 'served',
    at: '2026-11-28T08:00:00.000Z',
    actor: { kind: 'system' },
    data: {
      delivery: { way: 'dataBox', sentOn: '2026-11-28', takenOn: null },
      deliveredOn: '2026-12-08',
      appealUntil: '2026-12-23',
    },
  };
  const words = eventWords(event, today === null ? null : Temporal.PlainDate.from(today));
  expect(words?.title).toBe(title);
  expect(words?.detail?.replaceAll('\u00a0', ' ')).toContain(detail);
});
