import type { JsonSchema } from './schema.ts';

/** That the variable has an answer which satisfies a schema; "home.zip" is an answer within an answer. */
export function answered(variable: unknown, asked: ReadonlySet<string>, schema: JsonSchema): JsonSchema | undefined {
  if (typeof variable !== 'object' || variable === null || !('var' in variable)) return undefined;
  const path = String([variable.var].flat()[0]).split('.');
  if (!asked.has(path[0] ?? '')) return undefined;
  return path.reduceRight<JsonSchema>(
    (inner, id) => ({ type: 'object', required: [id], ...(inner !== true && { properties: { [id]: inner } }) }),
    schema,
  );
}
