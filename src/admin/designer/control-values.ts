import { readNumber } from '../../core/form/fields/typed-number.ts';
import type { FormError } from '../../web/input.ts';
import type { Control } from './controls.ts';
import { textAt, textsAt } from './typed.ts';

/** What stands in the boxes of a form; ticks are lists. */
export type Values = Record<string, string | string[]>;

/** The properties of something as its form shows them. */
export function valuesOf(controls: readonly Control[], properties: object): Values {
  const known = new Map(Object.entries(properties) as [string, unknown][]);
  return Object.fromEntries(controls.map(({ name, as }) => [name, shown(known.get(name), as)]));
}

export function typedValues(controls: readonly Control[], body: unknown): Values {
  return Object.fromEntries(
    controls.map(({ name, as }) => [name, as === 'ticks' ? textsAt(body, name) : textAt(body, name)]),
  );
}

/** Properties as the schema reads them; what was left empty is left out. Only what is no number at all is refused here. */
export function propertiesOf(
  controls: readonly Control[],
  values: Values,
): { properties: Record<string, unknown>; errors: FormError[] } {
  const properties: Record<string, unknown> = {};
  const errors: FormError[] = [];
  for (const { name, as } of controls) {
    const value = values[name] ?? '';
    if (as === 'tick') properties[name] = value !== '';
    else if (as === 'ticks') properties[name] = value;
    else if (typeof value !== 'string' || (value.trim() === '' && !isText(name))) continue;
    else if (as === 'whole' || as === 'number') {
      const read = readNumber(value.trim());
      if (read && (as === 'number' || read.decimals === 0)) properties[name] = read.value;
      else
        errors.push({
          field: name,
          message: as === 'whole' ? 'Zadejte celé číslo, třeba 10.' : 'Zadejte číslo, třeba 2,5.',
        });
    } else properties[name] = value;
  }
  return { properties, errors };
}

/** May be empty in a sketch, but has to be there. */
function isText(name: string): boolean {
  return ['label', 'title', 'text', 'reason', 'rowLabel'].includes(name);
}

function shown(value: unknown, as: Control['as']): string | string[] {
  if (as === 'ticks') return Array.isArray(value) ? (value as string[]) : [];
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'ano' : '';
  return typeof value === 'string' ? value : '';
}
