import type { Field } from '../definition.ts';
import { isAnswered } from '../places.ts';
import { conditionSchema } from './condition-schema.ts';
import { allOf, type JsonSchema, type Keywords } from './schema.ts';

/** A field and everything that has to hold for it to be asked. */
export interface Asked<F extends Field = Field> {
  field: F;
  conditions: unknown[];
}

interface Judged<F extends Field> {
  field: F;
  /** As far as it can be said here. */
  condition: JsonSchema;
  /** Has to be answered whenever the condition holds. */
  isDemanded: boolean;
}

/**
 * The answers to some fields by id, and none else. Where the condition of a field holds, the answer to a required
 * question is demanded; where it does not, any answer is forbidden. `schemaOf` describes the answer to one field; `more`
 * is what else has to hold.
 */
export function objectSchema<F extends Field>(
  asked: Asked<F>[],
  { schemaOf, more = [] }: { schemaOf: (field: F) => JsonSchema; more?: JsonSchema[] },
): Keywords {
  const ids = idsOf(asked);
  const possible = asked
    .filter(({ field }) => ids.has(field.id))
    .map(one => judged(one, ids))
    .filter(({ condition }) => condition !== false);
  const always = possible.filter(({ condition, isDemanded }) => condition === true && isDemanded);
  const sometimes = possible.filter(({ condition }) => condition !== true);
  const clauses = [...Map.groupBy(sometimes, ({ condition }) => JSON.stringify(condition)).values()].map(clause);
  return {
    type: 'object',
    properties: Object.fromEntries(possible.map(({ field }) => [field.id, schemaOf(field)])),
    required: always.map(({ field }) => field.id),
    additionalProperties: false,
    ...(clauses.length + more.length > 0 && { allOf: [...clauses, ...more] }),
  };
}

/** Of those that have an answer. */
export function idsOf(asked: Asked[]): ReadonlySet<string> {
  return new Set(asked.filter(({ field }) => isAnswered(field)).map(({ field }) => field.id));
}

export function isRequired(field: Field): boolean {
  return 'required' in field && field.required;
}

function judged<F extends Field>({ field, conditions }: Asked<F>, ids: ReadonlySet<string>): Judged<F> {
  const schemas = conditions.map(condition => conditionSchema(condition, ids));
  const said = schemas.filter(schema => schema !== undefined);
  return { field, condition: allOf(said), isDemanded: isRequired(field) && said.length === schemas.length };
}

/** Of fields with the same condition. */
function clause<F extends Field>(fields: Judged<F>[]): JsonSchema {
  const demanded = fields.filter(({ isDemanded }) => isDemanded).map(({ field }) => field.id);
  return {
    if: fields[0]?.condition,
    ...(demanded.length > 0 && { then: { required: demanded } }),
    else: { properties: Object.fromEntries(fields.map(({ field }) => [field.id, false])) },
  };
}
