import type { Question } from '../definition.ts';
import { lineOf } from '../entries.ts';
import { lineLimit, type FieldKind } from './kind.ts';

export const oneOf: FieldKind<'oneOf'> = {
  shape: 'line',
  maxTyped: lineLimit,
  read(field, entry) {
    const value = lineOf(entry);
    if (value === '') return undefined;
    if (!field.options.some(option => option.value === value))
      return { error: 'Vyberte jednu z\u00a0nabízených možností' };
    return { value };
  },
  present: (field, value) => [field.options.find(option => option.value === value)?.label ?? value],
  missing: askToChoose,
};

export function askToChoose(question: Question): string {
  return `Vyberte odpověď u\u00a0${question.label.endsWith('?') ? 'otázky' : 'údaje'} „${question.label}“`;
}
