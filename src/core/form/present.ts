import type { Value } from './answers.ts';
import type { Field } from './definition.ts';
import { kindOf } from './fields/index.ts';

/** An answer as people read it, line by line; for the summary, the PDF and the desk. An explanation has none. */
export function present(field: Field, value: Value): string[] {
  return field.type === 'explanation' ? [] : kindOf(field).present(field, value);
}
