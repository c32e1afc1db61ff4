import { describe, expect, it } from 'vitest';

import type { Entries } from '../../../src/core/form/answers.ts';
import type { DefinitionInput, Logic } from '../../../src/core/form/definition.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import { aDefinition, parsed } from './definitions.ts';

type Fields = DefinitionInput['steps'][number]['fields'];

const option = (value: string) => ({ value, label: value });
const today = Temporal.PlainDate.from('2026-03-05');
const both = { and: [{ '!!': [{ var: 'from' }] }, { '!!': [{ var: 'to' }] }] };

const definition = parsed(
  aDefinition(
    [
      {
        id: 'when',
        title: 'Kdy',
        fields: [
          { type: 'time', id: 'from', label: 'Od', required: false },
          { type: 'time', id: 'to', label: 'Do', required: false },
          { type: 'phone', id: 'phone', label: 'Telefon', required: false },
          { type: 'dataBox', id: 'box', label: 'Schránka', required: false },
        ],
      },
    ],
    {
      rules: [
        {
          id: 'order',
          when: both,
          holds: { '<': [{ var: 'from' }, { var: 'to' }] },
          message: 'Konec po začátku',
          at: 'to',
        },
        {
          id: 'contact',
          holds: { or: [{ var: 'phone' }, { var: 'box' }] },
          message: 'Aspoň jeden kontakt',
          at: 'phone',
        },
      ],
      visit: {
        needed: true,
        text: 'Přijďte.',
        bring: [{ text: 'Občanský průkaz' }, { text: 'Klíče', when: { '!!': [{ var: 'from' }] } }],
      },
    },
  ),
);

function evaluated(entries: Entries) {
  return evaluate(definition, { name: 'Jana', email: 'jana@example.cz', ...entries }, { today });
}

function errors(entries: Entries) {
  return evaluated(entries)
    .steps.flatMap(step => step.fields)
    .flatMap(({ field, error }) => (error === undefined ? [] : [[field.id, error]]));
}

describe('a rule between answers', () => {
  it('that does not hold shows its message at its question, and stands in the way', () => {
    const typed = { from: '14:00', to: '9:00', phone: '602 345 678' };
    expect(errors(typed)).toEqual([['to', 'Konec po začátku']]);
    expect(evaluated(typed).complete).toBe(false);
  });

  it('that holds says nothing', () => {
    expect(errors({ from: '9:00', to: '14:00', box: 'bebb2in' })).toEqual([]);
  });

  it('is judged only when it applies', () => {
    expect(errors({ from: '14:00', box: 'bebb2in' })).toEqual([]);
  });

  it('asks for at least one of several answers', () => {
    expect(errors({})).toEqual([['phone', 'Aspoň jeden kontakt']]);
  });

  it('waits until what is wrong with the question itself is mended', () => {
    expect(errors({ phone: '12' }).map(([id]) => id)).toEqual(['phone']);
    expect(errors({ phone: '12' })[0]?.[1]).not.toBe('Aspoň jeden kontakt');
  });
});

describe('a rule whose own question is not asked', () => {
  const asksBox = { '==': [{ var: 'kind' }, 'firm'] };
  const fields: Fields = [
    { type: 'phone', id: 'phone', label: 'Telefon', required: false },
    { type: 'oneOf', id: 'kind', label: 'Kdo', options: [option('citizen'), option('firm')] },
    { type: 'time', id: 'from', label: 'Od', required: false },
    { type: 'number', id: 'people', label: 'Lidí', required: false },
    { type: 'computed', id: 'chairs', label: 'Židlí', value: { '*': [{ var: 'people' }, 2] } },
    { type: 'dataBox', id: 'box', label: 'Schránka', required: false, when: asksBox },
    { type: 'time', id: 'to', label: 'Do', required: false, when: asksBox },
    { type: 'number', id: 'tables', label: 'Stolů', required: false, when: asksBox },
  ];
  const right: Entries = { kind: 'citizen', phone: '602 345 678' };

  function judged(rule: { when?: Logic; holds: Logic }, typed: Entries) {
    const rules = [{ id: 'rule', ...rule, message: 'Opravte to', at: 'box' }];
    const agenda = parsed(aDefinition([{ id: 'more', title: 'Další', fields }], { rules }));
    const entries = { name: 'Jana', email: 'jana@example.cz', ...typed };
    const { steps, complete } = evaluate(agenda, entries, { today });
    const states = steps.flatMap(step => step.fields);
    return { complete, at: states.filter(({ error }) => error === 'Opravte to').map(({ field }) => field.id) };
  }

  it('shows its message at the last question asked of those it is about, and stands in the way', () => {
    const either = { or: [{ var: 'phone' }, { var: 'box' }] };
    expect(judged({ holds: either }, { kind: 'citizen' })).toEqual({ complete: false, at: ['phone'] });
    expect(judged({ holds: either }, right)).toEqual({ complete: true, at: [] });
    const stop = { when: { var: 'phone' }, holds: { '!=': [{ var: 'kind' }, 'citizen'] } };
    expect(judged(stop, right)).toEqual({ complete: false, at: ['kind'] });
  });

  it('shows it at a question that a figure is worked out of, since a figure shows none', () => {
    const few = { '<=': [{ var: 'chairs' }, 10] };
    expect(judged({ holds: few }, { ...right, people: '6' })).toEqual({ complete: false, at: ['people'] });
    expect(judged({ holds: few }, { ...right, people: '5' })).toEqual({ complete: true, at: [] });
  });

  it('waits until the rest is right, as the question may yet be asked', () => {
    const either = { or: [{ var: 'phone' }, { var: 'box' }] };
    expect(judged({ holds: either }, {})).toEqual({ complete: false, at: [] });
    expect(judged({ holds: either }, { kind: 'citizen', from: 'x' })).toEqual({ complete: false, at: [] });
  });

  it('has nothing to judge when nothing that is asked is in it', () => {
    expect(judged({ holds: { '!!': [{ var: 'box' }] } }, right)).toEqual({ complete: true, at: [] });
    expect(judged({ holds: false }, right)).toEqual({ complete: true, at: [] });
  });

  it('stops a filing that its author wants stopped', () => {
    const stop = { when: { '==': [{ var: 'kind' }, 'citizen'] }, holds: false };
    expect(judged(stop, right)).toEqual({ complete: false, at: ['kind'] });
  });

  it.each<[string, Logic]>([
    ['an order with what is not asked', { '<': [{ var: 'from' }, { var: 'to' }] }],
    ['arithmetic with it', { '<': [{ '+': [{ var: 'people' }, { var: 'tables' }] }, 100] }],
    ['a figure compared with it', { '>=': [{ var: 'chairs' }, { var: 'tables' }] }],
  ])('does not ask for what nobody can give: %s', (_what, holds) => {
    expect(judged({ holds }, { ...right, from: '9:00', people: '5' })).toEqual({ complete: true, at: [] });
  });
});

describe('what to bring', () => {
  it.each<[Entries, string[]]>([
    [{}, ['Občanský průkaz']],
    [{ from: '9:00' }, ['Občanský průkaz', 'Klíče']],
  ])('with %j is %j', (typed, expected) => {
    expect(evaluated(typed).bring).toEqual(expected);
  });
});
