import type { Entries, Entry } from '../src/core/form/answers.ts';
import { checkDefinition } from '../src/core/form/check-definition.ts';
import type { Definition, DefinitionInput } from '../src/core/form/definition.ts';

type Steps = DefinitionInput['steps'];
type Fields = Steps[number]['fields'];
type Rows = Extract<Fields[number], { type: 'group' }>['fields'];

const stepCount = 40;
const rowCount = 200;

/**
 * The largest form an agenda may be, every kind of work in it: 40 steps, 400 fields, a group of 200 rows; a third of the
 * fields under conditions, computed values that build on each other, a sum over the rows, rules and a fee by table.
 */
export function largeForm(): { definition: Definition; entries: Entries } {
  const steps: Steps = Array.from({ length: stepCount }, (_, index) => stepAt(index));
  const checked = checkDefinition(agenda(steps));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems[0]));
  return { definition: checked.definition, entries: entriesOf(checked.definition) };
}

/** Who files in the first step, rows in the last one; in the others nine questions and a computed value. */
function stepAt(index: number): Steps[number] {
  const when = index % 4 === 3 ? { when: { '==': [{ var: `kind${index - 1}` }, 'b'] } } : {};
  const fields = index === 0 ? contact : index === stepCount - 1 ? [group] : fieldsAt(index);
  return { id: `step${index}`, title: `Krok ${index}`, fields, ...when };
}

const contact: Fields = [
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
    { type: 'text', id: `text${index}`, label: `Název ${index}`, when: isKind },
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

const options = ['a', 'b', 'c', 'd'].map(value => ({ value, label: `Možnost ${value}` }));

const row: Rows = [
  { type: 'text', id: 'item', label: 'Položka' },
  { type: 'oneOf', id: 'sort', label: 'Druh', options },
  { type: 'number', id: 'amount', label: 'Množství', min: 0 },
  { type: 'money', id: 'price', label: 'Cena za kus' },
  { type: 'date', id: 'day', label: 'Den' },
  { type: 'text', id: 'note', label: 'Poznámka', required: false, when: { '==': [{ var: 'sort' }, 'b'] } },
  { type: 'yesNo', id: 'paid', label: 'Zaplaceno?', when: { '>': [{ var: 'price' }, { var: 'count0' }] } },
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
  const rules = Array.from({ length: 30 }, (_, index) => ({
    id: `rule${index}`,
    when: { var: `more${index + 1}` },
    holds: { '<=': [{ var: `count${index + 1}` }, 1000] },
    message: 'Zmenšete počet.',
    at: `count${index + 1}`,
  }));
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
    fee: {
      summary: 'Podle rozpočtu.',
      charge: {
        by: 'table',
        rows: [
          { label: 'Velký rozpočet', crowns: 1000, when: { '>': [{ sum: [{ var: 'budget' }, 'cost'] }, 100_000] } },
          { label: 'Malý rozpočet', crowns: 100 },
        ],
      },
    },
    visit: { needed: false, text: 'Nikam nechoďte.' },
    law: [{ provision: '§ 1', text: 'Zákon.' }],
    steps,
    attachments: [{ id: 'scan', label: 'Kopie', when: { '>': [{ count: [{ var: 'budget' }] }, 100] } }],
    rules,
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
      Object.fromEntries(field.fields.flatMap(inner => entryOf(inner, index))),
    );
    return [[field.id, rows]];
  }
  return typed === undefined ? [] : [[field.id, typed]];
}

function typedInto(type: string, number: number): Entry | undefined {
  switch (type) {
    case 'text':
      return `Lavička do parku č. ${number}`;
    case 'longText':
      return 'Chceme postavit lavičky.\r\n'.repeat(10);
    case 'number':
      return `${10 + number}`;
    case 'money':
      return `1 ${250 + number} Kč`;
    case 'date':
      return { day: '1', month: '6', year: '2026' };
    case 'yesNo':
      return 'yes';
    case 'oneOf':
      return 'b';
    case 'severalOf':
      return ['a', 'c'];
    case 'email':
      return 'jana.novakova@example.cz';
    case 'phone':
      return '777 123 456';
    case 'ico':
      return '00268810';
    case 'bankAccount':
      return '19-2000145399/0800';
    case 'dataBox':
      return 'bebb2in';
    case 'licencePlate':
      return '1H2 3456';
    case 'time':
      return '14:30';
    case 'declaration':
      return 'yes';
    case 'address':
      return { street: 'Střelecká 1', city: 'Hradec Králové', zip: '500 02' };
    default:
      return undefined;
  }
}
