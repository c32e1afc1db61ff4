import { lineOf } from '../entries.ts';
import { askToFill, lineLimit, type FieldKind, type Reading } from './kind.ts';
import { textProblem } from './typed-text.ts';

export const text: FieldKind<'text'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(field, entry) {
    // A tab comes from a pasted table and means a space.
    const value = lineOf(entry).replaceAll('\t', ' ');
    if (value === '') return undefined;
    if (field.digits !== undefined) return readDigits(value, field.digits);
    const error = textProblem(value, field.maxLength, 'one line');
    return error === undefined ? { value } : { error };
  },
  present: (_field, value) => [value],
  missing: askToFill,
};

function readDigits(typed: string, count: number): Reading<string> {
  const value = typed.replace(/\s/g, '');
  if (!/^\d+$/.test(value)) return { error: `Zadejte jen číslice, má jich být ${count}` };
  return value.length === count ? { value } : { error: `Zadejte ${digits(count)}, teď jich je ${value.length}` };
}

function digits(count: number): string {
  const noun = { one: 'číslici', few: 'číslice' }[new Intl.PluralRules('cs').select(count) as string] ?? 'číslic';
  return `${count}\u00a0${noun}`;
}
