import { z } from 'zod';

import { sketchSchema } from './definition.ts';

/**
 * An agenda document, or an archive of them, as the text of a file: keys in the order of the schema, two spaces, a line end.
 * Values stay as they are, nothing is added or left out; so the export of an import is the import, and two versions can be
 * compared line by line. Takes what JSON can hold; keys the schema does not know follow in alphabetical order.
 */
export function documentText(document: unknown): string {
  return `${JSON.stringify(ordered(document, isArchive(document) ? archiveSchema : sketchSchema), null, 2)}\n`;
}

/** How many bytes of UTF-8 that text of a document has. In: what JSON can hold; the order of keys makes no difference. */
export function documentSize(document: unknown): number {
  return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`).length;
}

type Schema = z.core.$ZodType;

const archiveSchema = z.object({
  format: z.literal(1),
  sketches: z.array(z.string()),
  agendas: z.array(sketchSchema),
});

function isArchive(document: unknown): boolean {
  return typeof document === 'object' && document !== null && Object.hasOwn(document, 'agendas');
}

function ordered(value: unknown, schema: Schema | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = schema && bare(schema);
  if (Array.isArray(value)) {
    const element = known instanceof z.ZodArray ? known.element : undefined;
    return (value as unknown[]).map(item => ordered(item, element));
  }
  const shape = shapeOf(known, value);
  const keys = Object.keys(value).sort(byPlaceIn(Object.keys(shape)));
  return Object.fromEntries(
    keys.map(key => [key, ordered(Object.getOwnPropertyDescriptor(value, key)?.value, propertyOf(shape, key))]),
  );
}

function bare(schema: Schema): Schema {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? bare(schema.unwrap()) : schema;
}

type Shape = Record<string, Schema>;

/** The properties the schema has for this object; of a choice of types, those of its type. */
function shapeOf(schema: Schema | undefined, value: object): Shape {
  if (schema instanceof z.ZodObject) return schema.shape;
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return {};
  const { discriminator } = schema.def;
  const type: unknown = Object.getOwnPropertyDescriptor(value, discriminator)?.value;
  const shapes = schema.options.map(option => shapeOf(option, value));
  return shapes.find(shape => z.safeParse(propertyOf(shape, discriminator) ?? z.never(), type).success) ?? {};
}

function propertyOf(shape: Shape, key: string): Schema | undefined {
  return Object.hasOwn(shape, key) ? shape[key] : undefined;
}

function byPlaceIn(known: readonly string[]): (a: string, b: string) => number {
  const places = new Map(known.map((key, index) => [key, index]));
  const placeOf = (key: string) => places.get(key) ?? places.size;
  return (a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1);
}
