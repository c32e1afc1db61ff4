import type { Entries, Entry } from '../src/core/form/answers.ts';
import { checkDefinition } from '../src/core/form/check-definition.ts';
import type { Definition, DefinitionInput } from '../src/core/form/definition.ts';
import { typedInto } from './typed-into.ts';

type Steps = DefinitionInput['steps'];
type Fields = Steps[number]['fields'];
type Rows = Extract<Fields[number], { type: 'group' }>['fields'];

export interface FilledForm {
  definition: Definition;
  entries: Entries;
}

const stepCount = 40;
const rowCount = 200;

/**
 * The largest form an agenda may be, every kind of work in it: 40 steps, 400 fields, nearly 3000 boxes, 200 rows of a group,
 * each with a phone and a birth number of its own; a third of the fields under conditions, computed values that build on
 * each other, a sum over the rows, rules and a fee by table.
 */
export function largeForm(): FilledForm {
  const steps: Steps = Array.from({ length: stepCount }, (_, index) => stepAt(index));
  const form = filledForm(agenda(steps));
  if (!form) throw new Error('the large form is beyond the limits');
  return form;
}

/** With something typed into every question; nothing when the limits do not let it. */
export function filledForm(input: DefinitionInput): FilledForm | undefined {
  const checked = checkDefinition(input);
  return checked.ok ? { definition: checked.definition, entries: entriesOf(checked.definition) } : undefined;
}

/** Who files in the first step, rows in the last one; in the others nine questions and a computed value. */
function stepAt(index: number): Steps[number] {
  const when = index % 4 === 3 ? { when: { '==': [{ var: `kind${index - 1}` }, 'b'] } } : {};
  const fields = index === 0 ? contact : index === stepCount - 1 ? [group] : fieldsAt(index);
  return { id: `step${index}`, title: `Krok ${index}`, fields, ...when };
}

export const contact: Fields = [
  { type: 'text', id: 'name', label: 'Jméno' },
  { type: 'email', id: 'email', label: 'E-mail' },
  { type: 'phone', id: 'phone', label: 'Telefon', required: false },
  { type: 'address', id: 'home', label: 'Adresa' },
  { type: 'number', id: 'count0', label: 'Počet', min: 0, max: 1000 },
  { type: 'ico', id: 'ico', label: 'IČO' },
  { type: 'bankAccount', id: 'account', label: 'Účet' },
  { type: 'dataBox', id: 'box', label: 'Datová schránka' },
  { type: 'licencePlate', id: 'plate', label: 'Značka auta' },
  { type: 'time', id: 'at', label: 'Čas' },
  { type: 'declaration', id: 'truth', label: 'Je to pravda.' },
];

function fieldsAt(index: number): Fields {
  const isKind = { '==': [{ var: `kind${index}` }, 'b'] };
  return [
    { type: 'oneOf', id: `kind${index}`, label: `Druh ${index}`, options },
    { type: 'yesNo', id: `more${index}`, label: `Ještě něco ${index}?` },
    { ...identifiers(index), when: isKind },
    { type: 'number', id: `count${index}`, label: `Počet ${index}`, min: 0, max: 1000, decimals: 1 },
    { type: 'money', id: `money${index}`, label: `Cena ${index}` },
    { type: 'date', id: `from${index}`, label: `Od ${index}`, minDaysFromToday: 0 },
    { type: 'date', id: `to${index}`, label: `Do ${index}`, notBefore: `from${index}` },
    {
      type: 'severalOf',
      id: `several${index}`,
      label: `Důvody ${index}`,
      options,
      when: { and: [{ var: `more${index}` }, { '>': [{ var: `count${index}` }, 5] }] },
    },
    {
      type: 'longText',
      id: `story${index}`,
      label: `Popis ${index}`,
      when: { in: ['a', { var: `several${index}` }] },
    },
    {
      type: 'computed',
      id: `total${index}`,
      label: `Celkem ${index}`,
      value: {
        '+': [
          { '*': [{ var: `count${index}` }, { var: `money${index}` }] },
          { daysBetween: [{ var: `from${index}` }, { var: `to${index}` }] },
          { if: [isKind, { var: 'count0' }, 0] },
        ],
      },
    },
  ];
}

