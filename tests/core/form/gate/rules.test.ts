import { describe, expect, it } from 'vitest';

import type { Definition, DefinitionInput, Logic } from '../../../../src/core/form/definition.ts';
import { sketchSchema } from '../../../../src/core/form/definition.ts';
import { gate, type Finding, type GateContext } from '../../../../src/core/form/gate.ts';
import { rules } from '../../../../src/core/form/gate/rules.ts';
import { aDefinition } from '../definitions.ts';

type Fields = DefinitionInput['steps'][number]['fields'];

const context: GateContext = {
  today: Temporal.PlainDate.from('2026-05-04'),
  departments: ['spravni', 'dopravy'],
  lifeSituations: ['zvirata'],
  offeredIdentity: ['none', 'account'],
};

function found(input: DefinitionInput): Finding[] {
  return gate(sketchSchema.parse(input), context);
}

function asking(...fields: Fields): DefinitionInput {
  return aDefinition([{ id: 'more', title: 'Další', why: 'Podle toho vybereme odbor.', fields }]);
}

const chip: Fields[number] = { type: 'yesNo', id: 'chip', label: 'Má pes čip?' };
const home: Fields[number] = { type: 'address', id: 'home', label: 'Adresa' };
const people: Fields[number] = {
  type: 'group',
  id: 'people',
  label: 'Lidé',
  rowLabel: 'Člověk',
  max: 3,
  fields: [{ type: 'text', id: 'who', label: 'Jméno' }],
};
const upload = { id: 'proof', label: 'Doklad', hint: 'Vydá ho veterinář.' };
const words = (count: number) => Array.from({ length: count }, (_, index) => `slovo${index}`).join(' ');
const rows = [{ label: 'Pes', crowns: 300 }];
const charge = { by: 'table' as const, rows };
const questions = (count: number): Fields =>
  Array.from({ length: count }, (_, index) => ({ type: 'text', id: `q${index}`, label: `Otázka ${index}` }));

const area = { type: 'number' as const, id: 'area', label: 'Plocha', required: true };
const price = { type: 'computed' as const, id: 'price', label: 'Cena', value: { '*': [{ var: 'area' }, 10] } };
const from = { type: 'date' as const, id: 'from', label: 'Od', required: true };
const dogs: Fields[number] = {
  type: 'group',
  id: 'dogs',
  label: 'Psi',
  rowLabel: 'Pes',
  required: false,
  fields: [{ type: 'number', id: 'weight', label: 'Váha', required: false }],
};
const priced = (crowns: Logic, ...fields: Fields): DefinitionInput => ({
  ...asking(...fields),
  fee: { summary: 'Platí se.', charge: { by: 'formula', crowns } },
});

const explained: DefinitionInput['steps'] = [
  {
    id: 'who',
    title: 'Kdo',
    why: 'Abychom vám odpověděli.',
    fields: [
      { type: 'text', id: 'name', label: 'Jméno' },
      { type: 'email', id: 'email', label: 'E-mail' },
    ],
  },
];

const administrative = {
  kind: 'administrative' as const,
  days: 30,
  unit: 'calendar' as const,
  provision: '§\u00a071 odst.\u00a03 zákona č.\u00a0500/2004\u00a0Sb.',
};

interface Example {
  trips: DefinitionInput[];
  passes: DefinitionInput[];
}

