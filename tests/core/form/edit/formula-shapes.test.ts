import { describe, expect, test } from 'vitest';
import type { Logic } from '../../../../src/core/form/definition.ts';
import { readFormula, writeFormula, type FormulaShape } from '../../../../src/core/form/edit/formula-shapes.ts';

const read = (logic: unknown) => readFormula(logic as Logic, field => (field === 'agree' ? 'boolean' : 'number'));
const between = { daysBetween: [{ var: 'from' }, { var: 'to' }] };
const agreed = { '==': [{ var: 'agree' }, true] };

describe('a computation is read as what an author puts together, and written as the same formula:', () => {
  test.each<[unknown, FormulaShape]>([
    [{ sum: [{ var: 'items' }, 'price'] }, { by: 'column', group: 'items', column: 'price' }],
    [{ count: [{ var: 'items' }] }, { by: 'count', group: 'items' }],
    [{ '+': [{ var: 'a' }, { var: 'b' }, 100] }, { by: 'sum', operands: [{ field: 'a' }, { field: 'b' }, 100] }],
    [{ '*': [{ var: 'a' }, { var: 'b' }] }, { by: 'product', operands: [{ field: 'a' }, { field: 'b' }] }],
    [between, { by: 'days', from: 'from', to: 'to', inclusive: false }],
    [{ '+': [between, 1] }, { by: 'days', from: 'from', to: 'to', inclusive: true }],
    [
      { '*': [{ var: 'area' }, { '+': [between, 1] }] },
      { by: 'days', from: 'from', to: 'to', inclusive: true, times: { field: 'area' } },
    ],
    [
      { if: [agreed, 0, { var: 'price' }] },
      { by: 'choice', condition: agreed, then: 0, otherwise: { field: 'price' } },
    ],
  ])('%j', (logic, shape) => {
    expect(read(logic)).toEqual(shape);
    expect(writeFormula(shape)).toEqual(logic);
  });
});

describe('another computation stays a formula:', () => {
  test.each([
    [{}],
    [{ '-': [{ var: 'a' }, { var: 'b' }] }],
    [{ '+': [{ '*': [{ var: 'a' }, 2] }, 1] }],
    [{ round: [{ var: 'a' }] }],
    [{ if: [agreed, 1, agreed, 2, 3] }],
    [{ sum: [{ var: 'items' }] }],
    [5],
  ])('%j', logic => {
    expect(read(logic)).toBeUndefined();
  });
});
