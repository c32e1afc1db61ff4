import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  definitionSchema,
  fieldTypes,
  type Definition,
  type DefinitionInput,
  type Field,
} from '../../../src/core/form/definition.ts';
import { describeChanges } from '../../../src/core/form/describe-changes.ts';
import { areas } from '../../../src/core/form/describe-changes/change.ts';
import { aDefinition, parsed } from './definitions.ts';
import { richDefinition } from './rich-definition.ts';
import { mutationsOf, propertiesOf } from './schema-walk.ts';

const said = new Set<string>();
const mutations = mutationsOf(definitionSchema, richDefinition, said);

function sentences(before: Definition, after: Definition): string[] {
  return describeChanges(before, after).map(({ sentence }) => sentence);
}

describe('any two versions', () => {
  it('have no changes when they are equal, whatever the order of their properties', () => {
    const turned = Object.fromEntries(Object.entries(richDefinition).reverse()) as Definition;
    expect(describeChanges(richDefinition, structuredClone(richDefinition))).toEqual([]);
    expect(describeChanges(richDefinition, turned)).toEqual([]);
  });

  it('are compared in every property the schema has', () => {
    // A formula stands in the place of the table; fields in rows are of the same schemas as those outside.
    const elsewhere = /\.fee\.charge<formula>|<group>\.fields\[\]</;
    const inNoDocument = propertiesOf(definitionSchema).filter(path => !said.has(path) && !elsewhere.test(path));
    expect(inNoDocument).toEqual([]);
  });

  it('tell of every property that is changed, there and back', () => {
    const untold = mutations.filter(({ document }) => {
      const changed = document as Definition;
      return sentences(richDefinition, changed).length === 0 || sentences(changed, richDefinition).length === 0;
    });
    expect(mutations.length).toBeGreaterThan(900);
    expect(untold.map(({ name }) => name)).toEqual([]);
  });

  it('are told in whole sentences', () => {
    const told = mutations.flatMap(({ document }) => sentences(richDefinition, document as Definition));
    expect(
      told.filter(sentence => !/^\p{Lu}.*[^.,:]([.]|[.?!]“)$/su.test(sentence) || sentence.includes('undefined')),
    ).toEqual([]);
  });

  it('are told area by area, however much differs', () => {
    const documents = fc.constantFrom(richDefinition, ...mutations.map(({ document }) => document as Definition));
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const found = describeChanges(before, after).map(({ area }) => areas.indexOf(area));
        expect(found).toEqual(found.toSorted((left, right) => left - right));
      }),
    );
  });
});

const dog: DefinitionInput['steps'] = [
  {
    id: 'dog',
    title: 'Váš pes',
    fields: [
      { type: 'text', id: 'breed', label: 'Plemeno', required: false },
      { type: 'yesNo', id: 'hasChip', label: 'Má čip?' },
    ],
  },
  { id: 'place', title: 'Kde bydlí', fields: [{ type: 'text', id: 'where', label: 'Místo' }] },
];
type Steps = typeof dog;

/** Each row: what is done to the steps, and what is said of it. */
const stepTable: { name: string; change: (steps: Steps) => Steps; sentences: string[] }[] = [
  {
    name: 'a question that has to be answered now',
    change: ([first, ...rest]) => [with_(first, 'breed', { required: true }), ...rest],
    sentences: ['Otázka „Plemeno“ je nově povinná.'],
  },
  {
    name: 'a question that is worded anew',
    change: ([first, ...rest]) => [with_(first, 'breed', { label: 'Rasa' }), ...rest],
    sentences: ['Otázka „Plemeno“ nově zní „Rasa“.'],
  },
  {
    name: 'a condition, in words',
    change: ([first, second]) => [
      first as Step,
      with_(second, 'where', { when: { '==': [{ var: 'hasChip' }, true] } }),
    ],
    sentences: ['Otázka „Místo“ se nově zobrazí, jen když „Má čip?“ je „Ano“.'],
  },
  {
    name: 'a condition beyond words',
    change: ([first, second]) => [
      first as Step,
      with_(second, 'where', { when: { '==': [{ '+': [1, { var: 'hasChip' }] }, true] } }),
    ],
    sentences: ['Otázka „Místo“ se nově zobrazí jen za určité podmínky.'],
  },
  {
    name: 'a new question',
    change: ([first, second]) => [
      { ...(first as Step), fields: [...(first as Step).fields, { type: 'text', id: 'colour', label: 'Barva' }] },
      second as Step,
    ],
    sentences: ['Přibyla povinná otázka „Barva“ do\u00a0kroku „Váš pes“.'],
  },
  {
    name: 'a question that moved to another step',
    change: ([first, second]) => [
      { ...(first as Step), fields: (first as Step).fields.slice(1) },
      { ...(second as Step), fields: [...(second as Step).fields, ...(first as Step).fields.slice(0, 1)] },
    ],
    sentences: ['Otázka „Plemeno“ se přesunula z\u00a0kroku „Váš pes“ do\u00a0kroku „Kde bydlí“.'],
  },
  {
    name: 'steps in another order',
    change: ([first, second]) => [second as Step, first as Step],
    sentences: ['Krok „Kde bydlí“ se přesunul před krok „Váš pes“.'],
  },
  {
    name: 'a step that is gone with its questions',
    change: ([first]) => [first as Step],
    sentences: ['Ubyl krok „Kde bydlí“ („Místo“).'],
  },
  {
    name: 'a question of another type',
    change: ([first, ...rest]) => [
      {
        ...(first as Step),
        fields: (first as Step).fields.map(field =>
          field.id === 'breed' ? { type: 'longText', id: 'breed', label: 'Plemeno', required: false } : field,
        ),
      },
      ...rest,
    ],
    sentences: ['Otázka „Plemeno“ má nově typ „dlouhý text“ (dřív „krátký text“).'],
  },
];

