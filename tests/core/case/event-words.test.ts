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
