import { describe, expect, it } from 'vitest';

import { conditionWords } from '../../../src/core/form/condition-words.ts';
import type { Logic } from '../../../src/core/form/definition.ts';
import { formulaWords } from '../../../src/core/form/formula-words.ts';
import { aDefinition, everyType, parsed } from './definitions.ts';
import { richDefinition } from './rich-definition.ts';

const form = parsed(everyType);

/** Each row: a condition, and how it reads after "když". */
const conditions: [Logic, string | undefined][] = [
  [{ '==': [{ var: 'more' }, true] }, '„Ještě něco?“ je „Ano“'],
  [{ '!=': [{ var: 'kind' }, 'person'] }, '„Kdo“ není „Občan“'],
  [{ in: [{ var: 'kind' }, ['person', 'company']] }, '„Kdo“ je „Občan“ nebo „Firma“'],
  [{ '!': [{ in: [{ var: 'kind' }, ['person', 'company']] }] }, '„Kdo“ není „Občan“ ani „Firma“'],
  [{ in: ['a', { var: 'reasons' }] }, '„Důvody“ obsahuje „Á“'],
  [{ '>=': [{ count: [{ var: 'reasons' }] }, 2] }, 'počet zaškrtnutých u\u00a0„Důvody“ je aspoň 2'],
  [{ '<': [{ var: 'price' }, 1500] }, '„Cena“ je menší než 1\u00a0500\u00a0Kč'],
  [{ '>': [{ var: 'from' }, '2026-06-01'] }, '„Od“ je později než 1.\u00a06.\u00a02026'],
  [{ '>': [{ var: 'to' }, { var: 'from' }] }, '„Do“ je později než „Od“'],
  [{ '==': [{ var: 'home.zip' }, '50002'] }, 'PSČ v\u00a0odpovědi „Adresa“ je „50002“'],
  [{ '!': [{ var: 'box' }] }, '„Datovka“ není vyplněno'],
  [
    { and: [{ '==': [{ var: 'more' }, false] }, { '!!': [{ var: 'box' }] }] },
    '„Ještě něco?“ je „Ne“ a\u00a0zároveň „Datovka“ je vyplněno',
  ],
  [
    { or: [{ '==': [{ var: 'more' }, false] }, { '>': [{ var: 'area' }, 1.5] }] },
    '„Ještě něco?“ je „Ne“ nebo „Plocha“ je větší než 1,5',
  ],
  [
    { and: [{ or: [{ '==': [{ var: 'more' }, false] }, { '!!': [{ var: 'box' }] }] }, { '>': [{ var: 'area' }, 1] }] },
    '(„Ještě něco?“ je „Ne“ nebo „Datovka“ je vyplněno) a\u00a0zároveň „Plocha“ je větší než 1',
  ],
  [{ '<=': [{ daysBetween: [{ var: 'from' }, { var: 'to' }] }, 30] }, '„Do“ je později nejvýš o 30\u00a0dní než „Od“'],
  [{ '!': [{ '==': [{ var: 'more' }, true] }] }, '„Ještě něco?“ není „Ano“'],
  [{ '>': [{ '+': [{ var: 'area' }, 1] }, 3] }, undefined],
  [{ '==': [{ var: 'nowhere' }, true] }, undefined],
  [true, undefined],
];

const formulas: [Logic, string | undefined][] = [
  [{ sum: [{ var: 'budget' }, 'cost'] }, 'součet sloupce „Náklady“'],
  [{ count: [{ var: 'budget' }] }, 'počet řádků „Rozpočet“'],
  [{ '*': [{ var: 'area' }, 1500] }, '„Plocha“ × 1\u00a0500'],
  [{ '+': [{ daysBetween: [{ var: 'from' }, { var: 'to' }] }, 1] }, 'počet dnů od „Od kdy“ do „Do kdy“ včetně'],
  [
    { if: [{ '==': [{ var: 'more' }, true] }, 100, { var: 'area' }] },
    '100, když „Ještě něco?“ je „Ano“, jinak „Plocha“',
  ],
  [{ '*': [{ '+': [{ var: 'area' }, { var: 'price' }] }, 2] }, '(„Plocha“ + „Cena“) × 2'],
  [{ '+': [{ '*': [{ var: 'area' }, 2] }, { '*': [{ var: 'price' }, 3] }] }, '„Plocha“ × 2 + „Cena“ × 3'],
  [{ '/': [{ var: 'area' }, { '*': [{ var: 'price' }, 3] }] }, '„Plocha“ : („Cena“ × 3)'],
  [{ '-': [{ '-': [{ var: 'area' }, { var: 'price' }] }, 1] }, '„Plocha“ − „Cena“ − 1'],
  [{ round: [{ '/': [{ var: 'area' }, 3] }] }, '„Plocha“ : 3, zaokrouhleno na celé'],
  [{ '*': [{ round: [{ var: 'area' }] }, 5] }, '(„Plocha“, zaokrouhleno na celé) × 5'],
  [{ min: [{ '*': [{ var: 'area' }, 10] }, 5000] }, '„Plocha“ × 10, nejvýš 5\u00a0000'],
  [{ count: [{ var: 'reasons' }] }, 'počet zaškrtnutých u\u00a0otázky „Důvody“'],
  [
    { '*': [{ var: 'area' }, { if: [{ '==': [{ var: 'more' }, true] }, 5, { '!!': [{ var: 'box' }] }, 2, 1] }] },
    '„Plocha“ × (5, když „Ještě něco?“ je „Ano“; 2, když „Datová schránka“ je vyplněno; jinak 1)',
  ],
  [{ '-': [{ var: 'area' }, { '+': [1, 2] }] }, undefined],
  [{}, undefined],
];

describe('a condition in words', () => {
  it.each(conditions)('%j', (logic, words) => {
    expect(conditionWords(logic, form)).toBe(words);
  });

  it('is left out when it would be too long to read', () => {
    const long = { '==': [{ var: 'kind' }, 'person'] };
    expect(conditionWords({ or: Array.from({ length: 20 }, () => long) }, form)).toBeUndefined();
  });

  it('is left out rather than thrown at a form that has no such question', () => {
    expect(conditions.map(([logic]) => conditionWords(logic, parsed(aDefinition())))).toEqual(
      conditions.map(() => undefined),
    );
  });
});

describe('a formula in words', () => {
  it.each(formulas)('%j', (logic, words) => {
    expect(formulaWords(logic, richDefinition)).toBe(words);
  });
});
