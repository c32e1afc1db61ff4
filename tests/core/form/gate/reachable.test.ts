import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Entries, Entry } from '../../../../src/core/form/answers.ts';
import { checkDefinition } from '../../../../src/core/form/check-definition.ts';
import type { Definition, DefinitionInput, Field, Logic } from '../../../../src/core/form/definition.ts';
import { evaluate } from '../../../../src/core/form/evaluate.ts';
import { conditionsOf, neverIn } from '../../../../src/core/form/gate/reachable.ts';
import { placesOf } from '../../../../src/core/form/places.ts';
import { aDefinition, parsed } from '../definitions.ts';

type Fields = DefinitionInput['steps'][number]['fields'];
const today = Temporal.PlainDate.from('2026-05-04');

const asked: Fields = [
  { type: 'yesNo', id: 'chip', label: 'Čip?' },
  {
    type: 'oneOf',
    id: 'kind',
    label: 'Druh',
    options: ['dog', 'cat', 'bird'].map(value => ({ value, label: value })),
  },
  { type: 'number', id: 'weight', label: 'Váha', min: 1, max: 90 },
  { type: 'number', id: 'length', label: 'Délka', decimals: 1 },
  {
    type: 'severalOf',
    id: 'reasons',
    label: 'Důvody',
    options: ['a', 'b', 'c'].map(value => ({ value, label: value })),
  },
  { type: 'date', id: 'from', label: 'Od' },
  { type: 'time', id: 'at', label: 'Čas' },
  { type: 'text', id: 'breed', label: 'Plemeno' },
  { type: 'text', id: 'dogName', label: 'Jméno psa', when: { '==': [{ var: 'kind' }, 'dog'] } },
  { type: 'address', id: 'home', label: 'Adresa' },
  { type: 'person', id: 'owner', label: 'Majitel', ask: ['born', 'address'], required: false },
  {
    type: 'group',
    id: 'people',
    label: 'Lidé',
    rowLabel: 'Člověk',
    max: 3,
    fields: [{ type: 'text', id: 'who', label: 'Kdo' }],
  },
  { type: 'computed', id: 'double', label: 'Dvojnásobek', value: { '*': [{ var: 'weight' }, 2] } },
];

function never(...conditions: Logic[]): boolean {
  return neverIn(parsed(aDefinition([{ id: 'more', title: 'Další', fields: asked }])), { today })(conditions);
}

const is = (id: string, value: unknown): Logic => ({ '==': [{ var: id }, value] });
const count = (id: string): Logic => ({ count: [{ var: id }] });