/** Every rule by an agenda it stops, and one close to it that it lets through. */
const examples: Record<string, Example> = {
  'missing-label': {
    trips: [
      aDefinition([], { title: '' }),
      aDefinition([{ id: 'more', title: '', fields: [chip] }]),
      asking({ type: 'text', id: 'a', label: '' }),
      asking({ type: 'oneOf', id: 'a', label: 'A', options: [{ value: 'a', label: '' }] }),
      asking({ type: 'group', id: 'a', label: 'A', rowLabel: '', fields: [{ type: 'text', id: 'b', label: 'B' }] }),
      aDefinition([], { attachments: [{ ...upload, label: '' }] }),
    ],
    passes: [asking(chip)],
  },
  'missing-legal-basis': {
    trips: [aDefinition([], { law: [] }), aDefinition([], { law: [{ provision: '', text: 'Zákon.' }] })],
    passes: [aDefinition()],
  },
  'responsible-department': {
    trips: [
      aDefinition([], { department: '' }),
      aDefinition([], { department: 'kouzel' }),
      aDefinition([], { plan: [{ id: 'work', title: 'Vyřízení', department: 'kouzel', targetDays: 1 }] }),
    ],
    passes: [aDefinition([], { department: 'dopravy' })],
  },
  'life-situation': {
    trips: [aDefinition([], { lifeSituations: [] }), aDefinition([], { lifeSituations: ['kouzla'] })],
    passes: [aDefinition([], { lifeSituations: ['zvirata'] })],
  },
  'condition-never-true': {
    trips: [
      asking(chip, {
        type: 'text',
        id: 'a',
        label: 'A',
        when: { and: [{ '==': [{ var: 'chip' }, true] }, { '==': [{ var: 'chip' }, false] }] },
      }),
      aDefinition([], {
        rules: [{ id: 'a', holds: { '==': [{ var: 'name' }, 5] }, message: 'Opravte jméno.', at: 'name' }],
      }),
      asking(people, { type: 'text', id: 'a', label: 'A', when: { '>': [{ count: [{ var: 'people' }] }, 5] } }),
      asking(home, {
        type: 'text',
        id: 'a',
        label: 'A',
        when: { and: [{ '==': [{ var: 'home.zip' }, '50002'] }, { '==': [{ var: 'home.zip' }, '50003'] }] },
      }),
      asking(home, {
        type: 'text',
        id: 'a',
        label: 'A',
        when: { '!=': [{ var: 'home.city' }, { var: 'home.city' }] },
      }),
      aDefinition([{ id: 'more', title: 'Další', fields: [{ type: 'number', id: 'n', label: 'N' }] }], {
        rules: [{ id: 'a', holds: { '<': [{ var: 'n' }, { var: 'n' }] }, message: 'Opravte N.', at: 'n' }],
      }),
    ],
    passes: [
      asking(chip, { type: 'text', id: 'a', label: 'A', when: { var: 'chip' } }),
      asking(people, { type: 'text', id: 'a', label: 'A', when: { '>': [{ count: [{ var: 'people' }] }, 2] } }),
      asking(home, {
        type: 'text',
        id: 'a',
        label: 'A',
        when: { and: [{ '==': [{ var: 'home.zip' }, '50002'] }, { '!=': [{ var: 'home.city' }, 'Praha'] }] },
      }),
      aDefinition(
        [
          {
            id: 'more',
            title: 'Další',
            fields: [
              { type: 'number', id: 'n', label: 'N' },
              { type: 'number', id: 'm', label: 'M' },
            ],
          },
        ],
        { rules: [{ id: 'a', holds: { '<': [{ var: 'n' }, { var: 'm' }] }, message: 'Opravte N.', at: 'n' }] },
      ),
    ],
  },
  unreachable: {
    trips: [
      aDefinition([
        { id: 'first', title: 'První', fields: [chip] },
        {
          id: 'second',
          title: 'Druhý',
          when: { '==': [{ var: 'chip' }, true] },
          fields: [{ type: 'text', id: 'a', label: 'A', when: { '==': [{ var: 'chip' }, false] } }],
        },
      ]),
    ],
    passes: [
      aDefinition([
        { id: 'first', title: 'První', fields: [chip] },
        {
          id: 'second',
          title: 'Druhý',
          when: { '!=': [{ var: 'chip' }, null] },
          fields: [{ type: 'text', id: 'a', label: 'A', when: { '==': [{ var: 'chip' }, false] } }],
        },
      ]),
    ],
  },
  'personal-number-reason': {
    trips: [
      asking({ type: 'birthNumber', id: 'a', label: 'Rodné číslo', reason: '' }),
      asking({ type: 'text', id: 'a', label: 'Rodné číslo' }),
      asking({ type: 'text', id: 'a', label: 'RČ dítěte', digits: 10 }),
      asking({ type: 'text', id: 'a', label: 'Jméno, r.\u00a0č. a adresa' }),
      asking({ type: 'text', id: 'a', label: 'Rodne cislo matky' }),
      asking({ type: 'text', id: 'a', label: 'RČ'.normalize('NFD') }),
      asking({ type: 'number', id: 'a', label: 'Identifikátor', hint: 'Zadejte své rodné číslo bez lomítka.' }),
      asking({ type: 'longText', id: 'a', label: 'Děti', hint: 'Ke každému dítěti napište rodná čísla obou rodičů.' }),
      asking({ type: 'text', id: 'a', label: 'Číslo pojištěnce', missing: 'Zadejte rodné č.' }),
      asking({ type: 'text', id: 'a', label: 'Rodné číslo', hint: 'Rodné číslo neuvádějte, když jste cizinec.' }),
      asking({
        type: 'group',
        id: 'g',
        label: 'Rodná čísla dětí',
        rowLabel: 'Dítě',
        fields: [{ type: 'text', id: 'a', label: 'Číslo' }],
      }),
    ],
    passes: [
      asking({ type: 'birthNumber', id: 'a', label: 'Rodné číslo', reason: 'Vyžaduje ho zákon o dani.' }),
      asking({ type: 'text', id: 'a', label: 'Číslo rodného listu', hint: 'Najdete ho v\u00a0rodném listu nahoře.' }),
      asking({ type: 'longText', id: 'a', label: 'Popište situaci', hint: 'Jména ani rodná čísla nepište.' }),
      asking({ type: 'text', id: 'a', label: 'Datum narození', hint: 'Místo rodného čísla stačí datum.' }),
      asking({ type: 'text', id: 'a', label: 'Typ RC modelu' }),
      asking({ type: 'file', ...upload, label: 'Doklad s\u00a0rodným číslem' }),
      asking({
        type: 'group',
        id: 'g',
        label: 'Děti a\u00a0jejich rodná čísla',
        rowLabel: 'Dítě',
        fields: [
          { type: 'text', id: 'a', label: 'Jméno' },
          { type: 'birthNumber', id: 'b', label: 'Rodné číslo', reason: 'Vyžaduje ho zákon o dani.' },
        ],
      }),
    ],
  },
  'vendor-format': {
    trips: [
      aDefinition([], { attachments: [{ ...upload, formats: ['docx'] }] }),
      asking({ type: 'file', ...upload, formats: ['docx', 'xlsx'] }),
    ],
    passes: [aDefinition([], { attachments: [{ ...upload, formats: ['docx', 'odt'] }] })],
  },
  'vendor-software': {
    trips: [
      asking({ type: 'text', id: 'a', label: 'Výkaz', hint: 'Otevřete v\u00a0MS\u00a0Excel a\u00a0opište součet.' }),
      asking({ type: 'text', id: 'a', label: 'Číslo formuláře z\u00a0602XML Filler' }),
      asking({ type: 'text', id: 'a', label: 'Výkaz', missing: 'Opište výkaz z\u00a0Excelu.' }),
      asking({ type: 'explanation', id: 'a', label: 'Jak na to', text: 'Vyplňte ho ve Wordu a\u00a0vytiskněte.' }),
      asking({
        type: 'explanation',
        id: 'a',
        label: 'Jak na to',
        text: 'PDF otevřete v\u00a0Adobe Reader nebo Acrobat.',
      }),
      asking({ type: 'oneOf', id: 'a', label: 'Jak', options: [{ value: 'a', label: 'A', hint: 'Dokument Word.' }] }),
      aDefinition([], { prepare: ['program 602XML Filler'] }),
      aDefinition([], { prepare: ['Acrobat Reader'] }),
      aDefinition([], {
        visit: { needed: true, text: 'Vezměte si soubor z\u00a0Microsoft Wordu.', bring: [{ text: 'X' }] },
      }),
      aDefinition([], { visit: { needed: true, text: 'Přijďte.', bring: [{ text: 'tabulku v\u00a0Excelu' }] } }),
      aDefinition([], {
        attachments: [
          { ...upload, hint: 'Formulář otevřete v\u00a0602XML Filler, plán přiložte v\u00a0PDF nebo ODT.' },
        ],
      }),
      aDefinition([], { letters: [{ id: 'a', title: 'Výzva', text: 'Přílohu otevřete v\u00a0Adobe Acrobatu.' }] }),
      aDefinition([], { duration: '10 minut, jen ve Windows a\u00a0Internet Exploreru' }),
    ],
    passes: [
      aDefinition([], { attachments: [{ ...upload, hint: 'Přiložte PDF, ODT nebo fotku.' }] }),
      asking({ type: 'text', id: 'a', label: 'Výkaz', hint: 'Přiložte ho jako .xlsx nebo .ods.' }),
      asking({ type: 'text', id: 'a', label: 'Word', hint: 'Slovo, anglicky word, které hledáte.' }),
      asking({ type: 'text', id: 'a', label: 'Tabulka', hint: 'Otevřete ji v\u00a0Excelu nebo v\u00a0LibreOffice.' }),
      asking({ type: 'text', id: 'a', label: 'Text', hint: 'Pošlete PDF nebo dokument Word.' }),
      aDefinition([], { summary: 'Formulář vyplníte na webu, 602XML Filler nepotřebujete.' }),
      aDefinition([], { prepare: ['Adobe Reader nebo jiný program'] }),
      asking({
        type: 'oneOf',
        id: 'a',
        label: 'Na který kurz se hlásíte?',
        options: [
          { value: 'a', label: 'MS Excel' },
          { value: 'b', label: 'Fotografování' },
        ],
      }),
      aDefinition([], {
        visit: { needed: true, text: 'Přijďte do Adobova domu 602.', bring: [{ text: 'PDF na klíčence' }] },
      }),
    ],
  },
  'identity-not-offered': {
    trips: [aDefinition([], { whoMayFile: { text: 'Každý.', identity: 'high' } })],
    passes: [
      aDefinition([], { whoMayFile: { text: 'Každý.', identity: 'account' } }),
      aDefinition([], { whoMayFile: { text: 'Každý.', identity: 'none' } }),
    ],
  },
  'confirmation-fits-identity': {
    trips: [
      aDefinition([], { whoMayFile: { text: 'Každý.', identity: 'none', confirmation: 'authorised' } }),
      aDefinition([], { whoMayFile: { text: 'Každý.', identity: 'substantial', confirmation: 'withinFiveDays' } }),
      aDefinition([], { whoMayFile: { text: 'Každý.', identity: 'high', confirmation: 'withinFiveDays' } }),
    ],
    passes: [
      aDefinition([], { whoMayFile: { text: 'Každý.', identity: 'none', confirmation: 'withinFiveDays' } }),
      aDefinition([], { whoMayFile: { text: 'Každý.', identity: 'account', confirmation: 'authorised' } }),
      aDefinition([], { whoMayFile: { text: 'Každý.', identity: 'high', confirmation: 'authorised' } }),
    ],
  },
  'legal-clock': {
    trips: [
      aDefinition([], { clock: { ...administrative, days: 45 } }),
      aDefinition([], { clock: { ...administrative, unit: 'working' } }),
      aDefinition([], { clock: { ...administrative, provision: 'zákon č.\u00a0106/1999\u00a0Sb.' } }),
    ],
    passes: [
      aDefinition([], { clock: administrative }),
      aDefinition([], { clock: { ...administrative, provision: '§ 71 odst. 3 zákona č. 500/2004 Sb., správní řád' } }),
      aDefinition([], { clock: { kind: 'own', days: 45, unit: 'working', provision: 'Slibuje to odbor.' } }),
    ],
  },
  'orphan-translation': {
    trips: [
      aDefinition([], { translations: { en: { title: 'Trial', 'fields.gone.label': 'Gone' } } }),
      aDefinition([], { translations: { uk: { 'steps.gone.title': '…' } } }),
    ],
    passes: [aDefinition([], { translations: { en: { title: 'Trial', 'fields.name.label': 'Name' } } })],
  },
  'unknown-placeholder': {
    trips: [
      aDefinition([], { letters: [{ id: 'a', title: 'Výzva', text: 'Dobrý den, {{jmeno}}.' }] }),
      aDefinition([], { letters: [{ id: 'a', title: 'Výzva', text: '{{#když jméno}}Dobrý den.' }] }),
      aDefinition([], { letters: [{ id: 'a', title: 'Výzva', text: 'Pes {{odpověď:dog}}.' }] }),
      aDefinition([], { mails: { decided: 'Hotovo, {{ cena }}.' } }),
      // What letters know beyond mails.
      aDefinition([], { mails: { decided: '{{výsledek}}' } }),
    ],
    passes: [
      aDefinition([], { letters: [{ id: 'a', title: 'Výzva', text: 'Dobrý den, {{jméno}}.' }] }),
      aDefinition([], {
        letters: [{ id: 'a', title: 'Výzva', text: '{{#když výsledek je zamítnuto}}Ne.{{/když}} {{odpověď:name}}' }],
      }),
      aDefinition([], { mails: { filed: 'Případ {{značka}} má odbor {{ odbor }}.' } }),
    ],
  },
  'plan-too-long': {
    trips: [aDefinition([], { plan: [{ id: 'work', title: 'Vyřízení', department: 'spravni', targetDays: 31 }] })],
    passes: [aDefinition([], { plan: [{ id: 'work', title: 'Vyřízení', department: 'spravni', targetDays: 30 }] })],
  },
  'fee-without-summary': {
    trips: [aDefinition([], { fee: { summary: '', charge } })],
    passes: [aDefinition([], { fee: { summary: 'Platí se 300 Kč za psa.', charge } })],
  },
  'fee-row-never-used': {
    trips: [
      aDefinition([], {
        fee: { summary: 'Platí se.', charge: { by: 'table', rows: [...rows, ...rows] } },
      }),
    ],
    passes: [
      aDefinition([], {
        fee: { summary: 'Platí se.', charge: { by: 'table', take: 'all', rows: [...rows, ...rows] } },
      }),
    ],
  },
  'fee-said-to-be-free': {
    trips: [aDefinition([], { fee: { summary: 'Zdarma.', charge } })],
    passes: [
      aDefinition([], { fee: { summary: 'Zdarma pro seniory, jinak 300 Kč.', charge } }),
      aDefinition([], { fee: { summary: 'Zdarma.' } }),
    ],
  },
  'fee-not-computed': {
    trips: [
      priced({ '*': [{ var: 'area' }, 10] }, { ...area, required: false }),
      priced({ '*': [{ var: 'area' }, 10] }, chip, { ...area, when: { var: 'chip' } }),
      priced({ var: 'price' }, { ...area, required: false }, price),
      priced({ var: 'price' }, chip, area, { ...price, when: { var: 'chip' } }),
      priced({ if: [{ var: 'chip' }, { var: 'area' }, 0] }, chip, { ...area, required: false }),
      priced({ if: [{ var: 'chip' }, 100] }, chip),
      priced({ if: [{ var: 'chip' }, 100, null] }, chip),
      priced({ '/': [100, { var: 'area' }] }, area),
      priced({ '/': [100, 0] }, chip),
      priced({ daysBetween: [{ var: 'from' }, '2026-12-31'] }, { ...from, required: false }),
    ],
    passes: [
      priced({ '*': [{ var: 'area' }, 10] }, area),
      priced({ var: 'price' }, area, price),
      priced({ if: [{ '!!': [{ var: 'area' }] }, { '*': [{ var: 'area' }, 10] }, 0] }, { ...area, required: false }),
      priced({ if: [{ var: 'chip' }, { var: 'area' }, 0] }, chip, { ...area, when: { var: 'chip' } }),
      priced(
        { if: [{ '==': [{ var: 'chip' }, false] }, 0, { var: 'price' }] },
        chip,
        { ...area, when: { var: 'chip' } },
        { ...price, when: { '==': [{ var: 'chip' }, true] } },
      ),
      priced({ if: [{ '==': [{ var: 'chip' }, true] }, 100, { '==': [{ var: 'chip' }, false] }, 50] }, chip),
      priced({ '+': [{ sum: [{ var: 'dogs' }, 'weight'] }, { count: [{ var: 'dogs' }] }] }, dogs),
      priced({ '/': [100, { var: 'area' }] }, { ...area, min: 1 }),
      priced({ if: [{ '>': [{ var: 'area' }, 0] }, { '/': [100, { var: 'area' }] }, 0] }, area),
      priced({ daysBetween: [{ var: 'from' }, '2026-12-31'] }, from),
      aDefinition([], { fee: { summary: 'Platí se.', charge } }),
    ],
  },
  'missing-why': {
    trips: [aDefinition([{ id: 'more', title: 'Další', fields: [{ type: 'address', id: 'home', label: 'Adresa' }] }])],
    passes: [
      aDefinition([], { steps: explained }),
      aDefinition([], {
        steps: [
          ...explained,
          {
            id: 'more',
            title: 'Další',
            fields: [chip, { type: 'address', id: 'home', label: 'Adresa', when: { var: 'chip' } }],
          },
        ],
      }),
    ],
  },
  'missing-hint': {
    trips: [
      asking({ type: 'text', id: 'a', label: 'Číslo čipu', digits: 15 }),
      asking({ type: 'text', id: 'a', label: 'Rok', digits: 4 }),
      ...(['ico', 'organisation', 'bankAccount', 'dataBox', 'licencePlate', 'landParcel', 'time'] as const).map(type =>
        asking({ type, id: 'a', label: 'Údaj' }),
      ),
      asking({ type: 'ico', id: 'a', label: 'IČO', hint: ' ' }),
      asking({ type: 'text', id: 'a', label: 'Číslo jednací' }),
      asking({ type: 'text', id: 'a', label: 'Spisová značka' }),
      asking({ type: 'text', id: 'a', label: 'Kdo žádá a\u00a0jeho DIČ' }),
      asking({ type: 'number', id: 'a', label: 'Variabilní symbol' }),
      asking({
        type: 'group',
        id: 'g',
        label: 'Auta',
        rowLabel: 'Auto',
        fields: [{ type: 'licencePlate', id: 'a', label: 'Registrační značka' }],
      }),
    ],
    passes: [
      asking({ type: 'text', id: 'a', label: 'Číslo čipu', digits: 15, hint: 'Je v pasu psa.' }),
      asking({ type: 'time', id: 'a', label: 'Začátek', hint: 'Třeba 17:00.' }),
      asking({ type: 'text', id: 'a', label: 'Číslo domu' }),
      asking({ type: 'text', id: 'a', label: 'Značka auta' }),
      asking({ type: 'number', id: 'a', label: 'Počet kódovaných zámků' }),
      asking({ type: 'date', id: 'a', label: 'Datum narození' }),
      asking({ type: 'phone', id: 'a', label: 'Telefonní číslo' }),
      asking({ type: 'birthNumber', id: 'a', label: 'Rodné číslo', reason: 'Vyžaduje ho zákon o dani.' }),
    ],
  },
  'file-hint': {
    trips: [aDefinition([], { attachments: [{ id: 'proof', label: 'Doklad' }] })],
    passes: [
      aDefinition([], { attachments: [upload] }),
      aDefinition([], { attachments: [{ id: 'proof', label: 'Doklad', required: false }] }),
    ],
  },
  'asked-twice': {
    trips: [
      asking(chip, { type: 'text', id: 'a', label: 'Má pes čip' }),
      asking(
        { type: 'email', id: 'a', label: 'E-mail domů', prefill: 'email' },
        { type: 'email', id: 'b', label: 'E-mail do práce', prefill: 'email' },
      ),
      // The e-mail of whoever files is filled in without being told to.
      asking({ type: 'email', id: 'a', label: 'Kam poslat výsledek', prefill: 'email' }),
      aDefinition(
        [
          {
            id: 'more',
            title: 'Další',
            fields: [
              { type: 'phone', id: 'a', label: 'Telefon domů', prefill: 'phone' },
              { type: 'phone', id: 'b', label: 'Telefon do práce' },
            ],
          },
        ],
        { applicant: { name: 'name', email: 'email', phone: 'b' } },
      ),
      aDefinition([{ id: 'more', title: 'Další', fields: [{ type: 'file', ...upload }] }], {
        attachments: [{ ...upload, id: 'other', label: 'doklad:' }],
      }),
      aDefinition([], { attachments: [upload, { ...upload, id: 'other' }] }),
      aDefinition([{ id: 'more', title: 'Další', fields: [chip] }], {
        attachments: [
          { ...upload, when: { var: 'chip' } },
          { ...upload, id: 'other' },
        ],
      }),
    ],
    passes: [
      aDefinition([{ id: 'more', title: 'Další', fields: [chip] }], {
        attachments: [
          { ...upload, when: { var: 'chip' } },
          { ...upload, id: 'other', when: { '!': { var: 'chip' } } },
        ],
      }),
      aDefinition(
        [{ id: 'more', title: 'Další', fields: [chip, { type: 'file', ...upload, when: { var: 'chip' } }] }],
        {
          attachments: [{ ...upload, id: 'other', when: { '==': [{ var: 'chip' }, false] } }],
        },
      ),
      aDefinition([{ id: 'more', title: 'Další', fields: [{ type: 'yesNo', id: 'a', label: 'Plná moc' }] }], {
        attachments: [{ ...upload, label: 'Plná moc', when: { var: 'a' } }],
      }),
      asking({ type: 'email', id: 'a', label: 'E-mail jednatele' }),
      asking(
        chip,
        { type: 'text', id: 'a', label: 'Číslo', when: { '==': [{ var: 'chip' }, true] } },
        { type: 'text', id: 'b', label: 'Číslo', when: { '==': [{ var: 'chip' }, false] } },
      ),
      asking(
        { type: 'group', id: 'g', label: 'Psi', rowLabel: 'Pes', fields: [{ type: 'text', id: 'a', label: 'Rasa' }] },
        {
          type: 'group',
          id: 'h',
          label: 'Kočky',
          rowLabel: 'Kočka',
          fields: [{ type: 'text', id: 'b', label: 'Rasa' }],
        },
      ),
    ],
  },
  'personal-number-needless': {
    trips: [
      asking({ type: 'birthNumber', id: 'a', label: 'Rodné číslo', reason: 'Abychom vás poznali.' }),
      asking(
        { type: 'birthNumber', id: 'a', label: 'Rodné číslo', reason: 'Vyžaduje ho zákon o dani.' },
        { type: 'date', id: 'b', label: 'Datum narození', autocomplete: 'bday' },
      ),
    ],
    passes: [
      asking({ type: 'birthNumber', id: 'a', label: 'Rodné číslo', reason: 'Vyžaduje ho zákon o dani.' }),
      asking(
        chip,
        { type: 'birthNumber', id: 'a', label: 'Rodné číslo', reason: 'Podle § 5.', when: { var: 'chip' } },
        { type: 'date', id: 'b', label: 'Datum narození', prefill: 'birthDate', when: { '!': { var: 'chip' } } },
      ),
    ],
  },
  'too-many-questions': {
    trips: [asking(...questions(9))],
    passes: [asking(...questions(8), { type: 'heading', id: 'h', label: 'Nadpis' })],
  },
  'visit-without-bring': {
    trips: [aDefinition([], { visit: { needed: true, text: 'Přijďte.' } })],
    passes: [
      aDefinition([], { visit: { needed: true, text: 'Přijďte.', bring: [{ text: 'Průkaz' }] } }),
      aDefinition([], { visit: { needed: true, text: 'Přijďte.' }, prepare: ['průkaz'] }),
    ],
  },
  'english-title': {
    trips: [
      aDefinition([], { translations: { en: { summary: 'What it is for.' } } }),
      aDefinition([], { translations: { en: {} } }),
      aDefinition([], { translations: { uk: { title: 'Проба' } } }),
      aDefinition(),
    ],
    passes: [aDefinition([], { translations: { en: { title: 'Trial' } } })],
  },
  'hard-sentence': {
    trips: [aDefinition([], { summary: `Tak ${words(22)}.` })],
    passes: [
      aDefinition([], { summary: `Tak ${words(21)}.` }),
      aDefinition([], { summary: `Tak ${words(15)}. Pak ${words(15)}: ${words(15)}` }),
    ],
  },
  'long-word': {
    trips: [
      aDefinition([], { summary: 'Pro nejneobhospodařovávatelnější pole.' }),
      aDefinition([], { summary: 'Nejzodpovědnějších lidí, nejzodpovědnějších psů, nejzodpovědnějších koček.' }),
    ],
    passes: [aDefinition([], { summary: 'Pro nejzodpovědnějších. Více na www.nejneobhospodarovavatelnejsipole.cz.' })],
  },
  officialese: {
    trips: [
      aDefinition([], { summary: 'Žadatel je povinen přijít.' }),
      aDefinition([], { summary: 'Postupujeme v\u00a0souladu s\u00a0vyhláškou.' }),
      aDefinition([], { letters: [{ id: 'a', title: 'Výzva', text: 'Neprodleně odpovězte.' }] }),
    ],
    passes: [aDefinition([], { summary: 'Musíte přijít. Jednáme podle vyhlášky, neděle je volná.' })],
  },
  'loose-preposition': {
    trips: [aDefinition([], { summary: 'Přijďte k nám.' }), asking({ type: 'text', id: 'a', label: 'V kolik?' })],
    passes: [aDefinition([], { summary: 'Přijďte k\u00a0nám. Osa x je vodorovná.' })],
  },
};

