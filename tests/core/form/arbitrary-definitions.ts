import fc from 'fast-check';

import type { Definition, DefinitionInput, Logic } from '../../../src/core/form/definition.ts';
import { aDefinition, parsed } from './definitions.ts';

type FieldInput = DefinitionInput['steps'][number]['fields'][number];
type RowFieldInput = Extract<FieldInput, { type: 'group' }>['fields'][number];

/** Agendas of all types of fields in any order, with conditions about what was asked before. */
export const definitions: fc.Arbitrary<Definition> = fc
  .tuple(
    fc.array(recipe(), { minLength: 3, maxLength: 9 }),
    fc.option(condition(), { nil: undefined }),
    fc.nat({ max: 8 }),
  )
  .map(([recipes, stepCondition, cut]) => {
    const fields: FieldInput[] = [];
    recipes.forEach((one, index) => fields.push(fieldOf(one, `f${index}`, fields)));
    const [first, second] = [fields.slice(0, cut), fields.slice(cut)];
    const when = stepCondition && logicOf(stepCondition, first);
    return parsed(
      aDefinition([
        ...(first.length > 0 ? [{ id: 'first', title: 'První', fields: first }] : []),
        ...(second.length > 0 ? [{ id: 'second', title: 'Druhý', ...(when && { when }), fields: second }] : []),
      ]),
    );
  });

interface Condition {
  /** Which of the fields before. */
  about: number;
  comparison: number;
  and?: Condition | undefined;
  or?: Condition | undefined;
  not: boolean;
}

interface Recipe {
  type: number;
  required: boolean;
  when: Condition | undefined;
  bound: number;
  isTight: boolean;
  columns: Recipe[];
}

function condition(depth = 0): fc.Arbitrary<Condition> {
  const inner = depth < 1 ? fc.option(condition(depth + 1), { nil: undefined, freq: 2 }) : fc.constant(undefined);
  return fc.record({ about: fc.nat(100), comparison: fc.nat(12), and: inner, or: inner, not: fc.boolean() });
}

function recipe(depth = 0): fc.Arbitrary<Recipe> {
  return fc.record({
    type: fc.nat(),
    required: fc.boolean(),
    when: fc.option(condition(), { nil: undefined, freq: 3 }),
    bound: fc.nat(20),
    isTight: fc.boolean(),
    columns: depth < 1 ? fc.array(recipe(1), { minLength: 1, maxLength: 3 }) : fc.constant([]),
  });
}

const options = [
  { value: 'a', label: 'Á' },
  { value: 'b', label: 'Bé' },
  { value: 'c', label: 'Cé' },
];

type Make = (common: { id: string; label: string; required: boolean }, recipe: Recipe) => RowFieldInput;

const questions: Make[] = [
  (common, { bound, isTight }) => ({ ...common, type: 'text', ...(isTight && { maxLength: bound + 1 }) }),
  (common, { bound }) => ({ ...common, type: 'text', digits: bound + 1 }),
  common => ({ ...common, type: 'longText' }),
  (common, { bound, isTight }) => ({
    ...common,
    type: 'number',
    decimals: bound % 3,
    ...(isTight && { min: -bound, max: bound }),
  }),
  (common, { bound, isTight }) => ({ ...common, type: 'money', ...(isTight && { min: bound, max: bound * 100 }) }),
  (common, { bound, isTight }) => ({ ...common, type: 'date', ...(isTight && { minDaysFromToday: -bound }) }),
  common => ({ ...common, type: 'time' }),
  common => ({ ...common, type: 'yesNo' }),
  common => ({ ...common, type: 'yesNo' }),
  common => ({ ...common, type: 'oneOf', options }),
  common => ({ ...common, type: 'oneOf', options }),
  common => ({ ...common, type: 'severalOf', options }),
  common => ({ ...common, type: 'email' }),
  common => ({ ...common, type: 'phone' }),
  common => ({ ...common, type: 'address' }),
  (common, { bound }) => ({ ...common, type: 'person', ask: (['born', 'address'] as const).slice(0, bound % 3) }),
  (common, { isTight }) => ({ ...common, type: 'organisation', ask: isTight ? ['address'] : [] }),
  common => ({ ...common, type: 'birthNumber', reason: 'Zákon.' }),
  common => ({ ...common, type: 'ico' }),
  common => ({ ...common, type: 'bankAccount' }),
  common => ({ ...common, type: 'dataBox' }),
  common => ({ ...common, type: 'licencePlate' }),
  common => ({ ...common, type: 'landParcel' }),
  common => ({ ...common, type: 'declaration' }),
  ({ id, label }) => ({ id, label, type: 'computed', value: { '+': [1, 2] } }),
];

