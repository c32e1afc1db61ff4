import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '../../../../src/core/form/answers.ts';
import type { Kind } from '../../../../src/core/form/check-answers.ts';
import { writeCondition } from '../../../../src/core/form/edit/conditions.ts';
import type { Condition, ConditionRow } from '../../../../src/core/form/edit/condition.ts';
import {
  isChoice,
  type Amount,
  type Choice,
  type Formula,
  type FormulaStep,
  type Operation,
  type Term,
} from '../../../../src/core/form/edit/formula.ts';
import { readFormula } from '../../../../src/core/form/edit/read-formula.ts';
import { rewriteCondition, rewriteFormula } from '../../../../src/core/form/edit/rewrite.ts';
import { writeFormula } from '../../../../src/core/form/edit/write-formula.ts';
import { compute, holds } from '../../../../src/core/form/logic.ts';

const kinds: Record<string, Kind> = { agree: 'boolean', kind: 'choice', items: 'rows' };
const kindOf = (field: string): Kind => kinds[field] ?? 'number';

const number = fc.integer({ min: -20, max: 20 });
const amount: fc.Arbitrary<Amount> = fc.oneof(
  number,
  fc.constantFrom({ field: 'a' }, { field: 'b' }, { countOf: 'items' }, { column: 'price', of: 'items' }),
);
const term: fc.Arbitrary<Term> = fc.array(amount, { minLength: 1, maxLength: 3 });
const row: fc.Arbitrary<ConditionRow> = fc.oneof(
  fc.constantFrom<ConditionRow>(
    { field: 'agree', comparison: 'is', value: true },
    { field: 'kind', comparison: 'isOneOf', value: ['dog', 'cat'] },
    { field: 'items', comparison: 'countAtLeast', value: 2 },
    { field: 'a', comparison: 'filled' },
    { field: 'items', comparison: 'notFilled' },
  ),
  number.map(value => ({ field: 'b', comparison: 'over' as const, value })),
);
const join = fc.constantFrom('all' as const, 'any' as const);
const group = fc.record({ join, rows: fc.array(row, { minLength: 1, maxLength: 3 }) });
const condition: fc.Arbitrary<Condition> = fc.record({ join, rows: fc.array(fc.oneof(row, group), { maxLength: 3 }) });
const choice: fc.Arbitrary<Choice> = fc.record({
  branches: fc.array(fc.record({ when: condition, then: term }), { minLength: 1, maxLength: 3 }),
  otherwise: term,
});
const part: fc.Arbitrary<Term | Choice> = fc.oneof({ weight: 4, arbitrary: term }, { weight: 1, arbitrary: choice });
const operations: Operation[] = ['plus', 'minus', 'times', 'divided', 'atMost', 'atLeast'];
const step: fc.Arbitrary<FormulaStep> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ operation: fc.constantFrom(...operations), by: part }) },
  { weight: 1, arbitrary: fc.constant({ operation: 'rounded' as const }) },
);
const formula: fc.Arbitrary<Formula> = fc
  .tuple(part, fc.array(step, { maxLength: 6 }))
  .map(([by, steps]) => [{ operation: 'start', by }, ...steps]);

const answers: fc.Arbitrary<Answers> = fc.record(
  {
    a: number,
    b: number,
    agree: fc.boolean(),
    kind: fc.constantFrom('dog', 'cat', 'fish'),
    items: fc.array(fc.record({ price: number }), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);

test('a formula gives what its steps give one after the other', () => {
  fc.assert(
    fc.property(formula, answers, (steps, given) => {
      const expected = steps.reduce<number | undefined>((before, next) => stepped(before, next, given), undefined);
      const isReadable = expected !== undefined && Math.abs(expected) <= 1e15;
      // `+ 0` makes a zero of minus zero.
      const computed = compute(writeFormula(steps, kindOf), given);
      expect(computed === undefined ? undefined : computed + 0).toEqual(isReadable ? expected + 0 : undefined);
    }),
    { numRuns: 500 },
  );
});

test('a formula that was put together is read again, and written as it was', () => {
  fc.assert(
    fc.property(formula, steps => {
      const written = writeFormula(steps, kindOf);
      const read = readFormula(written, kindOf);
      expect(read).toBeDefined();
      expect(read && writeFormula(read, kindOf)).toEqual(written);
    }),
    { numRuns: 500 },
  );
});

test('what says the same in other words stays as it was written, and nothing else does', () => {
  const [before, same] = [
    { '+': [{ '+': [{ var: 'a' }, { var: 'b' }] }, 1] },
    { '+': [{ var: 'a' }, { var: 'b' }, 1] },
  ];
  const steps = readFormula(same, kindOf) ?? [];
  expect(rewriteFormula(before, steps, kindOf)).toBe(before);
  expect(rewriteFormula(before, steps.slice(0, -1), kindOf)).toEqual({ '+': [{ var: 'a' }, { var: 'b' }] });
  const ticked: Condition = { join: 'all', rows: [{ field: 'agree', comparison: 'is', value: true }] };
  expect(rewriteCondition({ var: 'agree' }, ticked, kindOf)).toEqual({ var: 'agree' });
  expect(rewriteCondition({ var: 'other' }, ticked, kindOf)).toEqual({ '==': [{ var: 'agree' }, true] });
  const chosen = { in: [{ var: 'kind' }, ['dog', 'cat']] };
  const inOrder: Condition = { join: 'all', rows: [{ field: 'kind', comparison: 'isOneOf', value: ['cat', 'dog'] }] };
  expect(rewriteCondition(chosen, inOrder, kindOf)).toBe(chosen);
  expect(rewriteCondition(undefined, { join: 'all', rows: [] }, kindOf)).toBeUndefined();
});

function stepped(before: number | undefined, next: FormulaStep, given: Answers): number | undefined {
  if (next.operation === 'rounded') return finite(before === undefined ? undefined : Math.round(before));
  const by = isChoice(next.by) ? chosen(next.by, given) : product(next.by, given);
  if (next.operation === 'start') return finite(by);
  return before === undefined || by === undefined ? undefined : finite(applied(before, next.operation, by));
}

function applied(before: number, operation: Operation, by: number): number {
  switch (operation) {
    case 'plus':
      return before + by;
    case 'minus':
      return before - by;
    case 'times':
      return before * by;
    case 'divided':
      return before / by;
    case 'atMost':
      return Math.min(before, by);
    case 'atLeast':
      return Math.max(before, by);
  }
}

function chosen({ branches, otherwise }: Choice, given: Answers): number | undefined {
  const branch = branches.find(({ when }) => holds(writeCondition(when, kindOf), given));
  return product(branch?.then ?? otherwise, given);
}

function product(amounts: Term, given: Answers): number | undefined {
  return amounts.reduce<number | undefined>((before, next) => {
    const value = worth(next, given);
    return before === undefined || value === undefined ? undefined : before * value;
  }, 1);
}

function worth(next: Amount, { a, b, items }: Answers): number | undefined {
  if (typeof next === 'number') return next;
  const rows = Array.isArray(items) ? items : [];
  if ('countOf' in next) return rows.length;
  if ('column' in next) {
    return rows.reduce((total, item) => total + (typeof item === 'object' ? Number(item['price']) : 0), 0);
  }
  const answer = 'field' in next && next.field === 'a' ? a : b;
  return typeof answer === 'number' ? answer : undefined;
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}