describe('what can never hold', () => {
  it.each<Logic>([
    false,
    { and: [is('chip', true), is('chip', false)] },
    { and: [is('kind', 'dog'), is('kind', 'cat')] },
    { and: [is('kind', 'dog'), { '!': [{ in: [{ var: 'kind' }, ['dog', 'cat']] }] }] },
    { '>': [{ var: 'weight' }, 90] },
    { '<': [{ var: 'weight' }, 1] },
    { and: [{ '>': [{ var: 'weight' }, 5] }, { '<': [{ var: 'weight' }, 6] }] },
    { '<': [5, { var: 'weight' }, 6] },
    { and: [{ '>': [{ var: 'length' }, 5.1] }, { '<': [{ var: 'length' }, 5.2] }] },
    { and: [{ in: ['a', { var: 'reasons' }] }, { '!': [{ var: 'reasons' }] }] },
    { and: [{ '>': [{ var: 'from' }, '2026-05-31'] }, { '<': [{ var: 'from' }, '2026-06-01'] }] },
    { and: [{ '>': [{ var: 'at' }, '22:00'] }, { '<': [{ var: 'at' }, '21:00'] }] },
    { '>': [{ var: 'at' }, '23:59'] },
    { and: [is('breed', 'jezevčík'), is('breed', 'pudl')] },
    { and: [{ '!=': [{ var: 'dogName' }, null] }, is('kind', 'cat')] },
    { if: [{ var: 'chip' }, is('chip', false), is('chip', true)] },
    { and: [{ '>': [{ var: 'double' }, 5] }, is('kind', 'dog'), is('kind', 'cat')] },
    { '>': [count('people'), 5] },
    { '<': [3, count('people')] },
    { '==': [{ count: { var: 'people' } }, 4] },
    { '<': [count('people'), 0] },
    { and: [{ '>=': [count('people'), 1] }, is('people', null)] },
    { and: [{ '>': [count('people'), 1] }, { '<': [count('people'), 2] }] },
    { '>': [count('reasons'), 3] },
    { and: [{ '<': [count('reasons'), 2] }, { in: ['a', { var: 'reasons' }] }, { in: ['b', { var: 'reasons' }] }] },
    { and: [is('home.zip', '50002'), is('home.zip', '50003')] },
    { and: [is('home.zip', '50002'), { '!': [{ in: [{ var: 'home.zip' }, ['50002', '50003']] }] }] },
    { and: [is('home.zip', '50002'), is('home.city', null)] },
    { and: [is('owner', null), is('owner.address.zip', '50002')] },
    { and: [is('owner.address.zip', '50002'), is('owner.address.zip', '50003')] },
    { and: [{ '<': [{ var: 'owner.born' }, '2000-01-01'] }, { '>': [{ var: 'owner.born' }, '1999-12-31'] }] },
    { '<': [{ var: 'weight' }, { var: 'weight' }] },
    { '>': [{ var: 'double' }, { var: 'double' }] },
    { '!=': [{ var: 'home.zip' }, { var: 'home.zip' }] },
    { '!': [{ '==': [{ var: 'breed' }, { var: 'breed' }] }] },
    { '<': [{ var: 'weight' }, { var: 'double' }, { var: 'weight' }] },
    { and: [{ '<=': [{ var: 'weight' }, { var: 'weight' }] }, { '!': [{ var: 'weight' }] }] },
    { and: [is('weight', null), { '<': [{ var: 'weight' }, { var: 'length' }] }] },
    { and: [is('weight', null), { '>=': [{ '*': [2, { var: 'weight' }] }, { var: 'length' }] }] },
    { and: [is('from', null), { '>': [{ daysBetween: [{ var: 'from' }, '2026-06-01'] }, 3] }] },
    { and: [is('reasons', null), { '>': [{ count: [{ var: 'reasons' }] }, 0] }] },
  ])('%j', condition => {
    expect(never(condition)).toBe(true);
  });

  it.each<Logic>([
    true,
    is('chip', false),
    { '!': [{ var: 'chip' }] },
    { and: [{ '>': [{ var: 'length' }, 5.1] }, { '<': [{ var: 'length' }, 5.3] }] },
    { and: [{ '>=': [{ var: 'weight' }, 90] }, { '!=': [{ var: 'weight' }, 91] }] },
    { and: [{ in: ['a', { var: 'reasons' }] }, { in: ['b', { var: 'reasons' }] }] },
    { and: [{ '>': [{ var: 'from' }, '2026-05-30'] }, { '<': [{ var: 'from' }, '2026-06-01'] }] },
    { '!': [{ in: [{ var: 'kind' }, ['dog', 'cat']] }] },
    { and: [is('breed', null), is('dogName', 'Alík')] },
    { if: [{ var: 'chip' }, is('kind', 'dog'), is('kind', 'cat')] },
    { '>': [count('people'), 2] },
    { '==': [count('people'), 0] },
    { and: [{ '<': [count('people'), 2] }, { var: 'people' }] },
    { and: [{ '==': [count('reasons'), 2] }, { in: ['a', { var: 'reasons' }] }] },
    { and: [{ '==': [count('reasons'), 3] }, { in: ['b', { var: 'reasons' }] }] },
    { and: [is('home.zip', '50002'), is('home.city', 'Praha')] },
    { and: [{ var: 'home' }, { '!=': [{ var: 'home.zip' }, '50002'] }] },
    { and: [is('owner.address.zip', '50002'), is('home.zip', '50003')] },
    { '<=': [{ var: 'weight' }, { var: 'weight' }] },
    { '==': [{ var: 'weight' }, { var: 'weight' }] },
    { '<': [{ var: 'weight' }, { var: 'length' }] },
    { and: [{ '<': [{ var: 'weight' }, 7] }, { '==': [{ var: 'home.zip' }, { var: 'home.city' }] }] },
    { and: [is('weight', null), { '!=': [{ var: 'weight' }, { var: 'length' }] }] },
    { and: [is('weight', null), { '>': [{ '+': [1, { var: 'length' }] }, 0] }] },
    { and: [is('reasons', null), { '<': [{ count: [{ var: 'reasons' }] }, 1] }] },
  ])('is not %j', condition => {
    expect(never(condition)).toBe(false);
  });

  it('is not what turns on arithmetic, as nobody has worked it out', () => {
    expect(never({ '>': [{ var: 'double' }, 500] })).toBe(false);
    expect(never({ '<': [{ var: 'weight' }, { '+': [{ var: 'weight' }, 0] }] })).toBe(false);
  });

  it('is a day before the first one that may be answered from today on', () => {
    const upTo = (bounds: { minDaysFromToday?: number; maxDaysFromToday?: number }, when: Logic) => {
      const fields: Fields = [{ type: 'date', id: 'from', label: 'Od', ...bounds }];
      return neverIn(parsed(aDefinition([{ id: 'more', title: 'Další', fields }])), { today })([when]);
    };
    expect(upTo({ minDaysFromToday: 0 }, { '<': [{ var: 'from' }, '2026-05-04'] })).toBe(true);
    expect(upTo({ minDaysFromToday: 0 }, { '<': [{ var: 'from' }, '2026-05-05'] })).toBe(false);
    expect(upTo({ minDaysFromToday: 30 }, { '!=': [{ var: 'from' }, null] })).toBe(false);
    expect(upTo({ maxDaysFromToday: 0 }, { '>': [{ var: 'from' }, '2030-01-01'] })).toBe(false);
  });

  it('counts the conditions under which the questions are asked', () => {
    expect(never({ '>': [{ var: 'weight' }, 5] }, is('kind', 'cat'))).toBe(false);
    expect(never(is('dogName', 'Alík'), is('kind', 'cat'))).toBe(true);
  });
});

