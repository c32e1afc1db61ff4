import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Entries } from '../../../../src/core/form/answers.ts';
import { checkDefinition } from '../../../../src/core/form/check-definition.ts';
import type { Definition, DefinitionInput, Logic } from '../../../../src/core/form/definition.ts';
import { evaluate } from '../../../../src/core/form/evaluate.ts';
import { gate } from '../../../../src/core/form/gate.ts';
import { aDefinition, parsed } from '../definitions.ts';
import { entriesFor, today } from '../arbitrary-filings.ts';

type Fields = DefinitionInput['steps'][number]['fields'];

const context = { today, departments: ['spravni'], lifeSituations: ['zvirata'], offeredIdentity: ['none'] };

function isWarnedOf(definition: Definition): boolean {
  return gate(definition, context).some(({ rule }) => rule === 'fee-not-computed');
}

const conditions: fc.Arbitrary<Logic> = fc.constantFrom<Logic>(
  { var: 'chip' },
  { '==': [{ var: 'chip' }, false] },
  { '!=': [{ var: 'kind' }, 'dog'] },
  { in: [{ var: 'kind' }, ['cat', 'bird']] },
  { '>': [{ var: 'area' }, 5] },
  { '!': [{ '==': [{ var: 'weight' }, null] }] },
  { and: [{ var: 'chip' }, { '==': [{ var: 'kind' }, 'dog'] }] },
);

function formulas(ids: string[], depth = 0): fc.Arbitrary<Logic> {
  const figure = fc.constantFrom(...ids).map<Logic>(id => ({ var: id }));
  const plain = fc.oneof({ weight: 3, arbitrary: figure }, fc.integer({ min: 1, max: 9 }));
  if (depth > 1) return plain;
  const inner = formulas(ids, depth + 1);
  return fc.oneof(
    plain,
    fc.tuple(fc.constantFrom('+', '*', 'min', '/'), inner, inner).map(([by, ...parts]) => ({ [by]: parts })),
    fc.tuple(conditions, inner, inner).map(choice => ({ if: choice })),
    fc.tuple(conditions, inner, conditions, inner, inner).map(choice => ({ if: choice })),
  );
}

const agendas = fc
  .record({
    required: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    when: fc.array(fc.option(conditions, { nil: undefined }), { minLength: 3, maxLength: 3 }),
    computed: formulas(['area', 'weight']),
    crowns: formulas(['area', 'weight', 'length', 'figure']),
  })
  .map(({ required, when, computed, crowns }) => {
    const options = ['dog', 'cat', 'bird'].map(value => ({ value, label: value }));
    const asked = (index: number) => ({
      required: required[index] ?? true,
      ...(when[index] !== undefined && { when: when[index] }),
    });
    const fields: Fields = [
      { type: 'yesNo', id: 'chip', label: 'Čip?' },
      { type: 'oneOf', id: 'kind', label: 'Druh', options },
      { type: 'number', id: 'area', label: 'Plocha', min: 0, max: 9, required: required[0] ?? true },
      { type: 'number', id: 'weight', label: 'Váha', min: 1, max: 9, ...asked(1) },
      { type: 'computed', id: 'figure', label: 'Výpočet', value: computed, ...(when[0] && { when: when[0] }) },
      { type: 'money', id: 'length', label: 'Délka', max: 9, ...asked(2) },
    ];
    return aDefinition([{ id: 'more', title: 'Další', fields }], {
      fee: { summary: 'Platí se.', charge: { by: 'formula', crowns } },
    });
  })
  .map(input => checkDefinition(input))
  .filter(checked => checked.ok)
  .map(({ definition }) => definition);

const filings = agendas.chain(definition =>
  fc.record({
    definition: fc.constant(definition),
    filings: fc.array(entriesFor(definition, { right: 6 }), { minLength: 30, maxLength: 30 }),
  }),
);

describe('an agenda that is not warned of its fee', () => {
  it('has a fee computed for every complete filing', () => {
    const seen = { warned: 0, computed: 0 };
    fc.assert(
      fc.property(filings, ({ definition, filings: typed }) => {
        if (isWarnedOf(definition)) {
          seen.warned += 1;
          return;
        }
        for (const entries of typed) {
          const named: Entries = { ...entries, name: 'Jana', email: 'jana@example.cz' };
          const { complete, fee } = evaluate(definition, named, { today });
          if (!complete) continue;
          expect(fee).toBeDefined();
          seen.computed += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(seen.warned).toBeGreaterThan(20);
    expect(seen.computed).toBeGreaterThan(100);
  });
});

describe('the work', () => {
  it('stays within bounds when figures are worked out of each other in ever more ways', () => {
    const fields: Fields = [
      { type: 'number', id: 'n0', label: 'Nula' },
      ...Array.from({ length: 60 }, (_, index) => ({
        type: 'computed' as const,
        id: `n${index + 1}`,
        label: `${index}`,
        value: { if: [{ '>': [{ var: `n${index}` }, 5] }, { var: `n${index}` }, { '+': [{ var: `n${index}` }, 1] }] },
      })),
    ];
    const charge = { by: 'formula' as const, crowns: { var: 'n60' } };
    const definition = aDefinition([{ id: 'more', title: 'Další', fields }], { fee: { summary: 'Platí se.', charge } });
    expect(isWarnedOf(parsed(definition))).toBe(false);
  });
});
