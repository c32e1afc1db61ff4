import type { Refused } from '../../core/form/edit/edited.ts';
import type { FormError } from '../../web/input.ts';

/** Why the core refused a change, by the boxes of the form; properties of options have boxes of their own. */
export function errorsOf(refused: Refused): FormError[] {
  switch (refused.reason) {
    case 'limit':
      return [{ field: '', message: refused.message }];
    case 'invalid':
      return refused.problems.map(({ path, message }) => ({ field: boxOf(path), message }));
    case 'referred':
      return refused.references.map(({ where, then }) => ({ field: '', message: `${where}: ${then}` }));
    case 'missing':
      return [{ field: '', message: 'To, co jste upravovali, už v\u00a0agendě není.' }];
  }
}

const optionBoxes: Record<string, string> = { value: 'nazev', label: 'nazev', hint: 'napoveda' };

function boxOf(path: string): string {
  const [list, index, property = ''] = path.split('.');
  if (list === 'options' && index !== undefined) return `moznost-${index}-${optionBoxes[property] ?? 'nazev'}`;
  if (list === 'when') return 'podminka-json';
  return list === 'value' ? 'vypocet-json' : (list ?? '');
}