function fieldOf(made: Recipe, id: string, before: FieldInput[]): FieldInput {
  const when = made.when && logicOf(made.when, before);
  const asked = { ...(when !== undefined && { when }) };
  const kind = made.type % (questions.length + 4);
  const label = `Otázka ${id}`;
  switch (kind) {
    case questions.length:
      return { type: 'heading', id, label, ...asked };
    case questions.length + 1:
      return { type: 'file', id, label, ...asked };
    case questions.length + 2:
    case questions.length + 3:
      return {
        type: 'group',
        id,
        label,
        rowLabel: 'Řádek',
        required: made.required,
        ...rowsOf(made, id, before),
        ...asked,
      };
    default:
      return { ...rowFieldOf(made, kind, id), ...asked };
  }
}

function rowFieldOf(made: Recipe, kind: number, id: string): RowFieldInput {
  const make = questions[kind % questions.length] as Make;
  return make({ id, label: `Otázka ${id}`, required: made.required }, made);
}

/** Conditions in a row ask about the row's earlier fields as well as about those before the group. */
function rowsOf({ columns, bound }: Recipe, id: string, before: FieldInput[]) {
  const fields: RowFieldInput[] = [];
  columns.forEach((column, index) => {
    const when = column.when && logicOf(column.when, [...before, ...fields]);
    const field = rowFieldOf(column, column.type, `${id}c${index}`);
    fields.push({ ...field, ...(when !== undefined && { when }) });
  });
  return { min: bound % 3, max: (bound % 3) + 2, fields };
}

function logicOf({ about, comparison, and, or, not }: Condition, before: FieldInput[]): Logic | undefined {
  const asked = before.filter(({ type }) => !['heading', 'file', 'explanation'].includes(type));
  const field = asked[about % asked.length];
  if (field === undefined) return undefined;
  const plain = comparisonOf(field, comparison);
  const logic = not ? { '!': [plain] } : plain;
  const more = (and ?? or) && logicOf((and ?? or) as Condition, before);
  return more === undefined ? logic : { [and === undefined ? 'or' : 'and']: [logic, more] };
}

/** What a condition may ask about an answer of that kind. */
function comparisonOf(field: FieldInput, comparison: number): Record<string, unknown> {
  const answer = { var: field.id };
  const operator = ['==', '!=', '<', '<=', '>', '>='][comparison % 6] as string;
  const equality = comparison % 2 === 0 ? '==' : '!=';
  switch (field.type) {
    case 'yesNo':
      return comparison > 9 ? { '!!': [answer] } : { [equality]: [answer, comparison % 3 === 0] };
    case 'declaration':
      return { [equality]: [answer, true] };
    case 'oneOf':
      return comparison > 6 ? { in: [answer, ['a', 'b']] } : { [equality]: [answer, 'b'] };
    case 'severalOf':
      return comparison > 6 ? { '>=': [{ count: [answer] }, 2] } : { in: ['a', answer] };
    case 'group':
      return comparison > 6 ? { '>': [{ count: [answer] }, 1] } : { '!!': [answer] };
    case 'number':
    case 'money':
    case 'computed':
      return comparison > 9 ? { '<': [1, answer, 10] } : { [operator]: [answer, comparison] };
    case 'date':
      return comparison > 9 ? { [operator]: ['2026-06-01', answer] } : { [operator]: [answer, '2026-05-20'] };
    case 'time':
      return { [operator]: [answer, '12:00'] };
    case 'address':
      return { [equality]: [{ var: `${field.id}.zip` }, '50002'] };
    default:
      return comparison > 6 ? { '==': [answer, null] } : { '!!': [answer] };
  }
}