describe('the work', () => {
  it('stays within bounds when there is no end of combinations, and the verdict is "possible"', () => {
    const many: Fields = Array.from({ length: 60 }, (_, index) => ({
      type: 'number',
      id: `n${index}`,
      label: `${index}`,
    }));
    // Each needs another answer than the one before, so that only the last of all combinations could tell.
    const conditions = many.map<Logic>(({ id }, index) => ({ or: [is(id, index), is(id, index + 2)] }));
    const impossible: Logic = { or: [{ and: [is('n58', 1), is('n59', 1)] }, is('n59', 500), is('n0', 800)] };
    const definition = parsed(aDefinition([{ id: 'more', title: 'Další', fields: many }]));
    expect(neverIn(definition, { today })([{ and: conditions }, impossible])).toBe(false);
  });
});

/** Small forms in which conditions stand in each other's way more often than people would write them. */
const forms: fc.Arbitrary<Definition> = fc
  .array(fc.nat({ max: 7 }), { minLength: 2, maxLength: 7 })
  .chain(types =>
    fc.record({
      fields: fc.tuple(...types.map((type, index) => fieldOf(type, index, types))),
      split: fc.nat({ max: types.length }),
      stepWhen: fc.option(conditionOn(types, types.length), { nil: undefined }),
    }),
  )
  .map(({ fields, split, stepWhen }) => {
    const [early, late] = [fields.slice(0, split), fields.slice(split)];
    return aDefinition(
      [
        { id: 'early', title: 'Dřív', fields: early },
        { id: 'late', title: 'Pak', fields: late, ...(stepWhen !== undefined && { when: stepWhen }) },
      ].filter(step => step.fields.length > 0),
    );
  })
  .map(input => checkDefinition(input))
  .filter(checked => checked.ok)
  .map(({ definition }) => definition);

const options = ['a', 'b', 'c'].map(value => ({ value, label: value }));

function fieldOf(type: number, index: number, types: number[]): fc.Arbitrary<Fields[number]> {
  const when = index === 0 ? fc.constant(undefined) : fc.option(conditionOn(types, index), { nil: undefined });
  return when.map(condition => ({ ...bareField(type, index), ...(condition !== undefined && { when: condition }) }));
}

function bareField(type: number, index: number): Fields[number] {
  const common = { id: `f${index}`, label: `Otázka ${index}`, required: false };
  switch (type) {
    case 0:
      return { type: 'yesNo', ...common };
    case 1:
      return { type: 'oneOf', ...common, options };
    case 2:
      return { type: 'severalOf', ...common, options };
    case 3:
      return { type: 'number', ...common, min: 0, max: 3 };
    case 4:
      return { type: 'date', ...common, minDaysFromToday: 28 };
    case 5:
      return { type: 'time', ...common };
    case 6:
      return {
        type: 'group',
        ...common,
        rowLabel: 'Řádek',
        min: index % 3,
        max: 2,
        fields: [
          { type: 'number', id: `r${index}`, label: 'Číslo', max: 2 },
          { type: 'yesNo', id: `s${index}`, label: 'Ano?', when: { '>': [{ var: `r${index}` }, index % 3] } },
        ],
      };
    case 7:
      return { type: 'person', ...common, ask: ['born', 'address'] };
    default:
      return { type: 'text', ...common };
  }
}

