/** A part of a JSON Schema: `true` allows anything, `false` nothing. */
export type JsonSchema = boolean | Keywords;
export type Keywords = { [keyword: string]: unknown };

export function allOf(schemas: JsonSchema[]): JsonSchema {
  if (schemas.includes(false)) return false;
  const [first = true, ...more] = schemas.filter(schema => schema !== true);
  return more.length === 0 ? first : { allOf: [first, ...more] };
}

export function anyOf(schemas: JsonSchema[]): JsonSchema {
  if (schemas.includes(true)) return true;
  const [first = false, ...more] = schemas.filter(schema => schema !== false);
  return more.length === 0 ? first : { anyOf: [first, ...more] };
}

export function not(schema: JsonSchema): JsonSchema {
  return typeof schema === 'boolean' ? !schema : { not: schema };
}
