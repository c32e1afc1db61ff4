import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { documentSize } from '../../../src/core/form/canonical-document.ts';
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

describe('a definition', () => {
  it('that hangs together is accepted, with defaults filled in', () => {
    const checked = checkDefinition(everyType);
    expect(checked).toMatchObject({
      ok: true,
      definition: { prepare: [], attachments: [{ required: true, maxFiles: 1 }] },
    });
  });

  it.each([null, 'text', 5, []])('that is no object is refused: %j', input => {
    expect(problemsOf(input)).toEqual([': Má tu být objekt.']);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'zakonyprolidi.cz', 'ftp://example.cz'])(
    'with the link %s, which leads to no page, is refused',
    url => {
      expect(problemsOf({ ...aDefinition(), law: [{ provision: '§ 1', text: 'Zákon.', url }] })).toEqual([
        'law[0].url: Napište celou adresu, která začíná https://.',
      ]);
    },
  );

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
      'slug: Tohle chybí, doplňte to.',
      'title: Má tu být text.',
      'duration: Chybí text, doplňte ho.',
      'clock.days: Má tu být víc než 0.',
      'clock.unit: Má tu být „calendar“ nebo „working“.',
      ': Neznámá vlastnost „extra“.',
    ]);
  });

  it.each([
    [{ type: 'colour', id: 'a', label: 'A' }, 'steps[1].fields[0].type: Neznámý typ.'],
    [{ type: 'text', id: 'a', label: 'A', colour: 'red' }, 'steps[1].fields[0]: Neznámá vlastnost „colour“.'],
    [{ type: 'text', id: 'constructor', label: 'A' }, 'steps[1].fields[0].id: Tohle jméno je vyhrazené, zvolte jiné.'],
    [
      { type: 'text', id: '2fast', label: 'A' },
      'steps[1].fields[0].id: Začíná malým písmenem, dál písmena a číslice, nejvýš 40 znaků.',
    ],
    [{ type: 'oneOf', id: 'a', label: 'A', options: [] }, 'steps[1].fields[0].options: Přidejte aspoň 2 položky.'],
    [{ type: 'text', id: 'a', label: 'x'.repeat(301) }, 'steps[1].fields[0].label: Smí tu být nejvýš 300 znaků.'],
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
      fc.anything().map(when => withFields({ type: 'text', id: 'a', label: 'A', when: when as Logic })),
    );
    fc.assert(
      fc.property(document, input => {
        const checked = checkDefinition(input);
        expect(checked.ok || checked.problems.every(({ message }) => message !== '')).toBe(true);
      }),
    );
  });
});

