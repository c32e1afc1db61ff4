import { describe, expect, it } from 'vitest';

import { checkDefinition } from '../../../src/core/form/check-definition.ts';
import { logicProblems } from '../../../src/core/form/check-logic.ts';
import type { DefinitionInput, Logic } from '../../../src/core/form/definition.ts';
import { aDefinition } from './definitions.ts';

type Fields = DefinitionInput['steps'][number]['fields'];

/** What conditions are about in these tests. */
const before: Fields = [
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
  {
    type: 'severalOf',
    id: 'reasons',
    label: 'Důvody',
    options: [
      { value: 'a', label: 'Á' },
      { value: 'b', label: 'Bé' },
    ],
  },
  { type: 'date', id: 'from', label: 'Od' },
  { type: 'date', id: 'to', label: 'Do' },
  { type: 'time', id: 'at', label: 'Čas' },
  { type: 'person', id: 'owner', label: 'Majitel', ask: ['born', 'address'] },
  { type: 'organisation', id: 'firm', label: 'Firma' },
  { type: 'landParcel', id: 'land', label: 'Parcela' },
  { type: 'text', id: 'breed', label: 'Plemeno' },
  { type: 'declaration', id: 'truth', label: 'Je to pravda.' },
  { type: 'file', id: 'photo', label: 'Fotka', required: false },
  {
    type: 'group',
    id: 'budget',
    label: 'Rozpočet',
    rowLabel: 'Položka',
    fields: [
      { type: 'text', id: 'item', label: 'Položka' },
      { type: 'money', id: 'amount', label: 'Částka' },
    ],
  },
];

