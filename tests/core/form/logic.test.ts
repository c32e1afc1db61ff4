import { describe, expect, it } from 'vitest';

import type { Logic } from '../../../src/core/form/definition.ts';
import { compute, holds, operators } from '../../../src/core/form/logic.ts';

const answers = {
  yes: true,
  no: false,
  kind: 'company',
  area: 12.5,
  from: '2026-06-01',
  reasons: ['a', 'b'],
  budget: [{ amount: 100 }, { amount: 250.5 }, {}],
  home: { street: 'Střelecká 1', city: 'Hradec Králové', zip: '50002' },
};

const table: [Logic, boolean][] = [
  [true, true],
  [false, false],
  [{ var: 'yes' }, true],
  [{ var: 'no' }, false],
  [{ var: 'missing' }, false],
  [{ '==': [{ var: 'kind' }, 'company'] }, true],
  [{ '==': [{ var: 'area' }, '12.5'] }, false],
  [{ '!=': [{ var: 'kind' }, 'person'] }, true],
  [{ '===': [{ var: 'no' }, false] }, true],
  [{ '!==': [{ var: 'yes' }, true] }, false],
  [{ '>': [{ var: 'area' }, 10] }, true],
  [{ '>=': [{ var: 'area' }, 12.5] }, true],
  [{ '<': [10, { var: 'area' }, 20] }, true],
  [{ '<': [10, { var: 'area' }, 12] }, false],
  [{ '<=': [{ var: 'from' }, '2026-06-01'] }, true],
  [{ and: [{ var: 'yes' }, { '>': [{ var: 'area' }, 1] }] }, true],
  [{ and: [{ var: 'yes' }, { var: 'no' }] }, false],
  [{ or: [{ var: 'no' }, { var: 'yes' }] }, true],
  [{ '!': { var: 'no' } }, true],
  [{ '!': [{ var: 'missing' }] }, true],
  [{ '!!': [{ var: 'reasons' }] }, true],
  [{ in: ['a', { var: 'reasons' }] }, true],
  [{ in: ['c', { var: 'reasons' }] }, false],
  [{ in: [{ var: 'kind' }, ['person', 'company']] }, true],
  [{ '>': [{ '+': [{ var: 'area' }, 10] }, 22] }, true],
  [{ '==': [{ '-': [{ var: 'area' }, 0.5] }, 12] }, true],
  [{ '==': [{ '*': [{ var: 'area' }, 2] }, 25] }, true],
  [{ '==': [{ '/': [{ var: 'area' }, 2] }, 6.25] }, true],
  [{ if: [{ var: 'no' }, false, { var: 'yes' }, true, false] }, true],
  [{ '==': [{ var: 'home.zip' }, '50002'] }, true],
  [{ '==': [{ min: [{ var: 'area' }, 10] }, 10] }, true],
  [{ '==': [{ max: [{ var: 'area' }, 10] }, 12.5] }, true],
  [{ '==': [{ round: [{ var: 'area' }] }, 13] }, true],
  [{ '==': [{ sum: [{ var: 'budget' }, 'amount'] }, 350.5] }, true],
  [{ '==': [{ sum: [{ var: 'missing' }, 'amount'] }, 0] }, true],
  [{ '==': [{ count: [{ var: 'budget' }] }, 3] }, true],
  [{ '==': [{ count: [{ var: 'missing' }] }, 0] }, true],
  [{ '==': [{ daysBetween: [{ var: 'from' }, '2026-06-30'] }, 29] }, true],
  [{ '==': [{ daysBetween: [{ var: 'from' }, { var: 'from' }] }, 0] }, true],
  [{ '<': [{ '+': [{ var: 'missing' }, 5] }, 10] }, false],
];

describe('a condition', () => {
  it.each(table)('%j holds: %s', (logic, expected) => {
    expect(holds(logic, answers)).toBe(expected);
  });

  it('of every allowed operator is in the table', () => {
    const text = JSON.stringify(table);
    expect(operators.filter(operator => !text.includes(`"${operator}":`))).toEqual([]);
  });

  it('that is not there always holds', () => {
    expect(holds(undefined, {})).toBe(true);
  });

  it.each<Logic>([
    { '==': [{ var: 'missing' }, false] },
    { '==': [{ var: 'missing' }, 0] },
    { '<': [{ var: 'missing' }, 5] },
    { '>=': [{ var: 'missing' }, 0] },
    { '<': [{ var: 'kind' }, 5] },
    { in: ['a', { var: 'missing' }] },
  ])('does not hold for a question without an answer: %j', logic => {
    expect(holds(logic, answers)).toBe(false);
  });

  it.each<Logic>([
    { '/': [1, 0] },
    { '+': [{ var: 'kind' }, 1] },
    { unknown: [1] },
    { '==': [1, 1], '!=': [1, 2] },
    { map: [[1], { var: '' }] },
    {},
    { and: 5 },
  ])('that cannot be computed does not hold and does not throw: %j', logic => {
    expect(holds(logic, answers)).toBe(false);
  });

  it.each(['constructor', '__proto__', 'toString', 'kind.length', 'home.constructor', ''])(
    'sees only answers, not what objects inherit: %j',
    path => {
      expect(holds({ '!!': { var: path } }, answers)).toBe(false);
    },
  );
});

describe('a formula', () => {
  it.each<[Logic, number | undefined]>([
    [450, 450],
    [{ '*': [{ var: 'area' }, { '+': [{ daysBetween: [{ var: 'from' }, '2026-06-10'] }, 1] }, 10] }, 1250],
    [{ if: [{ var: 'no' }, 100, { '==': [{ var: 'kind' }, 'company'] }, 500, 0] }, 500],
    [{ sum: [{ var: 'budget' }, 'amount'] }, 350.5],
    [{ '-': [10] }, -10],
    [{ '-': [10, 3, 2] }, 5],
    [{ '*': [{ var: 'missing' }, 10] }, undefined],
    [{ '/': [1, 0] }, undefined],
    [{ '*': [1e15, 1] }, 1e15],
    [{ '*': [1e15, 1.1] }, undefined],
    [{ '*': [-1e15, 1.1] }, undefined],
    [{ '*': [1e200, 1e100] }, undefined],
    [{ '+': ['1', 2] }, undefined],
    [{ daysBetween: [{ var: 'kind' }, { var: 'from' }] }, undefined],
    [{ var: 'kind' }, undefined],
    [true, undefined],
  ])('%j gives %s', (formula, expected) => {
    expect(compute(formula, answers)).toBe(expected);
  });
});
