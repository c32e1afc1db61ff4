import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind } from './kind.ts';
import { textProblem } from './typed-text.ts';

export const text: FieldKind<'text'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(field, entry) {
    // A tab comes from a pasted table and means a space.
    const value = lineOf(entry).replaceAll('\t', ' ');
    if (value === '') return undefined;
    const error = textProblem(value, field.maxLength, 'one line');
    return error === undefined ? { value } : { error };
  },
  present: (_field, value) => [value],
  missing: askToFill,
};
