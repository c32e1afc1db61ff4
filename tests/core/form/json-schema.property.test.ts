import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/core/form/answers.ts';
import type { Definition, Field } from '../../../src/core/form/definition.ts';
import { evaluate, evaluateFields } from '../../../src/core/form/evaluate.ts';
import { answersValidator } from './answers-validator.ts';
import { examples, fieldsOf, filings, rightEntries, rightEntry, today } from './filings.ts';
import { mutationsOf } from './json-schema/mutations.ts';
import { isAccepted, objectionsTo } from './json-schema/objections.ts';
import { randomDefinitions } from './random-definition.ts';

const agendas = examples.map(({ definition, entries }) => ({ slug: definition.slug, definition, entries }));

/** Answers of a filing in which everything that is asked is right. */
function rightAnswers(definition: Definition): fc.Arbitrary<Answers> {
  return rightEntries(fieldsOf(definition)).map(entries => evaluate(definition, entries, { today }).answers);
}

/** Some answers taken away, added or put in place of others: right ones by themselves and wrong ones. */
function mutated(definition: Definition, answers: Answers): fc.Arbitrary<Answers> {
  const change = fc
    .constantFrom(...fieldsOf(definition))
    .chain(field => otherAnswer(field).map((value): [string, unknown] => [field.id, value]));
  return fc.array(change, { minLength: 1, maxLength: 3 }).map(changes => withAnswers(answers, changes));
}

function withAnswers(answers: Answers, changes: [string, unknown][]): Answers {
  const all = Object.entries({ ...answers, ...Object.fromEntries(changes) } as Record<string, unknown>);
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Answers;
}

function otherAnswer(field: Field): fc.Arbitrary<unknown> {
  if (field.type === 'computed') return fc.constantFrom(undefined, 12.5);
  if (field.type === 'file' || field.type === 'heading' || field.type === 'explanation') return fc.constant(undefined);
  const right = rightEntry(field).map(entry => {
    const asked = { ...field, when: true };
    return evaluateFields([asked], { [field.id]: entry }, { today }).answers[field.id];
  });
  const other = right.chain(value => fc.constantFrom(value, ...mutationsOf(value)));
  return fc.oneof(right, fc.constant(undefined), { weight: 2, arbitrary: other });
}

describe.each(agendas)('the schema of $slug', ({ definition, entries }) => {
  const isValid = answersValidator(definition);
  const objections = objectionsTo(definition);
  const { answers } = evaluate(definition, entries, { today });

  it('takes the example, which typed in again is the same filing', () => {
    expect(isValid(answers)).toBe(true);
    expect(isAccepted(definition, answers)).toBe(true);
  });

  it('takes every filing that is complete', () => {
    const overrides = rightEntries(fieldsOf(definition)).chain(all =>
      fc.subarray(Object.entries(all), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(overrides, changes => {
        const changed = evaluate(definition, { ...entries, ...Object.fromEntries(changes) }, { today });
        if (changed.complete) expect(isValid(changed.answers)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('agrees with the form, whatever parts of the answers are changed', () => {
    fc.assert(
      fc.property(mutated(definition, answers), changed => {
        expect(objections(changed).length === 0).toBe(isAccepted(definition, changed));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the schema of any agenda', () => {
  it('takes whatever people type, once the form is complete', () => {
    fc.assert(
      fc.property(filings, ({ definition, entries }) => {
        const { complete, answers } = evaluate(definition, entries, { today });
        if (complete) expect(answersValidator(definition)(answers)).toBe(true);
      }),
    );
  });

  it('agrees with the form on right answers and on changed ones', () => {
    const cases = randomDefinitions.chain(definition =>
      rightAnswers(definition).chain(answers =>
        mutated(definition, answers).map(changed => ({ definition, answers, changed })),
      ),
    );
    fc.assert(
      fc.property(cases, ({ definition, answers, changed }) => {
        const objections = objectionsTo(definition);
        expect([objections(answers), isAccepted(definition, answers)]).toEqual([[], true]);
        expect(objections(changed).length === 0).toBe(isAccepted(definition, changed));
      }),
      { numRuns: 300 },
    );
  });
});
