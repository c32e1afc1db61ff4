import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/core/form/answers.ts';
import type { Definition, Field } from '../../../src/core/form/definition.ts';
import { entriesOf } from '../../../src/core/form/entries-of.ts';
import { conditionSchema } from '../../../src/core/form/json-schema/condition-schema.ts';
import { evaluate, evaluateFields, type Evaluation } from '../../../src/core/form/evaluate.ts';
import { answersValidator } from './answers-validator.ts';
import { examples, fieldsOf, filings, rightEntries, rightEntry, today } from './filings.ts';
import { randomDefinitions } from './random-definition.ts';

const agendas = examples.map(({ definition, entries }) => ({ slug: definition.slug, definition, entries }));

/** The form, given answers as if a person typed them. */
function typedIn(definition: Definition, answers: Answers): Evaluation {
  return evaluate(definition, entriesOf(definition, answers), { today });
}

function isAccepted(definition: Definition, answers: Answers): boolean {
  const evaluation = typedIn(definition, answers);
  return evaluation.complete && isDeepStrictEqual({ ...evaluation.answers }, { ...answers });
}

/** Answers of a filing in which everything that is asked is right. */
function rightAnswers(definition: Definition): fc.Arbitrary<Answers> {
  return rightEntries(fieldsOf(definition)).map(entries => evaluate(definition, entries, { today }).answers);
}

/** Some answers taken away, added or put in place of others: right ones by themselves and wrong ones. */
function mutated(definition: Definition, answers: Answers): fc.Arbitrary<Answers> {
  const change = fc
    .constantFrom(...fieldsOf(definition))
    .chain(field => otherAnswer(field).map((value): [string, unknown] => [field.id, value]));
  return fc.array(change, { minLength: 1, maxLength: 3 }).map(changes => {
    const all = Object.entries({ ...answers, ...Object.fromEntries(changes) } as Record<string, unknown>);
    return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Answers;
  });
}

function otherAnswer(field: Field): fc.Arbitrary<unknown> {
  if (field.type === 'computed') return fc.constantFrom(undefined, 12.5);
  if (field.type === 'file' || field.type === 'heading' || field.type === 'explanation') return fc.constant(undefined);
  const right = rightEntry(field).map(entry => {
    const asked = { ...field, when: true };
    return evaluateFields([asked], { [field.id]: entry }, { today }).answers[field.id];
  });
  return fc.oneof(
    right,
    fc.constant(undefined),
    right.chain(value => fc.constantFrom(...wrongLike(value))),
  );
}

/** Of the same type, as `entriesOf` asks; other types are no business of the form. */
function wrongLike(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 0.123456, 1e15, -1e15];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') return ['', ' x', 'x\u0000', `${value} `, 'x\u202E', 'č'.repeat(30_000)];
  if (Array.isArray(value))
    return [[], ...(typeof value[0] === 'string' ? [['nothing'], [...(value as string[]), value[0]]] : [])];
  const first = Object.entries(value as object).find(([, part]) => typeof part === 'string') ?? ['x'];
  return [
    { ...(value as object), [first[0]]: '' },
    { ...(value as object), other: 'x' },
  ];
}

describe.each(agendas)('the schema of $slug', ({ definition, entries }) => {
  const isValid = answersValidator(definition);
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

  it('refuses nothing that the form takes, and takes only what the form has its own reasons to refuse', () => {
    fc.assert(
      fc.property(mutated(definition, answers), changed => {
        if (isValid(changed)) expect(unexplained(definition, changed)).toEqual([]);
        else expect(isAccepted(definition, changed)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

/** What the form says against answers of a valid schema, unless it is something JSON Schema cannot say. */
function unexplained(definition: Definition, answers: Answers): string[] {
  const evaluation = typedIn({ ...definition, rules: [] }, answers);
  const states = evaluation.steps.flatMap(step => step.fields);
  const wrong = [...states, ...states.flatMap(({ rows = [] }) => rows.flatMap(row => row.fields))].filter(
    ({ error }) => error !== undefined,
  );
  const isComputedElse = states.some(({ field, value }) => field.type === 'computed' && value !== answers[field.id]);
  // What the form refuses or works out otherwise changes what is asked after it.
  if (isComputedElse || wrong.some(({ field }) => checkedByForm.includes(field.type))) return [];
  const ids = new Set(fieldsOf(definition).map(({ id }) => id));
  return wrong
    .filter(({ field }) => conditionSchema(field.when ?? true, ids) !== undefined)
    .map(({ field, error }) => `${field.id}: ${String(error)}`);
}

/** Check digits, days relative to others, decimal places. */
const checkedByForm: string[] = [
  'date',
  'person',
  'organisation',
  'birthNumber',
  'ico',
  'bankAccount',
  'phone',
  'number',
  'money',
];

describe('the schema of any agenda', () => {
  it('takes whatever people type, once the form is complete', () => {
    fc.assert(
      fc.property(filings, ({ definition, entries }) => {
        const { complete, answers } = evaluate(definition, entries, { today });
        if (complete) expect(answersValidator(definition)(answers)).toBe(true);
      }),
    );
  });

  it('takes exactly what the form takes, where JSON Schema can say all of it', () => {
    const cases = randomDefinitions.chain(definition =>
      rightAnswers(definition).chain(answers =>
        mutated(definition, answers).map(changed => ({ definition, answers, changed })),
      ),
    );
    fc.assert(
      fc.property(cases, ({ definition, answers, changed }) => {
        const isValid = answersValidator(definition);
        expect([isValid(answers), isAccepted(definition, answers)]).toEqual([true, true]);
        expect(isValid(changed)).toBe(isAccepted(definition, changed));
      }),
      { numRuns: 300 },
    );
  });
});