/** The types that take the most to read, in turns. */
function identifiers(index: number): Rows[number] {
  const common = { id: `who${index}`, label: `Kdo nebo co ${index}` };
  const kinds: Rows = [
    { ...common, type: 'person', ask: ['born', 'address'] },
    { ...common, type: 'organisation', ask: ['address'] },
    { ...common, type: 'birthNumber', reason: 'Zákon.' },
    { ...common, type: 'landParcel' },
    { ...common, type: 'phone' },
    { ...common, type: 'bankAccount' },
    { ...common, type: 'text' },
  ];
  return kinds[index % kinds.length] ?? { ...common, type: 'text' };
}

const options = ['a', 'b', 'c', 'd'].map(value => ({ value, label: `Možnost ${value}` }));

const row: Rows = [
  { type: 'text', id: 'item', label: 'Položka' },
  { type: 'oneOf', id: 'sort', label: 'Druh', options },
  { type: 'number', id: 'amount', label: 'Množství', min: 0 },
  { type: 'money', id: 'price', label: 'Cena za kus' },
  { type: 'date', id: 'day', label: 'Den' },
  { type: 'phone', id: 'contact', label: 'Telefon', when: { '==': [{ var: 'sort' }, 'b'] } },
  {
    type: 'birthNumber',
    id: 'payer',
    label: 'Rodné číslo',
    reason: 'Zákon.',
    when: { '>': [{ var: 'price' }, { var: 'count0' }] },
  },
  { type: 'computed', id: 'cost', label: 'Celkem', value: { '*': [{ var: 'amount' }, { var: 'price' }] } },
];

const group: Fields[number] = {
  type: 'group',
  id: 'budget',
  label: 'Rozpočet',
  rowLabel: 'Položka',
  max: rowCount,
  fields: row,
};

function agenda(steps: Steps): DefinitionInput {
  const fee: DefinitionInput['fee'] = {
    summary: 'Podle rozpočtu.',
    charge: {
      by: 'table',
      rows: [
        { label: 'Velký rozpočet', crowns: 1000, when: { '>': [{ sum: [{ var: 'budget' }, 'cost'] }, 100_000] } },
        { label: 'Malý rozpočet', crowns: 100 },
      ],
    },
  };
  const rules = Array.from({ length: 30 }, (_, index) => ({
    id: `rule${index}`,
    when: { var: `more${index + 1}` },
    holds: { '<=': [{ var: `count${index + 1}` }, 1000] },
    message: 'Zmenšete počet.',
    at: `count${index + 1}`,
  }));
  const attachments = [{ id: 'scan', label: 'Kopie', when: { '>': [{ count: [{ var: 'budget' }] }, 100] } }];
  return { ...plainAgenda(steps), fee, attachments, rules };
}

/** What an agenda has beside its questions, as little of it as may be. */
export function plainAgenda(steps: Steps): DefinitionInput {
  return {
    format: 1,
    slug: 'velka',
    title: 'Velká agenda',
    summary: 'Největší, jaká smí být.',
    audiences: ['obcan'],
    lifeSituations: ['podnikani'],
    department: 'dotaci',
    whoMayFile: { text: 'Kdokoli.', identity: 'none' },
    duration: 'Dlouho.',
    fee: { summary: 'Zdarma.' },
    visit: { needed: false, text: 'Nikam nechoďte.' },
    law: [{ provision: '§ 1', text: 'Zákon.' }],
    steps,
    applicant: { name: 'name', email: 'email', phone: 'phone' },
    plan: [{ id: 'work', title: 'Vyřízení', department: 'dotaci', targetDays: 30 }],
    clock: { days: 30, unit: 'calendar', provision: 'Zákon.' },
  };
}

function entriesOf({ steps }: Definition): Entries {
  const fields = steps.flatMap(step => step.fields);
  return Object.fromEntries(fields.flatMap(field => entryOf(field)));
}

function entryOf(field: Definition['steps'][number]['fields'][number], number = 0): [string, Entry][] {
  const typed = typedInto(field.type, number);
  if (field.type === 'group') {
    const rows = Array.from({ length: rowCount }, (_, index) =>
      Object.fromEntries(field.fields.flatMap((inner, column) => entryOf(inner, index * 20 + column))),
    );
    return [[field.id, rows]];
  }
  return typed === undefined ? [] : [[field.id, typed]];
}
