import { itemsOf } from '../entries.ts';
import { lineLimit, type FieldKind } from './kind.ts';

export const severalOf: FieldKind<'severalOf'> = {
  shape: 'ticks',
  maxTyped: lineLimit,
  read(field, entry) {
    const chosen = itemsOf(entry);
    if (chosen.length === 0) return undefined;
    const offered = field.options.map(option => option.value);
    if (!chosen.every(value => offered.includes(value))) return { error: 'Vyberte jen z\u00a0nabízených možností' };
    // In the order of the form, whatever order the browser sent.
    return { value: offered.filter(value => chosen.includes(value)) };
  },
  present: (field, value) => field.options.filter(option => value.includes(option.value)).map(option => option.label),
  missing: field =>
    `Vyberte aspoň jednu možnost u\u00a0${field.label.endsWith('?') ? 'otázky' : 'údaje'} „${field.label}“`,
};
