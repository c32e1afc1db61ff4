import { isQuestion, type Field } from '../core/form/definition.ts';
import type { FieldState } from '../core/form/field-state.ts';
import { shapeOf } from '../core/form/fields/index.ts';
import { rowPrefix } from '../core/form/read-entries.ts';
import type { FormError } from './input.ts';

/** What the error summary says of a field. Each line leads to the very box that is to be mended, in its row. */
export function errorsOf(state: FieldState): FormError[] {
  const { field, rows = [] } = state;
  return [
    ...errorAt(state, ''),
    ...rows.flatMap((row, index) =>
      row.fields
        .flatMap(inner => errorAt(inner, rowPrefix(field.id, index)))
        .map(error => ({ ...error, message: `${rowTitle(field, index)}: ${error.message}` })),
    ),
  ];
}

/** "Položka 3", as the row itself is titled. */
function rowTitle(field: Field, index: number): string {
  return `${field.type === 'group' ? field.rowLabel : field.label} ${index + 1}`;
}

function errorAt({ field, error, errorPart }: FieldState, prefix: string): FormError[] {
  if (error === undefined) return [];
  const id = prefix + field.id;
  const shape = isQuestion(field) ? shapeOf(field) : 'line';
  const part = typeof shape === 'string' ? undefined : (errorPart ?? shape[0]);
  return [{ field: part === undefined ? id : `${id}-${part}`, message: error }];
}
