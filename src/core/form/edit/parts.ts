import type { z } from 'zod';
import { shapeMessage } from '../check-shape.ts';
import { sketchSchema, type Field, type RowField, type Step } from '../definition.ts';
import type { Problem } from '../problem.ts';

const { steps } = sketchSchema.shape;

/** Reads the parts of a sketch an author has filled in; what does not fit is told in Czech, by property. */
export const readStep = (input: unknown): Read<Step> => read(steps.element, input);
export const readField = (input: unknown): Read<Field> => read(steps.element.shape.fields.element, input);

export type Read<T> = { ok: true; value: T } | { ok: false; reason: 'invalid'; problems: Problem[] };

function read<T>(schema: z.ZodType<T>, input: unknown): Read<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map(issue => ({ path: issue.path.join('.'), message: shapeMessage(issue) }));
  return { ok: false, reason: 'invalid', problems };
}

/** Rows hold questions and computed values, nothing that has a life of its own. */
export function isRowField(field: Field): field is RowField {
  return field.type !== 'group' && field.type !== 'file' && field.type !== 'heading' && field.type !== 'explanation';
}
