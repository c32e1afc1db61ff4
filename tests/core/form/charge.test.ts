import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/core/form/answers.ts';
import { chargeOf } from '../../../src/core/form/charge.ts';

type Rule = Parameters<typeof chargeOf>[0];

const children = { '==': [{ var: 'who' }, 'child'] };
const table: Rule = {
  by: 'table',
  take: 'first',
  rows: [
    { label: 'Do 15 let', crowns: 100, when: children },
    { label: 'Ostatní', crowns: 200 },
  ],
};
const formula: Rule = { by: 'formula', crowns: { '*': [{ var: 'area' }, 10.005] } };

describe('what a filing costs', () => {
  it.each<[string, Rule, Answers, ReturnType<typeof chargeOf>]>([
    [
      'the first row that applies',
      table,
      { who: 'child' },
      { crowns: 100, lines: [{ label: 'Do 15 let', crowns: 100 }] },
    ],
    ['the row for the others', table, {}, { crowns: 200, lines: [{ label: 'Ostatní', crowns: 200 }] }],
    [
      'all rows that apply',
      { ...table, take: 'all' },
      { who: 'child' },
      {
        crowns: 300,
        lines: [
          { label: 'Do 15 let', crowns: 100 },
          { label: 'Ostatní', crowns: 200 },
        ],
      },
    ],
    ['nothing, when no row applies', { ...table, rows: table.rows.slice(0, 1) }, {}, { crowns: 0, lines: [] }],
    ['what the formula gives, to the haller', formula, { area: 3 }, { crowns: 30.02, lines: [] }],
    [
      'never less than nothing',
      { by: 'formula', crowns: { '-': [{ var: 'area' }, 10] } },
      { area: 3 },
      { crowns: 0, lines: [] },
    ],
    ['not known, while an answer is missing', formula, {}, undefined],
  ])('is %s', (_what, rule, answers, expected) => {
    expect(chargeOf(rule, answers)).toEqual(expected);
  });
});
