import { expect, test } from 'vitest';
import { type Chosen, whyNotAssignable } from '../../../src/core/case/assignable.ts';

const jana: Chosen = { name: 'Jana Nováková', worksCases: true, agendaIds: [], away: null };
const until = Temporal.PlainDate.from('2026-12-10');

test.each<[string, Partial<Chosen>, string | null]>([
  ['somebody who is there', {}, null],
  ['somebody who may handle this agenda among others', { agendaIds: ['trees', 'dogs'] }, null],
  ['somebody who has left', { worksCases: false }, 'Vybraný úředník už případy nevyřizuje. Vyberte jiného.'],
  [
    'somebody who handles other agendas',
    { agendaIds: ['trees'] },
    'Vybraný úředník tuto agendu nevyřizuje. Vyberte jiného.',
  ],
  [
    'somebody who is away',
    { away: { until, standIn: 'Petr Černý' } },
    'Jana Nováková tu do\u00a010.\u00a0prosince 2026 není, zastupuje Petr Černý. Vyberte zástup, nebo někoho jiného.',
  ],
  [
    'somebody away without a deputy',
    { away: { until, standIn: null } },
    'Jana Nováková tu do\u00a010.\u00a0prosince 2026 není a\u00a0zástup chybí. Vyberte někoho jiného.',
  ],
])('%s', (_promise, having, expected) => {
  expect(whyNotAssignable({ ...jana, ...having }, 'dogs')?.message ?? null).toBe(expected);
});
