import { describe, expect, it } from 'vitest';

import type { Entries } from '../../../src/core/form/answers.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import type { FieldState } from '../../../src/core/form/field-state.ts';
import { freezeContent } from '../../../src/core/form/freeze-content.ts';
import { readEntries } from '../../../src/core/form/read-entries.ts';
import { aDefinition, parsed } from './definitions.ts';

const today = Temporal.PlainDate.from('2026-03-05');

const budget = (group: object = {}) =>
  parsed(
    aDefinition([
      {
        id: 'money',
        title: 'Rozpočet',
        fields: [
          { type: 'yesNo', id: 'detailed', label: 'Podrobně?', required: false },
          {
            type: 'group',
            id: 'budget',
            label: 'Rozpočet',
            rowLabel: 'Položka',
            fields: [
              { type: 'text', id: 'item', label: 'Za co' },
              { type: 'number', id: 'count', label: 'Kolik' },
              { type: 'money', id: 'price', label: 'Cena za kus' },
              {
                type: 'computed',
                id: 'amount',
                label: 'Celkem',
                format: 'money',
                value: { '*': [{ var: 'count' }, { var: 'price' }] },
              },
              { type: 'text', id: 'reason', label: 'Proč', when: { '>': [{ var: 'amount' }, 1000] } },
              { type: 'text', id: 'note', label: 'Poznámka', when: { var: 'detailed' }, required: false },
            ],
            ...group,
          },
          {
            type: 'computed',
            id: 'total',
            label: 'Součet',
            format: 'money',
            value: { sum: [{ var: 'budget' }, 'amount'] },
          },
        ],
      },
    ]),
  );

function stateOf(entries: Entries, group: object = {}, id = 'budget'): FieldState {
  const evaluation = evaluate(budget(group), entries, { today });
  const state = evaluation.steps.flatMap(step => step.fields).find(({ field }) => field.id === id);
  if (!state) throw new Error(`${id} is not asked`);
  return state;
}

const errorsOf = ({ rows = [] }: FieldState) =>
  rows.map(row => Object.fromEntries(row.fields.flatMap(({ field, error }) => (error ? [[field.id, error]] : []))));

const hall = { item: 'Sál', count: '2', price: '500' };