type Step = Steps[number];

function with_(step: Step | undefined, id: string, change: object): Step {
  if (step === undefined) throw new Error('no such step');
  return { ...step, fields: step.fields.map(field => (field.id === id ? { ...field, ...change } : field)) };
}

describe('what is told of a form', () => {
  const before = parsed(aDefinition(dog));

  it.each(stepTable)('$name', ({ change, sentences: expected }) => {
    expect(sentences(before, parsed(aDefinition(change(dog))))).toEqual(expected);
  });

  it.each(fieldTypes.filter(type => type !== 'text'))('a question that became a field of the type %s', type => {
    const other = richDefinition.steps.flatMap(step => step.fields).find(field => field.type === type);
    const after = structuredClone(before);
    after.steps[1]?.fields.splice(0, 1, { ...structuredClone(other as Field), id: 'breed', label: 'Plemeno' });
    expect(sentences(before, after)[0]).toMatch(/^\p{Lu}\p{L}+ „Plemeno“ má nově typ „.+“ \(dřív „krátký text“\)\.$/u);
    expect(sentences(after, before)[0]).toMatch(/^Otázka „Plemeno“ má nově typ „krátký text“ \(dřív „.+“\)\.$/u);
  });
});

type ChangeIn = (definition: Definition) => unknown;

