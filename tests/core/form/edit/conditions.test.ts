import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../../src/core/form/check-answers.ts';
import type { Logic } from '../../../../src/core/form/definition.ts';
import { comparisonsFor } from '../../../../src/core/form/edit/comparisons.ts';
import type { Condition, ConditionRow } from '../../../../src/core/form/edit/condition.ts';
import { readCondition, writeCondition } from '../../../../src/core/form/edit/conditions.ts';

const kinds: Record<string, Kind> = {
  agree: 'boolean',
  area: 'number',
  length: 'number',
  name: 'text',
  from: 'date',
  to: 'date',
  at: 'time',
  kind: 'choice',
  reasons: 'ticks',
  items: 'rows',
  home: 'parts',
  'home.zip': 'text',
};
const kindOf = (field: string) => kinds[field];
const read = (logic: unknown) => readCondition(logic as Logic | undefined, kindOf);
const one = (row: ConditionRow): Condition => ({ join: 'all', rows: [row] });

describe('a condition is read as rows and written as the same JSON Logic:', () => {
  test.each<[unknown, Condition]>([
    [{ '==': [{ var: 'agree' }, true] }, one({ field: 'agree', comparison: 'is', value: true })],
    [{ '!=': [{ var: 'agree' }, true] }, one({ field: 'agree', comparison: 'isNot', value: true })],
    [{ '==': [{ var: 'kind' }, 'dog'] }, one({ field: 'kind', comparison: 'is', value: 'dog' })],
    [{ '!=': [{ var: 'kind' }, 'dog'] }, one({ field: 'kind', comparison: 'isNot', value: 'dog' })],
    [{ in: [{ var: 'kind' }, ['a', 'b']] }, one({ field: 'kind', comparison: 'isOneOf', value: ['a', 'b'] })],
    [{ '!': [{ in: [{ var: 'kind' }, ['a']] }] }, one({ field: 'kind', comparison: 'isNoneOf', value: ['a'] })],
    [{ in: ['a', { var: 'reasons' }] }, one({ field: 'reasons', comparison: 'includes', value: 'a' })],
    [{ '!': [{ in: ['a', { var: 'reasons' }] }] }, one({ field: 'reasons', comparison: 'excludes', value: 'a' })],
    [{ '>=': [{ count: [{ var: 'items' }] }, 2] }, one({ field: 'items', comparison: 'countAtLeast', value: 2 })],
    [{ '<=': [{ count: [{ var: 'reasons' }] }, 3] }, one({ field: 'reasons', comparison: 'countAtMost', value: 3 })],
    [{ '>': [{ var: 'area' }, 10] }, one({ field: 'area', comparison: 'over', value: 10 })],
    [{ '<=': [{ var: 'area' }, 2.5] }, one({ field: 'area', comparison: 'atMost', value: 2.5 })],
    [
      { '<': [{ var: 'area' }, { var: 'length' }] },
      one({ field: 'area', comparison: 'under', value: { field: 'length' } }),
    ],
    [{ '>=': [{ var: 'to' }, { var: 'from' }] }, one({ field: 'to', comparison: 'atLeast', value: { field: 'from' } })],
    [{ '>': [{ var: 'from' }, '2026-06-01'] }, one({ field: 'from', comparison: 'over', value: '2026-06-01' })],
    [{ '<': [{ var: 'at' }, '22:00'] }, one({ field: 'at', comparison: 'under', value: '22:00' })],
    [{ '!!': [{ var: 'home' }] }, one({ field: 'home', comparison: 'filled' })],
    [{ '!': [{ var: 'name' }] }, one({ field: 'name', comparison: 'notFilled' })],
    [{ '!=': [{ var: 'area' }, null] }, one({ field: 'area', comparison: 'filled' })],
    [{ '==': [{ var: 'agree' }, null] }, one({ field: 'agree', comparison: 'notFilled' })],
    [
      { '<=': [{ daysBetween: [{ var: 'from' }, { var: 'to' }] }, 30] },
      one({ field: 'to', comparison: 'laterByAtMost', value: { field: 'from', days: 30 } }),
    ],
    [
      { '>=': [{ daysBetween: [{ var: 'from' }, { var: 'to' }] }, 0] },
      one({ field: 'to', comparison: 'laterByAtLeast', value: { field: 'from', days: 0 } }),
    ],
    [{ '==': [{ var: 'home.zip' }, '50002'] }, one({ field: 'home.zip', comparison: 'is', value: '50002' })],
    [
      { and: [{ '==': [{ var: 'agree' }, true] }, { '>': [{ var: 'area' }, 1] }] },
      {
        join: 'all',
        rows: [
          { field: 'agree', comparison: 'is', value: true },
          { field: 'area', comparison: 'over', value: 1 },
        ],
      },
    ],
    [
      { or: [{ '==': [{ var: 'kind' }, 'a'] }, { '==': [{ var: 'kind' }, 'b'] }] },
      {
        join: 'any',
        rows: [
          { field: 'kind', comparison: 'is', value: 'a' },
          { field: 'kind', comparison: 'is', value: 'b' },
        ],
      },
    ],
    [
      {
        and: [{ or: [{ '==': [{ var: 'kind' }, 'a'] }, { '!!': [{ var: 'name' }] }] }, { '>': [{ var: 'area' }, 1] }],
      },
      {
        join: 'all',
        rows: [
          {
            join: 'any',
            rows: [
              { field: 'kind', comparison: 'is', value: 'a' },
              { field: 'name', comparison: 'filled' },
            ],
          },
          { field: 'area', comparison: 'over', value: 1 },
        ],
      },
    ],
    [
      { or: [{ and: [{ '>': [{ var: 'area' }, 1] }] }, { or: [{ '!!': [{ var: 'name' }] }] }] },
      {
        join: 'any',
        rows: [
          { join: 'all', rows: [{ field: 'area', comparison: 'over', value: 1 }] },
          { join: 'any', rows: [{ field: 'name', comparison: 'filled' }] },
        ],
      },
    ],
    [undefined, { join: 'all', rows: [] }],
  ])('%j', (logic, condition) => {
    expect(read(logic)).toEqual(condition);
    expect(writeCondition(condition, kindOf)).toEqual(logic);
  });
});

