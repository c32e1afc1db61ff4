import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/core/form/answers.ts';
import { coherenceProblems } from '../../../src/core/form/check-coherence.ts';
import { entriesOf } from '../../../src/core/form/entries-of.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import { definitions } from './arbitrary-definitions.ts';
import { entriesFor, today } from './arbitrary-filings.ts';
import { richDefinition } from './rich-definition.ts';

describe('answers as a person would have typed them', () => {
  it.each<[string, Answers, object]>([
    ['a decimal number', { area: 1250.5 }, { area: '1250,5' }],
    ['a date, in its boxes', { from: '2026-06-01' }, { from: { day: '1', month: '6', year: '2026' } }],
    ['a tick and a choice', { truth: true, more: false }, { truth: 'yes', more: 'no' }],
    [
      'a person',
      {
        owner: {
          given: 'Jana',
          family: 'Nová',
          born: '1980-01-02',
          address: { street: 'A 1', city: 'B', zip: '50002' },
        },
      },
      {
        owner: {
          given: 'Jana',
          family: 'Nová',
          day: '2',
          month: '1',
          year: '1980',
          street: 'A 1',
          city: 'B',
          zip: '50002',
        },
      },
    ],
    ['rows', { budget: [{ item: 'Sál', cost: 99.5 }, {}] }, { budget: [{ item: 'Sál', cost: '99,5' }, {}] }],
    ['what is worked out', { total: 12, constructor: 'x', nowhere: 1 }, {}],
  ])('%s', (_what, answers, entries) => {
    expect(entriesOf(richDefinition, answers)).toEqual(entries);
  });

  it('are understood as the same answers again', () => {
    const filings = fc
      .oneof(fc.constant(richDefinition), definitions)
      .chain(definition => entriesFor(definition, { right: 200 }).map(entries => ({ definition, entries })));
    let compared = 0;
    fc.assert(
      fc.property(filings, ({ definition, entries }) => {
        const { answers, complete } = evaluate(definition, entries, { today });
        // Whoever typed only into what a row does not ask has answered nothing there; typed again, the row is blank.
        if (!complete || Object.values(answers).some(isWithEmptyRow)) return;
        compared += 1;
        expect(evaluate(definition, entriesOf(definition, answers), { today }).answers).toEqual(answers);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});

describe('the agendas these properties are tried on', () => {
  it('hang together', () => {
    fc.assert(
      fc.property(definitions, definition => {
        expect(coherenceProblems(definition)).toEqual([]);
      }),
    );
  });
});

function isWithEmptyRow(value: unknown): boolean {
  return Array.isArray(value) && value.some(row => typeof row === 'object' && Object.keys(row as object).length === 0);
}
