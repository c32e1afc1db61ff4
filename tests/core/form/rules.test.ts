import { describe, expect, it } from 'vitest';

import type { Entries } from '../../../src/core/form/answers.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import { aDefinition, parsed } from './definitions.ts';

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

describe('what to bring', () => {
  it.each<[Entries, string[]]>([
    [{}, ['Občanský průkaz']],
    [{ from: '9:00' }, ['Občanský průkaz', 'Klíče']],
  ])('with %j is %j', (typed, expected) => {
    expect(evaluated(typed).bring).toEqual(expected);
  });
});