describe('the rules of the gate', () => {
  it('have each their examples and a name of their own', () => {
    expect(Object.keys(examples).sort()).toEqual(rules.map(({ name }) => name).sort());
  });
});

describe.each(rules.map(({ name, level }) => ({ name, level })))('the rule $name', ({ name, level }) => {
  const tripped = (input: DefinitionInput) => found(input).filter(({ rule }) => rule === name);
  const { trips, passes } = examples[name] ?? { trips: [], passes: [] };

  it.each(trips)('stops what it is there for (%#)', input => {
    const findings = tripped(input);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(finding.level).toBe(level);
      expect(finding.message).toMatch(/^\p{Lu}.*[.“]$/u);
      // Typed as it should be printed: no preposition alone at the end of a line.
      if (name !== 'loose-preposition') expect(finding.message).not.toMatch(/(?<!\p{L})[ksvzouai] /iu);
    }
  });

  it.each(passes)('lets through what is right (%#)', input => {
    expect(tripped(input)).toEqual([]);
  });
});

describe('the gate', () => {
  it('lets an agenda through that has all it needs', () => {
    const translations = { en: { title: 'Trial' } };
    const complete = aDefinition([], { summary: 'Takhle to zkusíte.', steps: explained, translations });
    expect(found(complete)).toEqual([]);
  });

  it('finds whatever makes a document no agenda, once, and by the better of two names', () => {
    const sketch = aDefinition(
      [{ id: 'more', title: '', fields: [{ type: 'text', id: 'a', label: 'A', when: { var: 'b' } }] }],
      {
        duration: '',
        department: '',
      },
    );
    const errors = found(sketch).filter(({ level }) => level === 'error');
    expect(errors.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'structure duration',
      'structure steps[1].fields[0].when',
      'missing-label steps[1].title',
      'responsible-department department',
    ]);
  });

  it('says of each place once what a rule has against it, so that a reason can be given for it', () => {
    const words = 'Žadatel je povinen neprodleně žádat dle nejneobhospodařovávatelnějšího, nejnezpochybnitelnějšího.';
    const findings = found(aDefinition([], { summary: `${words} ${words}` })).filter(({ path }) => path === 'summary');
    expect(findings.map(({ rule }) => rule)).toEqual(['long-word', 'officialese']);
    expect(findings[1]?.message).toContain('„dle“');
  });

  it('says where in the words of the form', () => {
    const findings = found(asking({ type: 'landParcel', id: 'a', label: 'Parcela' }));
    expect(findings.find(({ rule }) => rule === 'missing-hint')).toMatchObject({
      path: 'steps[1].fields[0].hint',
      label: 'Krok „Další“, otázka „Parcela“',
    });
  });

  it('names the programs of one vendor and where they are', () => {
    const findings = found(aDefinition([], { prepare: ['průkaz', '602XML Filler a\u00a0MS Excel'] }));
    const finding = findings.find(({ rule }) => rule === 'vendor-software');
    expect(finding).toMatchObject({ path: 'prepare[1]', label: 'Co si připravit' });
    expect(finding?.message).toContain('„602XML Filler“, „MS Excel“');
  });

  it('takes an agenda of which nothing is written yet', () => {
    const blank = {
      ...aDefinition(),
      title: '',
      summary: '',
      audiences: [],
      lifeSituations: [],
      department: '',
      duration: '',
      fee: { summary: '' },
      visit: { needed: false, text: '' },
      law: [],
      steps: [],
      applicant: { name: '', email: '' },
      plan: [],
      clock: { days: 30, unit: 'calendar' as const, provision: '' },
    };
    expect(found(blank).every(({ message }) => message !== '')).toBe(true);
    expect(found(blank).filter(({ level }) => level === 'error').length).toBeGreaterThan(8);
  });

  it('does not mind a document that was put together by hand', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`);
    const broken = { ...sketchSchema.parse(aDefinition()), law: deep } as Definition;
    expect(gate(broken, context)).toMatchObject([{ rule: 'structure', level: 'error' }]);
  });
});
