import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

import type { Entries, Entry } from '../../../src/core/form/answers.ts';
import {
  isQuestion,
  type Definition,
  type DefinitionInput,
  type Field,
  type FieldOf,
} from '../../../src/core/form/definition.ts';
import { evaluateFields } from '../../../src/core/form/evaluate.ts';
import { everyType, parsed } from './definitions.ts';
import { richDefinition } from './rich-definition.ts';

export const today = Temporal.PlainDate.from('2026-05-04');

export interface Filing {
  definition: Definition;
  entries: Entries;
}

/** The agendas of the city, each with an example of a filing. */
export const examples: Filing[] = readdirSync('prisma/seed/agendas').map(file => ({
  definition: parsed(readJson(`prisma/seed/agendas/${file}`) as DefinitionInput),
  entries: readJson(`tests/core/form/examples/${file}`) as Entries,
}));

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const definitions = [parsed(everyType), richDefinition, ...examples.map(({ definition }) => definition)];

/** Mostly what people type, sometimes nonsense, sometimes nothing. */
export const filings: fc.Arbitrary<Filing> = fc.constantFrom(...definitions).chain(definition =>
  recordOf(fieldsOf(definition), { entryOf: anyEntry, isThere: () => false }).map(entries => ({
    definition,
    entries,
  })),
);

/** What would be right in a form where every question is asked; what is optional is sometimes left out. */
export function rightEntries(fields: readonly Field[]): fc.Arbitrary<Entries> {
  return recordOf(fields, { entryOf: rightEntry, isThere: field => 'required' in field && field.required });
}

export function fieldsOf({ steps }: Definition): Field[] {
  return steps.flatMap(({ fields }) => fields);
}

interface Typing {
  entryOf: (field: Field) => fc.Arbitrary<Entry>;
  isThere: (field: Field) => boolean;
}

function recordOf(fields: readonly Field[], { entryOf, isThere }: Typing): fc.Arbitrary<Entries> {
  const typed = fields.filter(field => field.type === 'group' || isQuestion(field));
  const requiredKeys = typed.filter(isThere).map(({ id }) => id);
  return fc.record(Object.fromEntries(typed.map(field => [field.id, entryOf(field)])), { requiredKeys });
}

function anyEntry(field: Field): fc.Arbitrary<Entry> {
  const lines = ['x', '12,5', '1 250,50', ' dva\tslova ', '203 003 400 123 456', 'první\r\ndruhý'];
  return fc.oneof(
    { weight: 5, arbitrary: rightEntry(field) },
    fc.constantFrom<Entry>(...lines, { street: 'Střelecká 1' }),
    fc.string(),
    fc.anything() as fc.Arbitrary<Entry>,
  );
}

/** What the field takes when it is asked and nothing else is known. */
export function rightEntry(field: Field): fc.Arbitrary<Entry> {
  const asked = { ...field, when: true };
  const isTaken = (entry: Entry) =>
    evaluateFields([asked], { [field.id]: entry }, { today }).answers[field.id] !== undefined;
  return plausible(field).filter(isTaken);
}

const address = { street: 'Střelecká 1', city: 'Hradec Králové', zip: '500 02' };
const born = { day: '1', month: '2', year: '1980' };

function plausible(field: Field): fc.Arbitrary<Entry> {
  switch (field.type) {
    case 'text':
      return field.digits === undefined
        ? line
        : fc.constantFrom('0', '1', '7').map(digit => digit.repeat(field.digits ?? 1));
    case 'number':
      return figure({ min: field.min, max: field.max, decimals: field.decimals });
    case 'money':
      return figure({ min: field.min ?? 0, max: field.max, decimals: 2 });
    case 'date':
      return day(field);
    case 'time':
      return fc.constantFrom('8', '14.30', '22:15');
    case 'yesNo':
      return fc.constantFrom('yes', 'no');
    case 'declaration':
      return fc.constant('yes');
    case 'oneOf':
      return fc.constantFrom(...field.options.map(option => option.value));
    case 'severalOf':
      return fc.shuffledSubarray(
        field.options.map(option => option.value),
        { minLength: 1 },
      );
    case 'email':
      return fc.oneof(fc.emailAddress(), fc.constant('Jan.Novak@Example.CZ'));
    case 'phone':
      return fc.constantFrom('777 123 456', '+421 905 123 456');
    case 'address':
      return fc.constantFrom(address, { ...address, zip: '11000' });
    case 'person':
      return fc.constantFrom({ given: 'Jan', family: 'Novák', ...born, ...address });
    case 'organisation':
      return fc.constantFrom({ name: 'Spolek, z. s.', ico: '268810', ...address });
    case 'birthNumber':
      return fc.constantFrom('736028/5163');
    case 'ico':
      return fc.constantFrom('268810', '00268810');
    case 'bankAccount':
      return fc.constantFrom('19-2000145399/0800', '2000145399 / 0800');
    case 'dataBox':
      return fc.constant('BEBB2IN');
    case 'licencePlate':
      return fc.constantFrom('1h2 3456', 'HKA 12-34');
    case 'landParcel':
      return fc.constantFrom({ area: 'Kukleny', parcel: '1234/5' }, { area: 'Malšovice', parcel: 'ST.12' });
    case 'group':
      return rowsOf(field);
    default:
      return line;
  }
}

const line = fc.oneof(fc.constantFrom('Alík', ' dva\tslova ', 'první\r\ndruhý', 'Ž'), fc.string({ unit: 'grapheme' }));

function figure({ min = -20, max = Math.max(min, 0) + 1000, decimals }: Range): fc.Arbitrary<string> {
  const scale = 10 ** decimals;
  return fc
    .integer({ min: Math.ceil(min * scale), max: Math.floor(max * scale) })
    .map(count => (count / scale).toFixed(decimals).replace('.', ','));
}

type Range = { min?: number | undefined; max?: number | undefined; decimals: number };

function day({ minDaysFromToday: min, maxDaysFromToday: max }: FieldOf<'date'>): fc.Arbitrary<Entry> {
  const first = min ?? (max ?? 0) - 400;
  return fc.integer({ min: first, max: max ?? first + 800 }).map(days => {
    const date = today.add({ days });
    return { day: String(date.day), month: String(date.month), year: String(date.year) };
  });
}

function rowsOf({ fields, min, max }: FieldOf<'group'>): fc.Arbitrary<Entries[]> {
  const least = Math.max(min, 1);
  return fc.array(rightEntries(fields), { minLength: least, maxLength: Math.min(max, least + 2) });
}
