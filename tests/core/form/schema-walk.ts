import { z } from 'zod';

/** One way to change one property of a document. */
export interface Mutation {
  /** Where and how, e.g. "steps.1.title: +". */
  name: string;
  document: unknown;
}

type Schema = z.core.$ZodType;
type Path = (string | number)[];

/**
 * Every way to change one property of a document of this schema: texts and numbers become others, what may be left out is
 * left out, lists lose, gain and swap items. `said` gains the properties of the schema that the document says.
 */
export function mutationsOf(schema: Schema, document: unknown, said = new Set<string>()): Mutation[] {
  return [...mutations(schema, document, { path: [], schemaPath: '', said })].map(({ path, how, value }) => ({
    name: `${path.join('.')}: ${how}`,
    document: withValue(document, path, value),
  }));
}

/** Every property a document of this schema may say. */
export function propertiesOf(schema: Schema, path = ''): string[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([key, property]) => [
      `${path}.${key}`,
      ...propertiesOf(property as Schema, `${path}.${key}`),
    ]);
  }
  if (inner instanceof z.ZodArray) return propertiesOf(inner.element, `${path}[]`);
  if (inner instanceof z.ZodDiscriminatedUnion) {
    return inner.options.flatMap(option => propertiesOf(option, `${path}<${discriminatorOf(inner, option)}>`));
  }
  return [];
}

interface Place {
  path: Path;
  schemaPath: string;
  said: Set<string>;
}

interface Step {
  path: Path;
  how: string;
  value: unknown;
}

const absent = Symbol('absent');

function* mutations(schema: Schema, value: unknown, place: Place): Generator<Step> {
  const { path, schemaPath } = place;
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) {
    for (const [key, property] of Object.entries(inner.shape)) {
      const found = (value as Record<string, unknown>)[key];
      if (found === undefined) continue;
      const at = { ...place, path: [...path, key], schemaPath: `${schemaPath}.${key}` };
      place.said.add(at.schemaPath);
      if (property instanceof z.ZodOptional) yield { path: at.path, how: 'left out', value: absent };
      yield* mutations(property as Schema, found, at);
    }
    return;
  }
  if (inner instanceof z.ZodArray) {
    const list = value as unknown[];
    if (list.length > 1) yield { path, how: 'without the last', value: list.slice(0, -1) };
    if (list.length > 1) yield { path, how: 'turned round', value: list.toReversed() };
    for (const [index, item] of list.entries()) {
      yield* mutations(inner.element, item, { ...place, path: [...path, index], schemaPath: `${schemaPath}[]` });
    }
    return;
  }
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const name = (value as Record<string, string>)[inner.def.discriminator];
    const option = inner.options.find(candidate => discriminatorOf(inner, candidate) === name);
    if (option) yield* mutations(option, value, { ...place, schemaPath: `${schemaPath}<${name ?? ''}>` });
    return;
  }
  if (inner instanceof z.ZodEnum) {
    for (const other of inner.options) if (other !== value) yield { path, how: String(other), value: other };
    return;
  }
  if (inner instanceof z.ZodRecord) {
    const record = value as Record<string, unknown>;
    const [first = ''] = Object.keys(record);
    yield { path, how: 'one more', value: { ...record, another: 'Text' } };
    yield { path, how: 'one else', value: { ...record, [first]: 'Jiný text' } };
    return;
  }
  if (inner instanceof z.ZodLiteral) return;
  if (inner instanceof z.ZodUnion) yield { path, how: 'another formula', value: { '>': [{ var: 'area' }, 7] } };
  else if (typeof value === 'boolean') yield { path, how: 'the other', value: !value };
  else if (typeof value === 'number') yield { path, how: 'more', value: value + 1 };
  else if (typeof value === 'string') {
    yield { path, how: 'longer', value: `${value}x` };
    yield { path, how: 'another', value: 'jiny' };
  }
}

function bare(schema: Schema): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return bare(schema.unwrap());
  return schema;
}

function discriminatorOf(union: z.ZodDiscriminatedUnion, option: Schema): string {
  const literal = (option as z.ZodObject).shape[union.def.discriminator] as z.ZodLiteral<string>;
  return literal.value;
}

function withValue(document: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(document);
  let found = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) found = found[key] as typeof found;
  const last = path.at(-1) ?? '';
  if (value === absent) Reflect.deleteProperty(found, last);
  else found[last] = value;
  return copy;
}
