import type { FieldOf, RowField } from '../definition.ts';
import { conditionSchema, conjuncts } from './condition-schema.ts';
import { idsOf, isRequired, objectSchema, type Asked } from './object-schema.ts';
import { allOf, anyOf, type JsonSchema } from './schema.ts';

/** The rows of a repeating group; `rowField` describes the answer to one question of a row. */
export function groupSchema(group: FieldOf<'group'>, rowField: (field: RowField) => JsonSchema): JsonSchema {
  return {
    title: group.label,
    ...(group.hint !== undefined && { description: group.hint }),
    type: 'array',
    minItems: group.required ? Math.max(group.min, 1) : 1,
    maxItems: group.max,
    items: { title: group.rowLabel, ...objectSchema(rowOf(group), { schemaOf: rowField, more: answeredRow(group) }) },
  };
}

/** A row in which nothing is answered is none; a computed value answers nothing. */
function answeredRow({ fields }: FieldOf<'group'>): JsonSchema[] {
  if (fields.some(field => isRequired(field) && field.when === undefined)) return [];
  const questions = fields.filter(({ type }) => type !== 'computed');
  return [anyOf(questions.map(({ id }) => ({ required: [id] })))];
}

/** What rows of a group have to keep because of answers before it, which the schema of a row by itself cannot see. */
export function groupClauses(group: FieldOf<'group'>, before: ReadonlySet<string>): JsonSchema[] {
  const asked = rowOf(group);
  const within = idsOf(asked);
  return asked.flatMap(({ field, conditions }) => {
    const outer = conditions.map(condition => conditionSchema(condition, before));
    const inner = conditions.map(condition => conditionSchema(condition, within));
    const outside = allOf(outer.filter(schema => schema !== undefined));
    if (typeof outside === 'boolean') return [];
    const isSaid = conditions.every((_condition, index) => outer[index] !== undefined || inner[index] !== undefined);
    const inside = allOf(inner.filter(schema => schema !== undefined));
    const required = { required: [field.id] };
    const demand = inside === true ? required : { if: inside, then: required };
    return [
      {
        if: outside,
        ...(isSaid && isRequired(field) && { then: inRows(group, demand) }),
        else: inRows(group, { properties: { [field.id]: false } }),
      },
    ];
  });
}

function rowOf(group: FieldOf<'group'>): Asked<RowField>[] {
  return group.fields.map(field => ({ field, conditions: conjuncts(field.when) }));
}

function inRows({ id }: FieldOf<'group'>, items: JsonSchema): JsonSchema {
  return { properties: { [id]: { items } } };
}
