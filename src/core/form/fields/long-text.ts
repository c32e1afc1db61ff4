import { lineOf } from '../entries.ts';
import { askToFill, type FieldKind } from './kind.ts';
import { textProblem } from './typed-text.ts';

export const longText: FieldKind<'longText'> = {
  shape: 'line',
  maxTyped: 60_000,
  read(field, entry) {
    const value = lineOf(entry).replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
    if (value === '') return undefined;
    const error = textProblem(value, field.maxLength, 'lines');
    return error === undefined ? { value } : { error };
  },
  present: (_field, value) => value.split('\n'),
  missing: askToFill,
};