describe('a reference', () => {
  it('by an id that is there twice is refused', () => {
    const steps: DefinitionInput['steps'] = [
      { id: 'who', title: 'Znovu', fields: [{ type: 'text', id: 'name', label: 'Znovu' }] },
    ];
    const plan = { id: 'work', title: 'Vyřízení', department: 'spravni', targetDays: 1 };
    expect(problemsOf(aDefinition(steps, { attachments: [{ id: 'email', label: 'E' }], plan: [plan, plan] }))).toEqual([
      'steps[1].id: Krok „who“ už v agendě je. Zvolte jiné jméno.',
      'steps[1].fields[0].id: Otázka nebo příloha „name“ už v agendě je. Zvolte jiné jméno.',
      'attachments[0].id: Otázka nebo příloha „email“ už v agendě je. Zvolte jiné jméno.',
      'plan[1].id: Krok postupu „work“ už v agendě je. Zvolte jiné jméno.',
    ]);
  });

  it('to a step by the name of another page is refused', () => {
    const fields: Fields = [{ type: 'text', id: 'souhrn', label: 'Souhrn' }];
    expect(problemsOf(aDefinition([{ id: 'souhrn', title: 'Souhrn', fields }]))).toEqual([
      'steps[1].id: Krok se nesmí jmenovat „souhrn“. Zvolte jiné jméno.',
    ]);
  });

  it.each<[Partial<DefinitionInput>, string]>([
    [{ applicant: { name: 'foo', email: 'email' } }, 'applicant.name: Otázka „foo“ ve formuláři není.'],
    [{ applicant: { name: 'name', email: 'name' } }, 'applicant.email: Otázka „Jméno“ má být typu „email“.'],
    [
      { applicant: { name: 'nick', email: 'email' } },
      'applicant.name: Otázka „Přezdívka“ má být povinná a bez podmínky.',
    ],
    [
      { applicant: { name: 'name', email: 'email', phone: 'name' } },
      'applicant.phone: Otázka „Jméno“ má být typu „phone“.',
    ],
    [{ subjectFields: ['name', 'foo'] }, 'subjectFields[1]: Otázka „foo“ ve formuláři není.'],
    [{ subjectFields: ['story'] }, 'subjectFields[0]: Otázka „Popis“ se do předmětu případu nehodí.'],
    [{ subjectFields: ['child'] }, 'subjectFields[0]: Otázka „Dítě“ se do předmětu případu nehodí.'],
    [{ subjectFields: ['proof'] }, 'subjectFields[0]: Otázka „Doklad“ se do předmětu případu nehodí.'],
    [{ subjectFields: ['item'] }, 'subjectFields[0]: Otázka „Položka“ je v řádcích skupiny, tady má být jiná.'],
    [
      { applicant: { name: 'item', email: 'email' } },
      'applicant.name: Otázka „Položka“ je v řádcích skupiny, tady má být jiná.',
    ],
  ])('%j is refused', (rest, problem) => {
    const fields: Fields = [
      { type: 'text', id: 'nick', label: 'Přezdívka', required: false },
      { type: 'longText', id: 'story', label: 'Popis' },
      { type: 'person', id: 'child', label: 'Dítě', ask: ['born'] },
      { type: 'file', id: 'proof', label: 'Doklad' },
      {
        type: 'group',
        id: 'items',
        label: 'Položky',
        rowLabel: 'Položka',
        fields: [{ type: 'text', id: 'item', label: 'Položka' }],
      },
    ];
    expect(problemsOf(aDefinition([{ id: 'more', title: 'Další', fields }], rest))).toEqual([problem]);
  });

  it('to a date that is not asked before is refused', () => {
    const message = (id: string) =>
      `steps[1].fields[0].notBefore: Otázka „${id}“ není datum, na které se formulář ptá dřív.`;
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
      `steps[1].fields[0].${place}: Nejvyšší dovolená hodnota je menší než nejnižší.`,
    ]);
  });

  it('of an option there twice are refused', () => {
    const options = [
      { value: 'a', label: 'Á' },
      { value: 'a', label: 'Bé' },
    ];
    expect(problemsOf(withFields({ type: 'oneOf', id: 'a', label: 'A', options }))).toEqual([
      'steps[1].fields[0].options[1].value: Možnost „a“ už v otázce je.',
    ]);
  });
});

describe('an id', () => {
  const group: Fields[number] = {
    type: 'group',
    id: 'items',
    label: 'Položky',
    rowLabel: 'Položka',
    fields: [{ type: 'text', id: 'name', label: 'Název' }],
  };

  it('in a row is unlike all others', () => {
    expect(problemsOf(withFields(group))).toEqual([
      'steps[1].fields[0].fields[0].id: Otázka nebo příloha „name“ už v agendě je. Zvolte jiné jméno.',
    ]);
  });

  it('of a file is unlike those of attachments', () => {
    const fields: Fields = [{ type: 'file', id: 'scan', label: 'Kopie' }];
    const attachments = [{ id: 'scan', label: 'Plánek' }];
    expect(problemsOf(aDefinition([{ id: 'more', title: 'Další', fields }], { attachments }))).toEqual([
      'attachments[0].id: Otázka nebo příloha „scan“ už v agendě je. Zvolte jiné jméno.',
    ]);
  });

  it('of a rule or a letter is there once', () => {
    const rule = { id: 'one', holds: true, message: 'Opravte.', at: 'name' };
    const letter = { id: 'one', title: 'Výzva', text: 'Dobrý den' };
    expect(problemsOf(aDefinition([], { rules: [rule, rule], letters: [letter, letter] }))).toEqual([
      'rules[1].id: Kontrola „one“ už v agendě je. Zvolte jiné jméno.',
      'letters[1].id: Dopis „one“ už v agendě je. Zvolte jiné jméno.',
    ]);
  });
});

