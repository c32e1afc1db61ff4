import fc from 'fast-check';

import type { Definition, Field, Logic, QuestionType, RowField } from '../../../src/core/form/definition.ts';
import { fieldSchema, fieldTypes, isQuestion } from '../../../src/core/form/definition.ts';
import { aDefinition, parsed } from './definitions.ts';

const types = fieldTypes.filter(type => isQuestion({ type } as Field)) as QuestionType[];

const options = ['a', 'b', 'c'].map(value => ({ value, label: value }));

/**
 * Agendas of some questions, each asked by a condition on those before it; in rows of groups, on the row's own too. The
 * conditions are all of the sort that JSON Schema can say.
 */
export const randomDefinitions: fc.Arbitrary<Definition> = fc
  .array(fc.record({ type: fc.constantFrom(...types, 'group' as const), required: fc.boolean() }), {
    minLength: 2,
    maxLength: 7,
  })
  .chain(plans =>
    plans.reduce<fc.Arbitrary<Field[]>>(
      (fields, plan, index) =>
        fields.chain(before => fieldAfter(before, { ...plan, id: `q${index}` }).map(field => [...before, field])),
      fc.constant([]),
    ),
  )
  .chain(fields => conditionOn(fields.slice(0, 1)).map(when => definitionOf(fields, when)));

function definitionOf([first, ...rest]: Field[], when: Logic): Definition {
  const half = Math.ceil(rest.length / 2);
  const steps = [
    { id: 's1', title: 'První', fields: first === undefined ? [] : [first, ...rest.slice(0, half)] },
    { id: 's2', title: 'Druhý', when, fields: rest.slice(half) },
  ];
  return parsed(aDefinition(steps.filter(({ fields }) => fields.length > 0)));
}

interface Planned {
  id: string;
  type: QuestionType | 'group';
  required: boolean;
}

function fieldAfter(before: Field[], planned: Planned): fc.Arbitrary<Field> {
  const field = fc
    .option(conditionOn(before), { nil: undefined })
    .map(when => ({ ...base(planned), ...(when !== undefined && { when }) }));
  if (planned.type !== 'group') return field.map(input => fieldSchema.parse(input));
  return fc
    .tuple(field, rowFields(before, planned.id))
    .map(([input, fields]) => fieldSchema.parse({ ...input, fields }));
}

/** The first one is asked in every row, so that no row is blank. */
function rowFields(before: Field[], id: string): fc.Arbitrary<RowField[]> {
  const first = fieldSchema.parse(base({ id: `${id}first`, type: 'oneOf', required: true })) as RowField;
  const more = fc.constantFrom(...types).chain(type => {
    const known = fc.constantFrom([first], before, [...before, first]);
    return known.chain(fields => fieldAfter(fields, { id: `${id}more`, type, required: true }));
  });
  return more.map(field => [first, field as RowField]);
}

function base({ id, type, required }: Planned): object {
  const common = { type, id, label: id, required };
  switch (type) {
    case 'oneOf':
    case 'severalOf':
      return { ...common, options };
    case 'number':
      return { ...common, min: -1, max: 4 };
    case 'text':
      return { ...common, maxLength: 20 };
    case 'person':
      return { ...common, ask: ['born', 'address'] };
    case 'organisation':
      return { ...common, ask: ['address'] };
    case 'birthNumber':
      return { ...common, reason: 'Zákon.' };
    case 'group':
      return { ...common, rowLabel: 'Řádek', min: 0, max: 3 };
    default:
      return common;
  }
}

function conditionOn(fields: Field[]): fc.Arbitrary<Logic> {
  if (fields.length === 0) return fc.constant(true);
  const atom = fc.constantFrom(...fields).chain(atomOn);
  const both = fc.tuple(atom, atom);
  return fc.oneof(
    { weight: 3, arbitrary: atom },
    both.map(and => ({ and })),
    both.map(or => ({ or })),
    atom.map(inner => ({ '!': [inner] })),
    both.map(([left, right]) => ({ and: [left, { '!': [{ or: [left, right] }] }] })),
  );
}

function atomOn({ type, id }: Field): fc.Arbitrary<Logic> {
  const variable = { var: id };
  const answered = [{ '!!': [variable] }, { '!': [variable] }, { '!=': [variable, null] }];
  switch (type) {
    case 'oneOf':
      return fc.constantFrom<Logic>(
        ...answered,
        { '==': [variable, 'a'] },
        { '!=': ['b', variable] },
        { in: [variable, ['a', 'c']] },
      );
    case 'severalOf':
      return fc.constantFrom<Logic>(...answered, { in: ['a', variable] }, { '!': [{ in: ['b', variable] }] });
    case 'yesNo':
      return fc.constantFrom<Logic>(...answered, variable, { '==': [variable, false] }, { '!=': [variable, true] });
    case 'number':
      return fc
        .tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), fc.integer({ min: -1, max: 4 }), fc.boolean())
        .map(([operator, bound, isTurned]) => ({ [operator]: isTurned ? [bound, variable] : [variable, bound] }))
        .chain(comparison => fc.constantFrom<Logic>(...answered, comparison, { '<': [0, variable, 3] }));
    case 'address':
      return fc.constantFrom<Logic>(...answered, { '==': [{ var: `${id}.zip` }, '50002'] });
    default:
      return fc.constantFrom<Logic>(...answered);
  }
}
