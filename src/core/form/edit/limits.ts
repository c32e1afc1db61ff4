import type { Definition } from '../definition.ts';
import { placesOf } from '../places.ts';

/** How large an agenda may grow under the hands of its author; the schema allows no more in one list either. */
export const limits = {
  steps: 40,
  /** In the whole agenda, those of rows too. */
  fields: 400,
  stepFields: 100,
  rowFields: 20,
};

/** Why no more fields fit in, in Czech; nothing when they do. */
export function fieldLimit(definition: Definition, added: number): string | undefined {
  if (placesOf(definition).length + added <= limits.fields) return undefined;
  return `Agenda už má ${limits.fields}\u00a0otázek, víc jich mít nemůže.`;
}