describe('a date in a row', () => {
  const dates = (notBefore: string): Fields => [
    { type: 'date', id: 'start', label: 'Začátek' },
    {
      type: 'group',
      id: 'days',
      label: 'Dny',
      rowLabel: 'Den',
      fields: [
        { type: 'date', id: 'from', label: 'Od' },
        { type: 'date', id: 'to', label: 'Do', notBefore },
      ],
    },
    { type: 'date', id: 'end', label: 'Konec', notBefore: 'start' },
  ];

  it.each(['from', 'start'])('may follow one in the same row or before the group: %s', notBefore => {
    expect(problemsOf(withFields(...dates(notBefore)))).toEqual([]);
  });

  it('may not follow one after the group, and none outside may follow one in a row', () => {
    expect(problemsOf(withFields(...dates('end')))).toEqual([
      'steps[1].fields[1].fields[1].notBefore: Otázka „end“ není datum, na které se formulář ptá dřív.',
    ]);
    const outside: Fields[number] = { type: 'date', id: 'last', label: 'Naposledy', notBefore: 'from' };
    expect(problemsOf(withFields(...dates('from'), outside))).toEqual([
      'steps[1].fields[3].notBefore: Otázka „from“ není datum, na které se formulář ptá dřív.',
    ]);
  });
});

describe('filling in beforehand', () => {
  it.each<[Fields[number], string[]]>([
    [{ type: 'ico', id: 'a', label: 'A', prefill: 'ico' }, []],
    [{ type: 'text', id: 'a', label: 'A', prefill: 'organisationName' }, []],
    [
      { type: 'text', id: 'a', label: 'A', prefill: 'email' },
      ['steps[1].fields[0].prefill: Údaj „email“ patří do otázky typu „email“, ne „text“.'],
    ],
    [
      {
        type: 'group',
        id: 'g',
        label: 'G',
        rowLabel: 'Řádek',
        fields: [{ type: 'email', id: 'a', label: 'A', prefill: 'email' }],
      },
      ['steps[1].fields[0].fields[0].prefill: V řádcích skupiny se předem nevyplňuje.'],
    ],
  ])('takes only what fits the question: %j', (field, problems) => {
    expect(problemsOf(withFields(field))).toEqual(problems);
  });
});