const literals: unknown[][] = [
  [true, false, null],
  ['a', 'b', null],
  ['a', 'b'],
  [0, 1, 2, 3],
  ['2026-06-01', '2026-06-02'],
  ['00:00', '12:00', '12:01'],
  [0, 1, 2, 3],
  ['50002', '50003', null],
  ['x', 'y', null],
];

function conditionOn(types: number[], before: number): fc.Arbitrary<Logic> {
  const one = fc.nat({ max: Math.max(0, before - 1) }).chain(index => comparisonOn(types[index] ?? 0, `f${index}`));
  return fc.oneof(
    one,
    fc.record({ and: fc.array(one, { minLength: 2, maxLength: 3 }) }),
    fc.record({ or: fc.array(one, { minLength: 2, maxLength: 3 }) }),
    fc.record({ '!': fc.tuple(one) }),
    fc.tuple(one, one, one).map(parts => ({ if: parts })),
  );
}

function comparisonOn(type: number, id: string): fc.Arbitrary<Logic> {
  const literal = fc.constantFrom(...(literals[type] ?? []));
  const equality = fc.constantFrom('==', '!=');
  const order = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
  const whole = equality.map(operator => ({ [operator]: [{ var: id }, null] }));
  if (type === 2 || type === 6) {
    const counts = fc.tuple(order, fc.nat({ max: 4 })).map(([operator, size]) => ({ [operator]: [count(id), size] }));
    return type === 6
      ? fc.oneof(counts, whole)
      : fc.oneof(
          counts,
          whole,
          literal.map(option => ({ in: [option, { var: id }] })),
        );
  }
  if (type === 7) {
    const zip = `${id}.address.zip`;
    const part = fc.tuple(equality, literal).map(([operator, value]) => ({ [operator]: [{ var: zip }, value] }));
    const born = order.map(operator => ({ [operator]: [{ var: `${id}.born` }, '2000-01-02'] }));
    return fc.oneof(part, born, whole);
  }
  const isOrdered = type >= 3 && type <= 5;
  const operators = isOrdered ? order : equality;
  return fc
    .tuple(operators, fc.oneof({ weight: 5, arbitrary: literal }, { weight: 1, arbitrary: fc.constant({ var: id }) }))
    .map(([operator, value]) => ({ [operator]: [{ var: id }, value] }));
}

function entryFor(field: Field): fc.Arbitrary<Entry> {
  switch (field.type) {
    case 'yesNo':
      return fc.constantFrom('yes', 'no');
    case 'oneOf':
      return fc.constantFrom('a', 'b', 'c');
    case 'severalOf':
      return fc.subarray(['a', 'b', 'c']);
    case 'number':
      return fc.constantFrom('0', '1', '2', '3');
    case 'date':
      return fc.constantFrom(31, 1, 2, 3).map(day => ({ day: `${day}`, month: day === 31 ? '5' : '6', year: '2026' }));
    case 'time':
      return fc.constantFrom('0:00', '0:01', '12:00', '12:01', '12:02', '23:59');
    case 'person':
      return fc
        .tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('50002', '50003', '500 04'))
        .map(([day, zip]) => ({
          ...{ given: 'Jana', family: 'Nováková', street: 'Dlouhá 5', city: 'Praha' },
          ...{ day, month: '1', year: '2000', zip },
        }));
    case 'group':
      return fc.array(
        fc.constantFrom('0', '1', '2').map(typed => ({ [field.fields[0]?.id ?? '']: typed })),
        { maxLength: 3 },
      );
    default:
      return fc.constantFrom('x', 'y', 'z');
  }
}

const filings = forms.chain(definition => {
  const fields = definition.steps.flatMap(step => step.fields);
  const entries = fc.record(Object.fromEntries(fields.map(field => [field.id, entryFor(field)])), { requiredKeys: [] });
  return fc.record({
    definition: fc.constant(definition),
    entries: fc.array(entries, { minLength: 5, maxLength: 20 }),
  });
});

describe('whatever is filed', () => {
  it('no question is asked that was said to be out of reach', () => {
    fc.assert(
      fc.property(filings, ({ definition, entries }) => {
        const cannot = neverIn(definition, { today });
        const unreachable = placesOf(definition).filter(place => cannot(conditionsOf(place)));
        for (const filing of entries as Entries[]) {
          const { steps } = evaluate(definition, filing, { today });
          const shown = steps.flatMap(step =>
            step.fields.flatMap(({ field, rows = [] }) => [
              field.id,
              ...rows.flatMap(row => row.fields.map(inner => inner.field.id)),
            ]),
          );
          for (const { field } of unreachable) expect(shown).not.toContain(field.id);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