describe('what means the same is read as the same:', () => {
  test.each<[unknown, ConditionRow]>([
    [{ var: 'agree' }, { field: 'agree', comparison: 'is', value: true }],
    [{ '!!': [{ var: 'agree' }] }, { field: 'agree', comparison: 'is', value: true }],
    [{ '!': { var: 'agree' } }, { field: 'agree', comparison: 'isNot', value: true }],
    [{ '!!': { var: 'name' } }, { field: 'name', comparison: 'filled' }],
    [{ '!=': [{ var: 'reasons' }, null] }, { field: 'reasons', comparison: 'filled' }],
    [{ '!': [{ '==': [{ var: 'kind' }, 'a'] }] }, { field: 'kind', comparison: 'isNot', value: 'a' }],
    [{ '!': [{ '!=': [{ var: 'area' }, 5] }] }, { field: 'area', comparison: 'is', value: 5 }],
    [{ '!': [{ '!=': [{ var: 'name' }, null] }] }, { field: 'name', comparison: 'notFilled' }],
    [
      { '>=': [30, { daysBetween: [{ var: 'from' }, { var: 'to' }] }] },
      { field: 'to', comparison: 'laterByAtMost', value: { field: 'from', days: 30 } },
    ],
    [{ '===': ['dog', { var: 'kind' }] }, { field: 'kind', comparison: 'is', value: 'dog' }],
    [{ '<': [10, { var: 'area' }] }, { field: 'area', comparison: 'over', value: 10 }],
    [{ and: [{ '>': [{ var: 'area' }, 1] }] }, { field: 'area', comparison: 'over', value: 1 }],
  ])('%j', (logic, row) => {
    expect(read(logic)?.rows).toEqual([row]);
  });
});

describe('what does not fit into rows stays JSON Logic:', () => {
  test.each<[string, unknown]>([
    ['a number that is not zero', { '!!': [{ var: 'area' }] }],
    ['never', false],
    [
      'groups within groups',
      {
        and: [
          { or: [{ and: [{ '>': [{ var: 'area' }, 1] }] }, { '!!': [{ var: 'name' }] }] },
          { '!!': [{ var: 'name' }] },
        ],
      },
    ],
    ['not a group', { '!': [{ or: [{ '!!': [{ var: 'name' }] }, { '>': [{ var: 'area' }, 1] }] }] }],
    ['not over, which says nothing of a missing answer', { '!': [{ '>': [{ var: 'area' }, 5] }] }],
    ['none of nothing', { or: [] }],
    ['exactly so many days', { '==': [{ daysBetween: [{ var: 'from' }, { var: 'to' }] }, 30] }],
    ['days of what is no day', { '<=': [{ daysBetween: [{ var: 'area' }, { var: 'to' }] }, 30] }],
    ['a computation', { '>': [{ '+': [{ var: 'area' }, 1] }, 2] }],
    ['a question that is not there', { '==': [{ var: 'nobody' }, 1] }],
    ['an answer of another kind', { '==': [{ var: 'area' }, 'ten'] }],
    ['a question of another kind', { '>': [{ var: 'area' }, { var: 'from' }] }],
    ['an order of texts', { '>': [{ var: 'name' }, 'a'] }],
    ['between', { '<': [1, { var: 'area' }, 5] }],
    ['two operators at once', { '==': [{ var: 'area' }, 1], '!=': [{ var: 'area' }, 2] }],
    ['a list', [{ '==': [{ var: 'area' }, 1] }]],
    ['nothing', {}],
    ['one that never ends', { '!': [{ '!': [{ '!': [null] }] }] }],
  ])('%s', (_name, logic) => {
    expect(read(logic)).toBeUndefined();
  });
});

test('days are compared in words for days', () => {
  const words = comparisonsFor('date').map(({ words: text }) => text);
  expect(words).toContain('je později než');
  expect(words).not.toContain('je větší než');
});