describe('a repeating group', () => {
  it('answers with its rows, each with what is worked out in it', () => {
    const state = stateOf({ budget: [hall, { item: 'Tisk', count: '10', price: '12,50' }] });
    expect(state.value).toEqual([
      { item: 'Sál', count: 2, price: 500, amount: 1000 },
      { item: 'Tisk', count: 10, price: 12.5, amount: 125 },
    ]);
    expect(state.error).toBeUndefined();
  });

  it('is added up by a computed value after it', () => {
    const entries = { budget: [hall, { item: 'Tisk', count: '10', price: '12,50' }] };
    expect(stateOf(entries, {}, 'total').value).toBe(1125);
  });

  it('what was typed into a question of a row that is not asked makes no row', () => {
    const whole = { item: 'Sál', count: '1', price: '5' };
    const entries = { name: 'Jan', email: 'jan@example.cz', detailed: 'no', budget: [whole, { note: 'x' }] };
    expect(stateOf(entries).value).toEqual([{ item: 'Sál', count: 1, price: 5, amount: 5 }]);
    expect(evaluate(budget(), entries, { today }).complete).toBe(true);
    expect(errorsOf(stateOf({ ...entries, budget: [{ note: 'x' }] })).length).toBeGreaterThan(0);
  });

  it('shows one blank row from the beginning, and asks for it to be filled in', () => {
    const state = stateOf({});
    expect(state.rows).toHaveLength(1);
    expect(Object.keys(errorsOf(state)[0] ?? {})).toEqual(['item', 'count', 'price']);
    expect(state.value).toBeUndefined();
  });

  it('that need not be filled in shows a blank row and asks for nothing', () => {
    const state = stateOf({}, { required: false });
    expect(state.rows).toHaveLength(1);
    expect(errorsOf(state)).toEqual([{}]);
  });

  it('says in each row what is wrong with it, and keeps what was typed', () => {
    const state = stateOf({ budget: [hall, { item: 'Tisk', count: 'mnoho', price: '' }] });
    expect(errorsOf(state)).toEqual([
      {},
      { count: 'Zadejte celé číslo, třeba 25', price: 'Vyplňte údaj „Cena za kus“' },
    ]);
    expect(state.rows?.[1]?.fields.find(({ field }) => field.id === 'count')?.entry).toBe('mnoho');
  });

  it('knows in a row nothing of the row before', () => {
    const asked = stateOf({
      budget: [
        { ...hall, price: '5000' },
        { item: 'Tisk', count: '10' },
      ],
    }).rows?.map(row => row.fields.map(({ field }) => field.id));
    expect(asked).toEqual([
      ['item', 'count', 'price', 'amount', 'reason'],
      ['item', 'count', 'price', 'amount'],
    ]);
  });

  it('leaves blank rows out of the answer', () => {
    const blank = { item: ' ', count: '', price: '' };
    const state = stateOf({ budget: [blank, hall, blank] });
    expect(state.rows?.map(row => row.isBlank)).toEqual([true, false, true]);
    expect(errorsOf(state)).toEqual([{}, {}, {}]);
    expect(state.value).toHaveLength(1);
  });

  it('asks for as many rows as the agenda needs', () => {
    const state = stateOf({ budget: [hall] }, { min: 3 });
    expect(state.rows).toHaveLength(3);
    expect(errorsOf(state).map(errors => Object.keys(errors).length)).toEqual([0, 3, 3]);
  });

  it('tells when there are more rows than the agenda takes, and loses none of them', () => {
    const state = stateOf({ budget: [hall, hall, hall] }, { max: 2 });
    expect(state.error).toBe('Nechte nejvýš 2\u00a0řádky, teď jich je 3');
    expect(state.rows).toHaveLength(3);
  });

  it('asks in a row about that row and about what was answered before', () => {
    const asked = (entries: Entries) =>
      stateOf(entries).rows?.map(row => row.fields.map(({ field }) => field.id).filter(id => /reason|note/.test(id)));
    expect(asked({ budget: [hall, { ...hall, count: '3' }] })).toEqual([[], ['reason']]);
    expect(asked({ detailed: 'yes', budget: [hall] })).toEqual([['note']]);
  });

  it.each([['nonsense'], [['a', 'b']], [{ item: 'x' }], [[null]], [[hall, 'x']], [[[]]]])(
    'takes %j, which is no list of rows, for nothing',
    entry => {
      expect(stateOf({ budget: entry } as unknown as Entries).value).toBeUndefined();
    },
  );

  it('is frozen row by row', () => {
    const definition = budget();
    const entries = { name: 'Jana', email: 'jana@example.cz', budget: [hall] };
    const { steps } = freezeContent(definition, evaluate(definition, entries, { today }));
    const frozen = steps.flatMap(step => step.answers).find(answer => answer.id === 'budget');
    expect(frozen?.lines).toEqual(['1. Za co: Sál · Kolik: 2 · Cena za kus: 500\u00a0Kč · Celkem: 1\u00a0000\u00a0Kč']);
    expect(frozen?.rows).toEqual([
      {
        title: 'Položka 1',
        answers: [
          { label: 'Za co', lines: ['Sál'] },
          { label: 'Kolik', lines: ['2'] },
          { label: 'Cena za kus', lines: ['500\u00a0Kč'] },
          { label: 'Celkem', lines: ['1\u00a0000\u00a0Kč'] },
        ],
      },
    ]);
  });
});

describe('rows from a form', () => {
  const step = budget({ max: 2 }).steps[1];
  const read = (body: unknown) => (step ? readEntries(step, body).budget : undefined);

  it('are read by their number', () => {
    const body = { 'budget-rows': '2', 'budget-0-item': 'Sál', 'budget-0-count': '2', 'budget-1-item': 'Tisk' };
    expect(read(body)).toEqual([{ item: 'Sál', count: '2' }, { item: 'Tisk' }]);
  });

  it('are left as they were when the page did not show them', () => {
    expect(read({ 'budget-0-item': 'Sál' })).toBeUndefined();
  });

  it('are read up to one more than the group takes, so that the person is told', () => {
    const body = { 'budget-rows': '999', 'budget-2-item': 'Navíc', 'budget-3-item': 'Ještě' };
    expect(read(body)).toEqual([{}, {}, { item: 'Navíc' }]);
  });

  it.each(['-1', '1.5', 'NaN', '', 'Infinity'])('of the number %j are none', count => {
    expect(read({ 'budget-rows': count, 'budget-0-item': 'Sál' })).toEqual(count === '' ? [] : undefined);
  });
});