describe('a document', () => {
  const fieldsCalled = (prefix: string, count: number): Fields =>
    Array.from({ length: count }, (_, index) => ({
      type: 'text',
      id: `${prefix}${index}`,
      label: `${prefix} ${index}`,
    }));

  it('with 400 questions is accepted, with one more refused', () => {
    const steps = (last: number): DefinitionInput['steps'] =>
      ['a', 'b', 'c', 'd'].map(id => ({ id, title: id, fields: fieldsCalled(id, id === 'd' ? last : 100) }));
    expect(problemsOf(aDefinition(steps(98)))).toEqual([]);
    expect(problemsOf(aDefinition(steps(99)))).toEqual(['steps: Formulář má 401 otázek, nejvýš jich může být 400.']);
  });

  it('with more than 40 steps or 200 rows is refused', () => {
    const steps = Array.from({ length: 40 }, (_, index) => ({
      id: `step${index}`,
      title: 'Krok',
      fields: fieldsCalled(`f${index}x`, 1),
    }));
    expect(problemsOf(aDefinition(steps))).toEqual(['steps: Smí tu být nejvýš 40 položek.']);
    const group: Fields[number] = {
      type: 'group',
      id: 'g',
      label: 'G',
      rowLabel: 'Řádek',
      max: 201,
      fields: fieldsCalled('a', 1) as never,
    };
    expect(problemsOf(withFields(group))).toEqual(['steps[1].fields[0].max: Smí tu být nejvýš 200.']);
  });

  it('of more than 2 MB, measured as the bytes of its export, is refused', () => {
    const tooLarge = ': Dokument má víc než 2 MB. Zkraťte texty, nebo agendu rozdělte na dvě.';
    const small = documentSize({ title: '' });
    expect(problemsOf({ title: 'č'.repeat((2_000_000 - small) / 2) })).not.toEqual([tooLarge]);
    expect(problemsOf({ title: `${'č'.repeat((2_000_000 - small) / 2)}x` })).toEqual([tooLarge]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with the name %s anywhere is refused at its place', name => {
    const document: unknown = JSON.parse(`{"translations":{"en":{"${name}":"x"}}}`);
    expect(problemsOf(document)).toEqual([`translations.en: Jméno „${name}“ je vyhrazené, v dokumentu nesmí být.`]);
  });

  it.each([
    [{ title: Number.NaN }, 'title'],
    [{ title: 5n }, 'title'],
    [{ title: new Date(0) }, 'title'],
    [{ keywords: [() => 'x'] }, 'keywords[0]'],
    [new Map(), ''],
  ])('with a value that JSON does not have is refused: %s', (document, path) => {
    expect(problemsOf(document)).toEqual([`${path}: Tahle hodnota do dokumentu JSON nepatří.`]);
  });

  it('nested beyond reason is refused and does not overflow', () => {
    const nested: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const circular: Record<string, unknown> = {};
    circular['again'] = [circular, circular];
    for (const document of [{ law: nested }, circular]) {
      expect(problemsOf(document)).toEqual([expect.stringMatching(/Dokument (je zanořený víc než 60krát|má příliš)/)]);
    }
  });

  it('with a list beyond measure is refused before the list is walked through', () => {
    const list: unknown[] = Array.from({ length: 200_001 }, () => 1);
    Object.defineProperty(list, 0, {
      enumerable: true,
      get: () => {
        throw new Error('walked through');
      },
    });
    expect(problemsOf({ law: list })).toEqual(['law: Dokument má příliš mnoho částí.']);
  });

  it.each(['\0', '\ud800'])('with the name %j, which no database keeps, is refused', name => {
    expect(problemsOf({ law: [{ [name]: 1 }] })).toEqual(['law[0]: Jméno obsahuje znak, který nejde uložit.']);
  });

  it.each([
    [' a', 'Hodnota „ a“ začíná nebo končí mezerou. Mezeru smažte, jinak by možnost nešla vybrat.'],
    ['a\u00a0', 'Hodnota „a “ začíná nebo končí mezerou. Mezeru smažte, jinak by možnost nešla vybrat.'],
    ['c\u030c', 'Hodnota „c\u030c“ má písmena s háčky a čárkami složená z více znaků. Napište ji znovu na klávesnici.'],
  ])('with an option of the value %j, which nobody could choose, is refused', (value, message) => {
    const options = [
      { value: 'b', label: 'Bé' },
      { value, label: 'Á' },
    ];
    for (const type of ['oneOf', 'severalOf'] as const) {
      expect(problemsOf(withFields({ type, id: 'kind', label: 'Druh', options }))).toEqual([
        `steps[1].fields[0].options[1].value: ${message}`,
      ]);
    }
  });

  it('names the place of a problem in the words of the form as well', () => {
    const field: Fields[number] = {
      type: 'oneOf',
      id: 'kind',
      label: 'Druh',
      options: [
        { value: 'a', label: 'Á' },
        { value: 'a', label: 'Bé' },
      ],
    };
    const labelsOf = (document: unknown) => {
      const checked = checkDefinition(document);
      return checked.ok ? [] : checked.problems.map(({ label }) => label);
    };
    expect(labelsOf(withFields(field))).toEqual(['Krok „Další“, otázka „Druh“, možnost „Bé“']);
    expect(labelsOf({ ...aDefinition(), law: [{}] })).toEqual(['1.\u00a0předpis', '1.\u00a0předpis']);
    expect(labelsOf({ ...aDefinition(), duration: '' })).toEqual(['Jak dlouho to trvá']);
    expect(labelsOf({ ...aDefinition(), foo: 1 })).toEqual([undefined]);
  });
});
