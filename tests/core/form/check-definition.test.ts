import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkDefinition } from '../../../src/core/form/check-definition.ts';
import type { DefinitionInput, Logic } from '../../../src/core/form/definition.ts';
import { aDefinition, everyType } from './definitions.ts';

type Fields = DefinitionInput['steps'][number]['fields'];

function problemsOf(input: unknown): string[] {
  const checked = checkDefinition(input);
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path}: ${message.replaceAll('\u00a0', ' ')}`);
}

function withFields(...fields: Fields): DefinitionInput {
  return aDefinition([{ id: 'more', title: 'Další', fields }]);
}

function withCondition(when: Logic): DefinitionInput {
  return withFields(
    { type: 'yesNo', id: 'chip', label: 'Má čip?' },
    {
      type: 'oneOf',
      id: 'kind',
      label: 'Druh',
      options: [
        { value: 'dog', label: 'Pes' },
        { value: 'cat', label: 'Kočka' },
      ],
    },
    { type: 'number', id: 'weight', label: 'Váha' },
    { type: 'address', id: 'home', label: 'Adresa' },
    { type: 'text', id: 'asked', label: 'Otázka', when },
    { type: 'text', id: 'later', label: 'Pozdější' },
  );
}

describe('a definition', () => {
  it('that hangs together is accepted, with defaults filled in', () => {
    const checked = checkDefinition(everyType);
    expect(checked).toMatchObject({
      ok: true,
      definition: { prepare: [], attachments: [{ required: true, maxFiles: 1 }] },
    });
  });

  it.each([null, 'text', 5, []])('that is no object is refused: %j', input => {
    expect(problemsOf(input)).toEqual([': má být objekt']);
  });

  it('says of each missing or wrong part where it is', () => {
    expect(
      problemsOf({
        ...aDefinition(),
        slug: undefined,
        title: 5,
        duration: '',
        extra: 1,
        clock: { days: 0, unit: 'weeks', provision: '§ 1' },
      }),
    ).toEqual([
      'slug: chybí',
      'title: má být text',
      'duration: chybí text',
      'clock.days: víc než 0',
      'clock.unit: má být ‚calendar‘ nebo ‚working‘',
      ': neznámá vlastnost ‚extra‘',
    ]);
  });

  it.each([
    [{ type: 'colour', id: 'a', label: 'A' }, 'steps[1].fields[0].type: neznámý typ otázky'],
    [{ type: 'text', id: 'a', label: 'A', colour: 'red' }, 'steps[1].fields[0]: neznámá vlastnost ‚colour‘'],
    [{ type: 'text', id: 'constructor', label: 'A' }, 'steps[1].fields[0].id: tohle jméno je vyhrazené, zvolte jiné'],
    [
      { type: 'text', id: '2fast', label: 'A' },
      'steps[1].fields[0].id: začíná malým písmenem, dál písmena a číslice, nejvýš 40 znaků',
    ],
    [{ type: 'oneOf', id: 'a', label: 'A', options: [] }, 'steps[1].fields[0].options: nejméně 2 položky'],
    [{ type: 'text', id: 'a', label: 'x'.repeat(301) }, 'steps[1].fields[0].label: nejvýš 300 znaků'],
  ])('of another shape is refused at its place: %j', (field, problem) => {
    expect(problemsOf(withFields(field as never))).toEqual([problem]);
  });
});

describe('whatever the document', () => {
  it('checking it never throws, and every problem has words', () => {
    const paths = ['title', 'steps', 'attachments', 'applicant', 'subjectFields', 'plan', 'clock'] as const;
    const document = fc.oneof(
      fc.anything(),
      fc.tuple(fc.constantFrom(...paths), fc.anything()).map(([path, junk]) => ({ ...everyType, [path]: junk })),
      fc.anything().map(when => withCondition(when as Logic)),
    );
    fc.assert(
      fc.property(document, input => {
        const checked = checkDefinition(input);
        expect(checked.ok || checked.problems.every(({ message }) => message !== '')).toBe(true);
      }),
    );
  });
});

describe('a condition', () => {
  const at = (message: string) => [`steps[1].fields[4].when: ${message}`];

  it.each<Logic>([
    { '==': [{ var: 'chip' }, true] },
    { and: [{ '==': [{ var: 'kind' }, 'dog'] }, { '>': [{ var: 'weight' }, 10] }] },
    { '==': [{ var: 'home.zip' }, '50002'] },
    { in: [{ var: 'kind' }, ['dog', 'cat']] },
    { '!': { var: 'chip' } },
  ])('about questions before it is accepted: %j', when => {
    expect(problemsOf(withCondition(when))).toEqual([]);
  });

  it.each<[Logic, string]>([
    [{ '==': [{ var: 'foo' }, true] }, 'neznámá otázka ‚foo‘'],
    [{ and: [{ var: 'chip' }, { or: [{ var: 'foo' }] }] }, 'neznámá otázka ‚foo‘'],
    [{ var: 'later' }, 'otázka ‚later‘ přichází až potom, podmínka se smí ptát jen na předchozí'],
    [{ var: 'asked' }, 'otázka ‚asked‘ přichází až potom, podmínka se smí ptát jen na předchozí'],
    [{ var: ['chip', 1] }, '‚var‘ má být jméno otázky'],
    [{ var: 'home.country' }, 'otázka ‚home‘ nemá část ‚country‘'],
    [{ var: 'kind.length' }, 'otázka ‚kind‘ nemá část ‚length‘'],
    [{ contains: [{ var: 'kind' }, 'd'] }, 'neznámý operátor ‚contains‘'],
    [{ constructor: [1] }, 'neznámý operátor ‚constructor‘'],
    [{ '==': [{ var: 'chip' }, true], and: [] }, 'každá část podmínky má mít právě jeden operátor'],
    [{}, 'každá část podmínky má mít právě jeden operátor'],
    [{ '==': [{ var: 'weight' }] }, 'operátor ‚==‘ má jiný počet hodnot, než potřebuje'],
    [{ and: { var: 'chip' } }, 'operátor ‚and‘ potřebuje seznam hodnot'],
    [{ '==': [{ var: 'kind' }, 'fish'] }, 'otázka ‚kind‘ nemá odpověď ‚fish‘'],
    [{ in: [{ var: 'kind' }, ['dog', 'fish']] }, 'otázka ‚kind‘ nemá odpověď ‚fish‘'],
    [{ '==': [{ var: 'chip' }, 'yes'] }, 'otázka ‚chip‘ nemá odpověď ‚yes‘'],
    [{ '==': [{ var: 'weight' }, '5'] }, 'otázka ‚weight‘ nemá odpověď ‚5‘'],
    [false, 'podmínka nikdy neplatí'],
    [{ '==': [1, 2] }, 'podmínka nikdy neplatí'],
  ])('%j is refused', (when, message) => {
    expect(problemsOf(withCondition(when))).toEqual(at(message));
  });

  it('nested beyond reason is refused', () => {
    let when: Logic = { var: 'chip' };
    for (let depth = 0; depth < 5000; depth += 1) when = { '!': [when] };
    expect(problemsOf(withCondition(when))).toEqual(at('podmínka je zanořená víc než 20krát'));
  });

  it('of a step sees only earlier steps, that of an attachment sees them all', () => {
    const step: DefinitionInput['steps'][number] = {
      id: 'more',
      title: 'Další',
      fields: [{ type: 'yesNo', id: 'chip', label: 'Má čip?' }],
    };
    expect(problemsOf(aDefinition([{ ...step, when: { var: 'chip' } }]))).toEqual([
      'steps[1].when: otázka ‚chip‘ přichází až potom, podmínka se smí ptát jen na předchozí',
    ]);
    const slot = (when: Logic) => aDefinition([step], { attachments: [{ id: 'scan', label: 'Kopie', when }] });
    expect(problemsOf(slot({ var: 'chip' }))).toEqual([]);
    expect(problemsOf(slot({ var: 'foo' }))).toEqual(['attachments[0].when: neznámá otázka ‚foo‘']);
  });
});

describe('a reference', () => {
  it('by an id that is there twice is refused', () => {
    const steps: DefinitionInput['steps'] = [
      { id: 'who', title: 'Znovu', fields: [{ type: 'text', id: 'name', label: 'Znovu' }] },
    ];
    const plan = { id: 'work', title: 'Vyřízení', department: 'spravni', targetDays: 1 };
    expect(problemsOf(aDefinition(steps, { attachments: [{ id: 'email', label: 'E' }], plan: [plan, plan] }))).toEqual([
      'steps[1].id: krok ‚who‘ už v agendě je',
      'steps[1].fields[0].id: otázka nebo příloha ‚name‘ už v agendě je',
      'attachments[0].id: otázka nebo příloha ‚email‘ už v agendě je',
      'plan[1].id: krok postupu ‚work‘ už v agendě je',
    ]);
  });

  it('to a step by the name of another page is refused', () => {
    const fields: Fields = [{ type: 'text', id: 'souhrn', label: 'Souhrn' }];
    expect(problemsOf(aDefinition([{ id: 'souhrn', title: 'Souhrn', fields }]))).toEqual([
      'steps[1].id: krok se nesmí jmenovat ‚souhrn‘, zvolte jiné jméno',
    ]);
  });

  it.each<[Partial<DefinitionInput>, string]>([
    [{ applicant: { name: 'foo', email: 'email' } }, 'applicant.name: neznámá otázka ‚foo‘'],
    [{ applicant: { name: 'name', email: 'name' } }, 'applicant.email: otázka ‚name‘ má být typu ‚email‘'],
    [{ applicant: { name: 'nick', email: 'email' } }, 'applicant.name: otázka ‚nick‘ má být povinná a bez podmínky'],
    [
      { applicant: { name: 'name', email: 'email', phone: 'name' } },
      'applicant.phone: otázka ‚name‘ má být typu ‚phone‘',
    ],
    [{ subjectFields: ['name', 'foo'] }, 'subjectFields[1]: neznámá otázka ‚foo‘'],
    [{ subjectFields: ['story'] }, 'subjectFields[0]: otázka ‚story‘ se do předmětu případu nehodí'],
  ])('%j is refused', (rest, problem) => {
    const fields: Fields = [
      { type: 'text', id: 'nick', label: 'Přezdívka', required: false },
      { type: 'longText', id: 'story', label: 'Popis' },
    ];
    expect(problemsOf(aDefinition([{ id: 'more', title: 'Další', fields }], rest))).toEqual([problem]);
  });

  it('to a date that is not asked before is refused', () => {
    const message = (id: string) =>
      `steps[1].fields[0].notBefore: otázka ‚${id}‘ není datum, na které se formulář ptá dřív`;
    for (const notBefore of ['to', 'from', 'name', 'foo']) {
      const definition = withFields(
        { type: 'date', id: 'from', label: 'Od', notBefore },
        { type: 'date', id: 'to', label: 'Do' },
      );
      expect(problemsOf(definition)).toEqual([message(notBefore)]);
    }
  });
});

describe('bounds', () => {
  it.each<[Fields[number], string]>([
    [{ type: 'number', id: 'a', label: 'A', min: 5, max: 4 }, 'max'],
    [{ type: 'money', id: 'a', label: 'A', min: 5, max: 4 }, 'max'],
    [{ type: 'date', id: 'a', label: 'A', minDaysFromToday: 1, maxDaysFromToday: 0 }, 'maxDaysFromToday'],
  ])('that exclude each other are refused: %j', (field, place) => {
    expect(problemsOf(withFields(field))).toEqual([
      `steps[1].fields[0].${place}: nejvyšší dovolená hodnota je menší než nejnižší`,
    ]);
  });

  it('of an option there twice are refused', () => {
    const options = [
      { value: 'a', label: 'Á' },
      { value: 'a', label: 'Bé' },
    ];
    expect(problemsOf(withFields({ type: 'oneOf', id: 'a', label: 'A', options }))).toEqual([
      'steps[1].fields[0].options[1].value: možnost ‚a‘ už v otázce je',
    ]);
  });
});