function problemsOf(steps: DefinitionInput['steps'], rest: Partial<DefinitionInput> = {}): string[] {
  const checked = checkDefinition(aDefinition(steps, rest));
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path}: ${message.replaceAll('\u00a0', ' ')}`);
}

function askedUnder(when: Logic): string[] {
  const asked: Fields[number] = { type: 'text', id: 'asked', label: 'Ptaná', when };
  const later: Fields[number] = { type: 'text', id: 'later', label: 'Pozdější' };
  return problemsOf([{ id: 'more', title: 'Další', fields: [...before, asked, later] }]);
}

function computedBy(value: Logic): string[] {
  const computed: Fields[number] = { type: 'computed', id: 'total', label: 'Součet', value };
  return problemsOf([{ id: 'more', title: 'Další', fields: [...before, computed] }]);
}

const days: Logic = { daysBetween: [{ var: 'from' }, { var: 'to' }] };

describe('a condition', () => {
  it.each<Logic>([
    { var: 'chip' },
    { '==': [{ var: 'chip' }, true] },
    { and: [{ '==': [{ var: 'kind' }, 'dog'] }, { '>': [{ var: 'weight' }, 10] }] },
    { '==': [{ var: 'home.zip' }, '50002'] },
    { '==': [{ var: 'owner.address.city' }, 'Praha'] },
    { '<': [{ var: 'owner.born' }, '2008-01-01'] },
    { '==': [{ var: 'firm.ico' }, '00268810'] },
    { '==': [{ var: 'land.area' }, 'Plotiště'] },
    { '==': [{ var: 'breed' }, { var: 'home.city' }] },
    { '==': [{ var: 'truth' }, true] },
    { in: [{ var: 'kind' }, ['dog', 'cat']] },
    { in: ['a', { var: 'reasons' }] },
    { in: [{ var: 'kind' }, { var: 'reasons' }] },
    { '!': { var: 'chip' } },
    { '!': [{ var: 'weight' }] },
    { '!=': [{ var: 'weight' }, null] },
    { '<=': [1, { var: 'weight' }, 5] },
    { '>': [days, 30] },
    { '<': [{ var: 'from' }, { var: 'to' }] },
    { '>=': [{ var: 'at' }, '22:00'] },
    { '>': [{ count: [{ var: 'budget' }] }, 3] },
    { '>': [{ count: [{ var: 'reasons' }] }, 1] },
    { '>=': [{ sum: [{ var: 'budget' }, 'amount'] }, 50000] },
    { if: [{ var: 'chip' }, { '>': [{ var: 'weight' }, 5] }, false] },
    { or: [{ var: 'breed' }, { var: 'reasons' }] },
  ])('that can be asked is accepted: %j', when => {
    expect(askedUnder(when)).toEqual([]);
  });

  it.each<[Logic, string]>([
    [{ '==': [{ var: 'foo' }, true] }, 'Otázka „foo“ ve formuláři není.'],
    [{ and: [{ var: 'chip' }, { or: [{ var: 'foo' }] }] }, 'Otázka „foo“ ve formuláři není.'],
    [{ var: 'photo' }, 'Otázka „photo“ ve formuláři není.'],
    [{ var: 'later' }, 'Otázka „Pozdější“ přichází až potom. Ptejte se jen na to, co je ve formuláři dřív.'],
    [{ var: 'asked' }, 'Otázka „Ptaná“ přichází až potom. Ptejte se jen na to, co je ve formuláři dřív.'],
    [{ '>': [{ var: 'amount' }, 1] }, 'Otázka „Částka“ je v řádcích skupiny. Použijte „sum“ nebo „count“.'],
    [{ var: ['chip', 1] }, '„var“ má být jméno otázky.'],
    [{ '==': [{ var: 'home.country' }, 'x'] }, 'Otázka „Adresa“ nemá část „country“.'],
    [{ '==': [{ var: 'firm.address.zip' }, 'x'] }, 'Otázka „Firma“ nemá část „address.zip“.'],
    [{ '==': [{ var: 'kind.length' }, 3] }, 'Otázka „Druh“ nemá část „length“.'],
    [{ contains: [{ var: 'kind' }, 'd'] }, 'Operátor „contains“ neznáme.'],
    [{ '==': [{ var: 'chip' }, true], and: [] }, 'Každá část má mít právě jeden operátor.'],
    [{}, 'Každá část má mít právě jeden operátor.'],
    [{ '==': [{ var: 'weight' }] }, 'Operátor „==“ má jiný počet hodnot, než potřebuje.'],
    [{ and: { var: 'chip' } }, 'Operátor „and“ potřebuje seznam hodnot.'],
    [{ '>': [{ count: { var: 'reasons' } }, 1] }, 'Operátor „count“ potřebuje seznam hodnot.'],
    [{ '==': [['dog'], { var: 'kind' }] }, 'Seznam hodnot tu být nemůže, patří jen do „in“.'],
    [{ '==': [{ var: 'kind' }, 'fish'] }, 'Otázka „Druh“ nemůže mít odpověď „fish“.'],
    [{ in: [{ var: 'kind' }, ['dog', 'fish']] }, 'Otázka „Druh“ nemůže mít odpověď „fish“.'],
    [{ in: ['c', { var: 'reasons' }] }, 'Otázka „Důvody“ nemá možnost „c“.'],
    [{ in: ['d', { var: 'kind' }] }, '„in“ hledá v seznamu nebo v otázce s více možnostmi.'],
    [{ in: [{ var: 'weight' }, { var: 'reasons' }] }, 'Mezi možnostmi otázky „Důvody“ se hledá číslo.'],
    [{ '==': [{ var: 'chip' }, 'yes'] }, 'Otázka „Má čip?“ nemůže mít odpověď „yes“, jen true nebo false.'],
    [{ '==': [{ var: 'truth' }, false] }, 'Otázka „Je to pravda.“ nemůže mít odpověď „false“, jen true nebo false.'],
    [{ '==': [{ var: 'weight' }, '5'] }, 'Otázka „Váha“ nemůže mít odpověď „5“, jen číslo.'],
    [{ '==': [{ var: 'from' }, '31.5.2026'] }, 'Otázka „Od“ nemůže mít odpověď „31.5.2026“, datum se píše 2026-05-31.'],
    [{ '==': [{ var: 'at' }, '24:00'] }, 'Otázka „Čas“ nemůže mít odpověď „24:00“, čas se píše 14:30.'],
    [{ '==': [{ var: 'reasons' }, 'a'] }, 'Odpověď na otázku „Důvody“ může mít víc možností najednou. Použijte „in“.'],
    [{ '==': [{ var: 'home' }, 'x'] }, 'Odpověď na otázku „Adresa“ nejde porovnat celou, jen její část, třeba „zip“.'],
    [
      { '==': [{ var: 'budget' }, 1] },
      'Odpověď na otázku „Rozpočet“ nejde porovnat celou. Použijte „sum“ nebo „count“.',
    ],
    [{ '==': [{ var: 'weight' }, { var: 'kind' }] }, 'Porovnává se číslo a výběr.'],
    [{ '==': [days, 'týden'] }, 'Porovnává se číslo a hodnota „týden“.'],
    [{ '<': [{ var: 'kind' }, 'dog'] }, 'Větší nebo menší může být jen číslo, datum nebo čas.'],
    [{ '<': [{ var: 'from' }, 5] }, 'Porovnává se datum a hodnota „5“.'],
    [{ '<': [{ var: 'from' }, '2026-02-30'] }, 'Porovnává se datum a hodnota „2026-02-30“.'],
    [{ '<': [{ var: 'weight' }, null] }, 'Porovnává se číslo a nic.'],
    [{ '<': [{ var: 'weight' }, { var: 'from' }] }, 'Porovnává se číslo a datum.'],
    [
      { var: 'weight' },
      'Odpověď na otázku „Váha“ je číslo, podmínka potřebuje ano, nebo ne. Porovnejte ho, třeba „> 0“.',
    ],
    [
      { and: [{ var: 'chip' }, { '+': [{ var: 'weight' }, 1] }] },
      'Tady vychází číslo, podmínka potřebuje ano, nebo ne. Porovnejte ho, třeba „> 0“.',
    ],
    [{ or: [{ var: 'chip' }, 'dog'] }, 'Text „dog“ sám o sobě není podmínka.'],
    [{ '>': [{ '+': [{ var: 'breed' }, 1] }, 5] }, 'Odpověď na otázku „Plemeno“ není číslo, počítat s ní nejde.'],
    [{ '>': [{ '+': [{ var: 'weight' }, '1'] }, 5] }, 'S hodnotou „1“ nejde počítat.'],
    [{ '>': [{ count: [{ var: 'weight' }] }, 5] }, '„count“ počítá řádky skupiny nebo zaškrtnuté možnosti.'],
    [{ '>': [{ sum: [{ var: 'reasons' }, 'a'] }, 5] }, '„sum“ sčítá sloupec skupiny.'],
    [{ '>': [{ sum: [{ var: 'budget' }, 'foo'] }, 5] }, 'Skupina „Rozpočet“ nemá v řádku otázku „foo“.'],
    [{ '>': [{ sum: [{ var: 'budget' }, 'item'] }, 5] }, 'Otázka „Položka“ není číslo, sečíst nejde.'],
    [{ '>': [{ daysBetween: [{ var: 'from' }, { var: 'kind' }] }, 5] }, '„daysBetween“ počítá dny mezi dvěma daty.'],
    [{ '>': [{ daysBetween: [{ var: 'from' }, '2026'] }, 5] }, '„daysBetween“ počítá dny mezi dvěma daty.'],
    [{ if: [{ var: 'chip' }, 1, { var: 'chip' }] }, 'Větve „if“ dávají pokaždé něco jiného.'],
    [false, 'Podmínka nikdy neplatí. Opravte ji, nebo smažte.'],
    [{ '==': [1, 2] }, 'Podmínka nikdy neplatí. Opravte ji, nebo smažte.'],
  ])('%j is refused', (when, message) => {
    expect(askedUnder(when)).toEqual([`steps[1].fields[${before.length}].when: ${message}`]);
  });

  it('nested or long beyond reason is refused', () => {
    let when: Logic = { var: 'chip' };
    for (let depth = 0; depth < 20; depth += 1) when = { '!': [when] };
    expect(askedUnder(when)).toEqual([
      `steps[1].fields[${before.length}].when: Podmínka nebo výpočet jsou zanořené víc než 20krát.`,
    ]);
    const many = (count: number) => Array.from({ length: count }, () => ({ '!': [{ var: 'chip' }] }));
    expect(askedUnder({ and: many(90) })).toEqual([]);
    expect(askedUnder({ and: many(100) })).toEqual([
      `steps[1].fields[${before.length}].when: Podmínka nebo výpočet mají víc než 400 částí.`,
    ]);
  });

  it('of any size or depth is measured without falling over', () => {
    const wide = { and: Array.from({ length: 50_000 }, () => true) };
    expect(askedUnder(wide)).toEqual([expect.stringContaining('mají víc než 400 částí')]);
    const scope = { find: () => undefined };
    const deep = JSON.parse(`${'{"!":'.repeat(30_000)}true${'}'.repeat(30_000)}`) as unknown;
    expect(logicProblems(deep, 'condition', scope)).toEqual([expect.stringContaining('zanořené víc než 20krát')]);
    const lists = JSON.parse(`${'['.repeat(30_000)}${']'.repeat(30_000)}`) as unknown;
    expect(logicProblems(lists, 'condition', scope)).toEqual([expect.stringContaining('mají víc než')]);
  });

  it('of a step sees only earlier steps, those of attachments and of what to bring see them all', () => {
    const step = { id: 'more', title: 'Další', fields: before };
    expect(problemsOf([{ ...step, when: { var: 'chip' } }])).toEqual([
      'steps[1].when: Otázka „Má čip?“ přichází až potom. Ptejte se jen na to, co je ve formuláři dřív.',
    ]);
    const elsewhere = (when: Logic): Partial<DefinitionInput> => ({
      attachments: [{ id: 'scan', label: 'Kopie', when }],
      visit: { needed: true, text: 'Přijďte.', bring: [{ text: 'Průkaz', when }] },
    });
    expect(problemsOf([step], elsewhere({ var: 'chip' }))).toEqual([]);
    expect(problemsOf([step], elsewhere({ var: 'foo' }))).toEqual([
      'attachments[0].when: Otázka „foo“ ve formuláři není.',
      'visit.bring[0].when: Otázka „foo“ ve formuláři není.',
    ]);
  });
});

describe('a condition in a row', () => {
  const inRow = (when: Logic, value: Logic = { '*': [{ var: 'weight' }, { var: 'amount' }] }) =>
    problemsOf([
      {
        id: 'more',
        title: 'Další',
        fields: [
          { type: 'number', id: 'weight', label: 'Váha' },
          {
            type: 'group',
            id: 'budget',
            label: 'Rozpočet',
            rowLabel: 'Položka',
            fields: [
              { type: 'money', id: 'amount', label: 'Částka' },
              { type: 'text', id: 'why', label: 'Proč', when },
              { type: 'computed', id: 'total', label: 'Celkem', value },
            ],
          },
          {
            type: 'group',
            id: 'other',
            label: 'Jiné',
            rowLabel: 'Jiná',
            fields: [{ type: 'money', id: 'price', label: 'Cena' }],
          },
        ],
      },
    ]);

  it('may ask about the same row and what is before the group', () => {
    expect(inRow({ '>': [{ var: 'amount' }, { var: 'weight' }] })).toEqual([]);
  });

  it.each<[Logic, string]>([
    [
      { '>': [{ var: 'total' }, 1] },
      'Otázka „Celkem“ přichází až potom. Ptejte se jen na to, co je ve formuláři dřív.',
    ],
    [
      { '>': [{ count: [{ var: 'budget' }] }, 1] },
      'Otázka „Rozpočet“ přichází až potom. Ptejte se jen na to, co je ve formuláři dřív.',
    ],
    [{ '>': [{ var: 'price' }, 1] }, 'Otázka „Cena“ je v řádcích skupiny. Použijte „sum“ nebo „count“.'],
  ])('may not ask %j', (when, message) => {
    expect(inRow(when)).toEqual([`steps[1].fields[1].fields[1].when: ${message}`]);
  });
});

describe('a computed value', () => {
  it.each<Logic>([
    5,
    days,
    { '+': [{ var: 'weight' }, 1] },
    { '-': [{ var: 'weight' }] },
    { round: [{ '/': [{ sum: [{ var: 'budget' }, 'amount'] }, 12] }] },
    { max: [0, { min: [100, { var: 'weight' }] }] },
    { if: [{ '==': [{ var: 'kind' }, 'dog'] }, 300, { var: 'chip' }, 200, 100] },
    { if: [{ var: 'chip' }, 200, null] },
  ])('that gives a number is accepted: %j', value => {
    expect(computedBy(value)).toEqual([]);
  });

  it.each<[Logic, string]>([
    [{ '==': [{ var: 'weight' }, 1] }, 'Výsledkem má být číslo.'],
    [true, 'S hodnotou „true“ nejde počítat.'],
    [{ var: 'kind' }, 'Odpověď na otázku „Druh“ není číslo, počítat s ní nejde.'],
    [{ '*': [{ var: 'chip' }, 100] }, 'Odpověď na otázku „Má čip?“ není číslo, počítat s ní nejde.'],
    [{ '+': [] }, 'Operátor „+“ má jiný počet hodnot, než potřebuje.'],
    [{ '/': [{ var: 'weight' }] }, 'Operátor „/“ má jiný počet hodnot, než potřebuje.'],
    [
      { if: [{ var: 'weight' }, 1, 2] },
      'Odpověď na otázku „Váha“ je číslo, podmínka potřebuje ano, nebo ne. Porovnejte ho, třeba „> 0“.',
    ],
    [{ if: [{ var: 'chip' }, 'a', 'b'] }, 'Výsledkem má být číslo.'],
  ])('%j is refused', (value, message) => {
    expect(computedBy(value)).toEqual([`steps[1].fields[${before.length}].value: ${message}`]);
  });

  it('that needs itself by way of others is refused, and the circle is named', () => {
    const computed = (id: string, needed: string): Fields[number] => ({
      type: 'computed',
      id,
      label: id.toUpperCase(),
      value: { '+': [{ var: needed }, 1] },
    });
    const circle = (...fields: Fields) => problemsOf([{ id: 'more', title: 'Další', fields }]);
    expect(circle(computed('a', 'b'), computed('b', 'a'))).toEqual([
      'steps[1].fields[0].value: Výpočty se točí dokola: „A“ → „B“ → „A“.',
    ]);
    expect(circle(computed('a', 'a'))).toEqual(['steps[1].fields[0].value: Výpočty se točí dokola: „A“ → „A“.']);
    expect(circle(computed('a', 'b'), computed('b', 'c'), computed('c', 'b'))).toEqual([
      'steps[1].fields[1].value: Výpočty se točí dokola: „B“ → „C“ → „B“.',
      'steps[1].fields[0].value: Otázka „B“ přichází až potom. Ptejte se jen na to, co je ve formuláři dřív.',
    ]);
    const long = Array.from({ length: 50 }, (_, index) => computed(`n${index}`, `n${(index + 1) % 50}`));
    expect(circle(...long)).toEqual([
      'steps[1].fields[0].value: Výpočty se točí dokola: „N0“ → „N1“ → „N2“ → „N3“ → „N4“ → „N5“ → „N6“ → „N7“ → … → „N0“.',
    ]);
  });
});

describe('a fee', () => {
  it.each<[NonNullable<DefinitionInput['fee']['charge']>, string[]]>([
    [{ by: 'formula', crowns: { '*': [{ var: 'weight' }, 10] } }, []],
    [
      { by: 'formula', crowns: { var: 'chip' } },
      ['fee.charge.crowns: Odpověď na otázku „Má čip?“ není číslo, počítat s ní nejde.'],
    ],
    [{ by: 'table', rows: [{ label: 'Psi', crowns: 300, when: { '==': [{ var: 'kind' }, 'dog'] } }] }, []],
    [
      { by: 'table', rows: [{ label: 'Psi', crowns: 300, when: { var: 'foo' } }] },
      ['fee.charge.rows[0].when: Otázka „foo“ ve formuláři není.'],
    ],
  ])('%j', (charge, problems) => {
    const step = { id: 'more', title: 'Další', fields: before };
    expect(problemsOf([step], { fee: { summary: 'Platí se.', charge } })).toEqual(problems);
  });
});

describe('a rule', () => {
  const rule = (rest: Partial<NonNullable<DefinitionInput['rules']>[number]>) =>
    problemsOf(
      [
        { id: 'more', title: 'Další', fields: before },
        { id: 'last', title: 'Konec', fields: [{ type: 'yesNo', id: 'end', label: 'Konec?' }] },
      ],
      {
        rules: [
          {
            id: 'order',
            holds: { '<=': [{ var: 'from' }, { var: 'to' }] },
            message: 'Opravte den.',
            at: 'from',
            ...rest,
          },
        ],
      },
    );

  it('about what is asked on its step or before is accepted', () => {
    expect(rule({})).toEqual([]);
    expect(rule({ at: 'budget' })).toEqual([]);
  });

  it.each<[Partial<NonNullable<DefinitionInput['rules']>[number]>, string]>([
    [{ at: 'foo' }, 'rules[0].at: Otázka „foo“ ve formuláři není.'],
    [{ at: 'photo' }, 'rules[0].at: U otázky „Fotka“ se chyba neukazuje. Vyberte otázku, na kterou se odpovídá.'],
    [{ at: 'amount' }, 'rules[0].at: Otázka „Částka“ je v řádcích skupiny, tady má být jiná.'],
    [
      { when: { var: 'end' } },
      'rules[0].when: Otázka „Konec?“ přichází až potom. Ptejte se jen na to, co je ve formuláři dřív.',
    ],
    [
      { holds: { var: 'weight' } },
      'rules[0].holds: Odpověď na otázku „Váha“ je číslo, podmínka potřebuje ano, nebo ne. Porovnejte ho, třeba „> 0“.',
    ],
  ])('%j is refused', (rest, problem) => {
    expect(rule(rest)).toEqual([problem]);
  });
});
