import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Entries } from '../../../src/core/form/answers.ts';
import { entriesOf } from '../../../src/core/form/entries-of.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import { freezeContent } from '../../../src/core/form/freeze-content.ts';
import { subjectOf } from '../../../src/core/form/subject-of.ts';
import { fieldsOf, filings, today, type Filing } from './filings.ts';

function relevantIds({ definition, entries }: Filing): string[] {
  return evaluate(definition, entries, { today }).steps.flatMap(step => step.fields.map(({ field }) => field.id));
}

describe('whatever is typed', () => {
  it('evaluating, freezing and naming it never throws', () => {
    const junk = fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'name', 'dogName', 'home'), fc.anything());
    fc.assert(
      fc.property(filings, junk, ({ definition, entries }, more) => {
        const evaluation = evaluate(definition, { ...entries, ...(more as Entries) }, { today });
        freezeContent(definition, evaluation);
        subjectOf(definition, evaluation.answers);
      }),
    );
  });

  it('only relevant questions are answered, and none is both answered and wrong by itself', () => {
    fc.assert(
      fc.property(filings, ({ definition, entries }) => {
        const { steps, answers } = evaluate({ ...definition, rules: [] }, entries, { today });
        const states = steps.flatMap(step => step.fields);
        const answered = states.filter(state => state.value !== undefined);
        expect(Object.entries(answers)).toEqual(answered.map(state => [state.field.id, state.value]));
        expect(answered.filter(state => state.error !== undefined)).toEqual([]);
      }),
    );
  });

  it('it is complete exactly when no relevant question is wrong or missing', () => {
    fc.assert(
      fc.property(filings, ({ definition, entries }) => {
        const { steps, complete } = evaluate(definition, entries, { today });
        const states = steps.flatMap(step => step.fields);
        const inRows = states.flatMap(({ rows = [] }) => rows.flatMap(row => row.fields));
        expect(complete).toBe([...states, ...inRows].every(state => state.error === undefined));
      }),
    );
  });

  it('what is typed into questions that are not relevant changes nothing', () => {
    fc.assert(
      fc.property(filings, fc.anything(), ({ definition, entries }, nonsense) => {
        const relevant = relevantIds({ definition, entries });
        const irrelevant = fieldsOf(definition).filter(field => !relevant.includes(field.id));
        const changed = { ...entries, ...Object.fromEntries(irrelevant.map(field => [field.id, nonsense])) } as Entries;
        expect(evaluate(definition, changed, { today })).toEqual(evaluate(definition, entries, { today }));
      }),
    );
  });

  it('answers typed in again, as they were understood, are understood the same', () => {
    fc.assert(
      fc.property(filings, ({ definition, entries }) => {
        const { answers } = evaluate(definition, entries, { today });
        expect(evaluate(definition, entriesOf(definition, answers), { today }).answers).toEqual(answers);
      }),
    );
  });
});
