import { describe, expect, it } from 'vitest';

import type { Entries } from '../../../src/core/form/answers.ts';
import type { DefinitionInput } from '../../../src/core/form/definition.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import { freezeContent } from '../../../src/core/form/freeze-content.ts';
import type { FieldState } from '../../../src/core/form/field-state.ts';
import { aDefinition, everyType, parsed } from './definitions.ts';

const today = Temporal.PlainDate.from('2026-03-05');
const definition = parsed(everyType);

const filled: Entries = {
  name: 'Jana Nová',
  email: 'jana@example.cz',
  story: 'Popis',
  area: '12,5',
  from: { day: '1', month: '5', year: '2026' },
  to: { day: '1', month: '6', year: '2026' },
  more: 'yes',
  kind: 'company',
  reasons: ['b'],
  truth: 'yes',
  ico: '00268810',
  home: { street: 'Střelecká 1', city: 'Hradec Králové', zip: '500 02' },
  account: '19-2000145399/0800',
  plate: '1H2 3456',
};

function stateOf(entries: Entries, id: string): FieldState | undefined {
  return evaluate(definition, entries, { today })
    .steps.flatMap(step => step.fields)
    .find(({ field }) => field.id === id);
}

describe('evaluating a filing', () => {
  it('is complete when every relevant required question is answered', () => {
    const evaluation = evaluate(definition, filled, { today });
    expect(evaluation.complete).toBe(true);
    expect(evaluation.answers).toEqual({
      name: 'Jana Nová',
      email: 'jana@example.cz',
      story: 'Popis',
      area: 12.5,
      from: '2026-05-01',
      to: '2026-06-01',
      more: true,
      kind: 'company',
      reasons: ['b'],
      truth: true,
      ico: '00268810',
      home: { street: 'Střelecká 1', city: 'Hradec Králové', zip: '50002' },
      account: '19-2000145399/0800',
      plate: '1H23456',
    });
  });

  it('names what is missing: in the words of the author, or by the label', () => {
    const steps: DefinitionInput['steps'] = [
      {
        id: 'dog',
        title: 'Pes',
        fields: [
          { type: 'text', id: 'dogName', label: 'Jméno psa', missing: 'Zadejte jméno psa' },
          { type: 'text', id: 'colour', label: 'Barva' },
          { type: 'text', id: 'where', label: 'Kde žije?' },
          { type: 'yesNo', id: 'chip', label: 'Má čip?' },
          { type: 'date', id: 'born', label: 'Narození' },
          { type: 'declaration', id: 'truth', label: 'Je to pravda.' },
        ],
      },
    ];
    const [, dog] = evaluate(parsed(aDefinition(steps)), {}, { today }).steps;
    expect(dog?.complete).toBe(false);
    expect(dog?.fields.map(({ error }) => error)).toEqual([
      'Zadejte jméno psa',
      'Vyplňte údaj „Barva“',
      'Odpovězte na otázku „Kde žije?“',
      'Vyberte odpověď u\u00a0otázky „Má čip?“',
      'Zadejte datum „Narození“',
      'Potvrďte zaškrtnutím: „Je to pravda.“',
    ]);
  });

  it('keeps what was typed beside its error, and says which part is wrong', () => {
    const state = stateOf({ from: { day: '31', month: '4', year: '2026' } }, 'from');
    expect(state).toMatchObject({
      entry: { day: '31', month: '4', year: '2026' },
      error: 'Opravte den, 31.\u00a04.\u00a02026 v\u00a0kalendáři není',
      errorPart: 'day',
    });
    expect(state).not.toHaveProperty('value');
  });

  it('lets an optional question stay empty, but not wrong', () => {
    expect(stateOf(filled, 'box')).toEqual({ field: expect.objectContaining({ id: 'box' }) as unknown });
    expect(stateOf({ ...filled, box: 'x' }, 'box')?.error).toBeDefined();
  });

  it('asks what is relevant by the answers before it, and drops the answers of what is not', () => {
    const evaluation = evaluate(definition, { ...filled, more: 'no' }, { today });
    expect(evaluation.steps.map(({ step }) => step.id)).toEqual(['who', 'plain', 'numbers']);
    expect(evaluation.answers).not.toHaveProperty('kind');
    // Their condition asked about a question that is no longer asked.
    expect(evaluation.answers).not.toHaveProperty('ico');
    expect(stateOf({ ...filled, more: 'no' }, 'note')).toEqual({
      field: expect.objectContaining({ type: 'explanation' }) as unknown,
    });
  });

  it('does not validate what is not relevant', () => {
    expect(evaluate(definition, { ...filled, birthNumber: 'nesmysl', phone: '1' }, { today }).complete).toBe(true);
  });

  it('lets no condition see an answer that is wrong', () => {
    expect(stateOf({ ...filled, area: '12,55' }, 'home')).toBeUndefined();
  });

  it('asks to tick a conditional declaration only when its condition holds, and files it only then', () => {
    const married = { '==': [{ var: 'married' }, true] };
    const agenda = parsed(
      aDefinition([
        {
          id: 'more',
          title: 'Další',
          fields: [
            { type: 'yesNo', id: 'married', label: 'Jste v manželství?' },
            { type: 'declaration', id: 'consent', label: 'Manžel souhlasí.', when: married },
          ],
        },
      ]),
    );
    const filedWith = (typed: Entries) => {
      const evaluation = evaluate(agenda, { name: 'Jana', email: 'jana@example.cz', ...typed }, { today });
      const states = evaluation.steps.flatMap(step => step.fields);
      const declaration = states.find(({ field }) => field.id === 'consent');
      const filed = freezeContent(agenda, evaluation).steps.flatMap(step => step.answers.map(({ id }) => id));
      return {
        isAsked: declaration !== undefined,
        error: declaration?.error,
        complete: evaluation.complete,
        isFiled: 'consent' in evaluation.answers && filed.includes('consent'),
      };
    };

    const asked = { isAsked: true, error: undefined, complete: true, isFiled: true };
    const notAsked = { isAsked: false, error: undefined, complete: true, isFiled: false };
    expect(filedWith({ married: 'yes', consent: 'yes' })).toEqual(asked);
    expect(filedWith({ married: 'yes' })).toEqual({
      ...asked,
      error: 'Potvrďte zaškrtnutím: „Manžel souhlasí.“',
      complete: false,
      isFiled: false,
    });
    expect(filedWith({ married: 'no' })).toEqual(notAsked);
    // Ticked before the answer was changed: it stays typed, and is not filed.
    expect(filedWith({ married: 'no', consent: 'yes' })).toEqual(notAsked);
  });

  it('has no step in which nothing is asked', () => {
    const nobody = { '==': [{ var: 'name' }, 'nikdo'] };
    const steps: DefinitionInput['steps'] = [
      { id: 'empty', title: 'Prázdný', fields: [{ type: 'text', id: 'hidden', label: 'Skrytá', when: nobody }] },
    ];
    expect(evaluate(parsed(aDefinition(steps)), filled, { today }).steps.map(({ step }) => step.id)).toEqual(['who']);
  });

  it('offers attachments only when they are relevant', () => {
    const slots = (entries: Entries) => evaluate(definition, entries, { today }).slots.map(slot => slot.id);
    expect(slots(filled)).toEqual(['plan']);
    expect(slots({ ...filled, to: { day: '31', month: '5', year: '2026' } })).toEqual([]);
  });

  it('compares dates with today and with the date before', () => {
    expect(stateOf({ ...filled, from: { day: '4', month: '3', year: '2026' } }, 'from')?.error).toBe(
      'Zadejte dnešní nebo pozdější datum',
    );
    expect(stateOf({ ...filled, to: { day: '30', month: '4', year: '2026' } }, 'to')?.error).toBe(
      'Zadejte datum 1.\u00a05.\u00a02026 nebo pozdější',
    );
  });

  it('takes an entry of another shape, left by an older version, as nothing', () => {
    expect(stateOf({ ...filled, from: '2026-05-01' }, 'from')?.error).toBe('Zadejte datum „Od“');
    expect(stateOf({ ...filled, kind: ['person'] }, 'kind')?.error).toBeDefined();
  });

  it('does not take what objects inherit for entries', () => {
    const steps: DefinitionInput['steps'] = [
      { id: 'odd', title: 'Divný', fields: [{ type: 'text', id: 'odd', label: 'Divná', required: false }] },
    ];
    const odd = parsed(aDefinition(steps));
    for (const id of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const field = odd.steps[1]?.fields[0];
      if (field) field.id = id;
      const { steps: states, answers } = evaluate(odd, {}, { today });
      expect(states[1]?.fields[0]).toEqual({ field });
      expect(Object.keys(answers)).toEqual([]);
    }
  });
});
