import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../../src/core/form/check-answers.ts';
import type { Logic } from '../../../../src/core/form/definition.ts';
import type { Condition } from '../../../../src/core/form/edit/condition.ts';
import type { Formula } from '../../../../src/core/form/edit/formula.ts';
import { readFormula } from '../../../../src/core/form/edit/read-formula.ts';
import { writeFormula } from '../../../../src/core/form/edit/write-formula.ts';

const kinds: Record<string, Kind> = { agree: 'boolean', kind: 'choice' };
const kindOf = (field: string): Kind => kinds[field] ?? 'number';
const read = (logic: unknown) => readFormula(logic as Logic, kindOf);

const [a, b, c] = [{ var: 'a' }, { var: 'b' }, { var: 'c' }];
const between = { daysBetween: [{ var: 'from' }, { var: 'to' }] };
const days = { from: 'from', to: 'to', inclusive: false };
const agreed = { '==': [{ var: 'agree' }, true] };
const isAgreed: Condition = { join: 'all', rows: [{ field: 'agree', comparison: 'is', value: true }] };
const dog = { or: [{ '==': [{ var: 'kind' }, 'dog'] }, { '==': [{ var: 'kind' }, 'wolf'] }] };
const isDog: Condition = {
  join: 'any',
  rows: [
    { field: 'kind', comparison: 'is', value: 'dog' },
    { field: 'kind', comparison: 'is', value: 'wolf' },
  ],
};

describe('a computation is read as steps that follow each other, and written as the same formula:', () => {
  test.each<[string, unknown, Formula]>([
    ['nothing yet', {}, []],
    ['a number', 250, [{ operation: 'start', by: [250] }]],
    ['an answer', a, [{ operation: 'start', by: [{ field: 'a' }] }]],
    [
      'a sum of a column',
      { sum: [{ var: 'items' }, 'price'] },
      [{ operation: 'start', by: [{ column: 'price', of: 'items' }] }],
    ],
    ['a count', { count: [{ var: 'items' }] }, [{ operation: 'start', by: [{ countOf: 'items' }] }]],
    ['days', between, [{ operation: 'start', by: [days] }]],
    ['days with the first one', { '+': [between, 1] }, [{ operation: 'start', by: [{ ...days, inclusive: true }] }]],
    [
      'a sum',
      { '+': [a, b, 100] },
      [
        { operation: 'start', by: [{ field: 'a' }] },
        { operation: 'plus', by: [{ field: 'b' }] },
        { operation: 'plus', by: [100] },
      ],
    ],
    [
      'a difference of three',
      { '-': [{ '-': [a, b] }, c] },
      [
        { operation: 'start', by: [{ field: 'a' }] },
        { operation: 'minus', by: [{ field: 'b' }] },
        { operation: 'minus', by: [{ field: 'c' }] },
      ],
    ],
    [
      'a count times a rate',
      { '*': [750, { count: [{ var: 'items' }] }] },
      [
        { operation: 'start', by: [750] },
        { operation: 'times', by: [{ countOf: 'items' }] },
      ],
    ],
    [
      'a rounded share',
      { round: [{ '/': [{ '*': [100, a] }, b] }] },
      [
        { operation: 'start', by: [100] },
        { operation: 'times', by: [{ field: 'a' }] },
        { operation: 'divided', by: [{ field: 'b' }] },
        { operation: 'rounded' },
      ],
    ],
    [
      'rounding on the way',
      { '*': [{ round: [{ '+': [a, 0.45] }] }, b, c] },
      [
        { operation: 'start', by: [{ field: 'a' }] },
        { operation: 'plus', by: [0.45] },
        { operation: 'rounded' },
        { operation: 'times', by: [{ field: 'b' }] },
        { operation: 'times', by: [{ field: 'c' }] },
      ],
    ],
    [
      'limits',
      { max: [{ min: [{ '+': [a, b] }, 5000, c] }, 200] },
      [
        { operation: 'start', by: [{ field: 'a' }] },
        { operation: 'plus', by: [{ field: 'b' }] },
        { operation: 'atMost', by: [5000] },
        { operation: 'atMost', by: [{ field: 'c' }] },
        { operation: 'atLeast', by: [200] },
      ],
    ],
    [
      'rates of their own',
      { '+': [{ '*': [a, 100] }, { '*': [b, c, 50] }, { '*': [{ count: [{ var: 'items' }] }, 20] }] },
      [
        { operation: 'start', by: [{ field: 'a' }] },
        { operation: 'times', by: [100] },
        { operation: 'plus', by: [{ field: 'b' }, { field: 'c' }, 50] },
        { operation: 'plus', by: [{ countOf: 'items' }, 20] },
      ],
    ],
    [
      'days times an answer',
      { '*': [a, { '+': [between, 1] }] },
      [
        { operation: 'start', by: [{ field: 'a' }] },
        { operation: 'times', by: [{ ...days, inclusive: true }] },
      ],
    ],
    [
      'one or another',
      { if: [agreed, 0, a] },
      [{ operation: 'start', by: { branches: [{ when: isAgreed, then: [0] }], otherwise: [{ field: 'a' }] } }],
    ],
    [
      'one that is always the first',
      { if: [true, 5, 0] },
      [
        {
          operation: 'start',
          by: { branches: [{ when: { join: 'all', rows: [] }, then: [5] }], otherwise: [0] },
        },
      ],
    ],
    [
      'a rate out of a table',
      { '*': [a, { if: [agreed, 1, dog, { '*': [b, 2] }, 3] }] },
      [
        { operation: 'start', by: [{ field: 'a' }] },
        {
          operation: 'times',
          by: {
            branches: [
              { when: isAgreed, then: [1] },
              { when: isDog, then: [{ field: 'b' }, 2] },
            ],
            otherwise: [3],
          },
        },
      ],
    ],
    [
      'what comes after a choice',
      { '-': [{ if: [agreed, a, 0] }, 5] },
      [
        { operation: 'start', by: { branches: [{ when: isAgreed, then: [{ field: 'a' }] }], otherwise: [0] } },
        { operation: 'minus', by: [5] },
      ],
    ],
  ])('%s', (_name, logic, formula) => {
    expect(read(logic)).toEqual(formula);
    expect(writeFormula(formula, kindOf)).toEqual(logic);
  });
});

describe('another computation stays a formula:', () => {
  test.each<[string, unknown]>([
    ['a sum within a difference', { '-': [a, { '+': [b, c] }] }],
    ['a choice within a product of its own', { '+': [a, { '*': [b, { if: [agreed, 1, 2] }] }] }],
    ['a choice without an otherwise', { if: [agreed, 1] }],
    ['a choice of computations', { if: [agreed, { '+': [a, b] }, 0] }],
    ['a choice by what does not fit into rows', { if: [{ '>': [{ '+': [a, b] }, 1] }, 1, 0] }],
    ['the opposite', { '-': [a] }],
    ['a difference of three at once', { '-': [a, b, c] }],
    ['rounding of nothing', { round: [] }],
    ['a sum of no column', { sum: [{ var: 'items' }] }],
    ['a condition', agreed],
    ['yes', true],
    ['two operators at once', { '+': [a, b], '-': [a, b] }],
    ['nothing to add', { '+': [] }],
    ['an unknown operator', { pow: [a, 2] }],
  ])('%s', (_name, logic) => {
    expect(read(logic)).toBeUndefined();
  });
});