/** Each row: what is done to the rich agenda, and what is said of it. */
const agendaTable: { name: string; change: ChangeIn; sentences: string[] }[] = [
  {
    name: 'an option that came, went and was renamed',
    change: ({ steps }) => {
      const field = steps[1]?.fields[0];
      if (field?.type !== 'oneOf') throw new Error('no choice');
      field.options = [
        { value: 'company', label: 'Právnická osoba', hint: 'Organizace.' },
        { value: 'city', label: 'Obec' },
      ];
    },
    sentences: [
      'Ubyla možnost „Občan“ u\u00a0otázky „Kdo žádá?“.',
      'Přibyla možnost „Obec“ u\u00a0otázky „Kdo žádá?“.',
      'Možnost „Firma“ u\u00a0otázky „Kdo žádá?“ nově zní „Právnická osoba“.',
    ],
  },
  {
    name: 'a column of a group',
    change: ({ steps }) => {
      const group = steps[3]?.fields[2];
      if (group?.type === 'group') group.fields.splice(2, 1);
    },
    sentences: ['Ubyla otázka „Kusy“ ze\u00a0skupiny „Rozpočet“.'],
  },
  {
    name: 'a group that moved to another step',
    change: ({ steps }) => {
      steps[2]?.fields.push(...(steps[3]?.fields.splice(2, 1) ?? []));
    },
    sentences: ['Skupina „Rozpočet“ se přesunula z\u00a0kroku „Peníze“ do\u00a0kroku „Všechno“.'],
  },
  {
    name: 'a limit',
    change: ({ attachments: [plan] }) => Object.assign(plan ?? {}, { maxMegabytes: 20 }),
    sentences: ['Největší velikost souboru u\u00a0přílohy „Plánek“ je nově 20\u00a0MB (dřív 5\u00a0MB).'],
  },
  {
    name: 'a rate',
    change: ({ fee: { charge } }) => {
      if (charge?.by === 'table') Object.assign(charge.rows[0] ?? {}, { crowns: 550 });
    },
    sentences: ['Částka u\u00a0sazby „Občan“ je nově 550\u00a0Kč (dřív 500\u00a0Kč).'],
  },
  {
    name: 'a charge by a formula',
    change: ({ fee }) => {
      fee.charge = { by: 'formula', crowns: { '*': [{ var: 'area' }, 10] } };
    },
    sentences: ['Poplatek se nově počítá jinak: vzorcem „Plocha“ × 10.'],
  },
  {
    name: 'a computation',
    change: ({ steps }) => {
      const total = steps[3]?.fields[3];
      if (total?.type === 'computed') total.value = { sum: [{ var: 'budget' }, 'pieces'] };
    },
    sentences: ['Výpočet „Celkem“ je nově: součet sloupce „Kusy“ (dřív součet sloupce „Náklady“).'],
  },
  {
    name: 'the clock',
    change: ({ clock }) => Object.assign(clock, { days: 15, unit: 'working' }),
    sentences: ['Lhůta je nově 15\u00a0pracovních dní (dřív 30\u00a0dní).'],
  },
  {
    name: 'the department, by its name',
    change: definition => Object.assign(definition, { department: 'dopravy' }),
    sentences: ['Odbor je nově Odbor dopravy (dřív „spravni“).'],
  },
  {
    name: 'the step of the plan that has another department',
    change: ({ plan: [check] }) => Object.assign(check ?? {}, { department: 'dopravy' }),
    sentences: ['Odbor u\u00a0kroku vyřízení „Kontrola“ je nově Odbor dopravy (dřív „spravni“).'],
  },
  {
    name: 'who may file',
    change: ({ whoMayFile }) => Object.assign(whoMayFile, { identity: 'account' }),
    sentences: ['Podat nově může jen ten, kdo má účet s\u00a0potvrzeným e-mailem (dřív kdokoli, i\u00a0bez účtu).'],
  },
  {
    name: 'how a filing is confirmed',
    change: ({ whoMayFile }) => Object.assign(whoMayFile, { confirmation: 'authorised' }),
    sentences: ['Podání se nově potvrzuje před odesláním (dřív nepotvrzuje).'],
  },
  {
    name: 'a question that is no longer filled in beforehand',
    change: ({ steps }) => {
      const field = steps[2]?.fields[0];
      if (field && 'prefill' in field) delete field.prefill;
    },
    sentences: ['Otázka „Číslo čipu“ už nemá údaj předvyplněný z\u00a0účtu „jméno“.'],
  },
  {
    name: 'a rule that asks for something else',
    change: ({ rules: [order] }) => Object.assign(order ?? {}, { holds: { '>=': [{ var: 'area' }, 5] } }),
    sentences: [
      'Kontrola „Zvětšete plochu“ nově ověřuje, že „Plocha“ je aspoň 5\u00a0m² (dřív že „Plocha“ je větší než 2\u00a0m²).',
    ],
  },
  {
    name: 'keywords',
    change: definition => Object.assign(definition, { keywords: ['pes', 'hafan'] }),
    sentences: ['Klíčová slova: přibylo „hafan“; ubylo „čip“.'],
  },
  {
    name: 'a text of which only the spaces changed',
    change: definition => Object.assign(definition, { summary: 'K\u00a0čemu to je.' }),
    sentences: ['Shrnutí: slova zůstala, změnily se jen mezery nebo konce řádků.'],
  },
  {
    name: 'a paragraph of a mail that is gone',
    change: ({ mails }) => {
      delete mails.filed;
    },
    sentences: ['Agenda už nemá odstavec v\u00a0e-mailu o\u00a0podání: „Děkujeme.“'],
  },
  {
    name: 'translations',
    change: ({ translations }) => {
      translations.en = { title: 'Test', 'steps.who.title': 'Who' };
    },
    sentences: [
      'Angličtina: přibylo překladů: 1.',
      'Angličtina: ubylo překladů: 1.',
      'Angličtina: změnilo se překladů: 1.',
    ],
  },
];

describe('what is told of the rest of an agenda', () => {
  it.each(agendaTable)('$name', ({ change, sentences: expected }) => {
    const after = structuredClone(richDefinition);
    change(after);
    const names = { departments: { dopravy: 'Odbor dopravy' } };
    expect(describeChanges(richDefinition, after, names).map(({ sentence }) => sentence)).toEqual(expected);
  });

  it('a long text is shown around what differs in it', () => {
    const after = structuredClone(richDefinition);
    const long = 'Slovo za slovem. '.repeat(30);
    after.summary = `${long}Nový konec.`;
    const [told = ''] = sentences({ ...richDefinition, summary: `${long}Starý konec.` }, after);
    expect(told).toMatch(/^Shrnutí je nově „….*Nový konec\.“ \(dřív „….*Starý konec\.“\)\.$/s);
    expect(told.length).toBeLessThan(200);
  });
});
