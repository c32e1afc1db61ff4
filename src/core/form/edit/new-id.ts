import { reservedSteps } from '../check-references.ts';
import type { Definition } from '../definition.ts';
import { placesOf } from '../places.ts';

/**
 * A name for something new in an agenda, made from what it is called: "Jméno psa" is `jmenoPsa`. Unique among all that
 * has a name there, so that it can be used anywhere. Once given it never changes, whatever the label becomes.
 */
export function newId(definition: Definition, label: string, otherwise: string): string {
  return freeName(camelCase(label) || otherwise, takenIn(definition));
}

/** A name for a copy of what has this name: of `dogName` it is `dogName2`. */
export function copiedId(definition: Definition, id: string): string {
  return freeName(id.replace(/\d+$/, ''), takenIn(definition));
}

/** The value of a new option of a choice, unique among the others. */
export function newOptionValue(taken: readonly string[], label: string): string {
  return freeName(camelCase(label) || 'moznost', new Set(taken));
}

function takenIn(definition: Definition): Set<string> {
  const { steps, attachments, rules, plan, letters } = definition;
  return new Set(
    [...steps, ...placesOf(definition).map(({ field }) => field), ...attachments, ...rules, ...plan, ...letters]
      .map(({ id }) => id)
      // What a step must not be called, and names that any object has.
      .concat(reservedSteps, Object.getOwnPropertyNames(Object.prototype)),
  );
}

const longest = 30;

function camelCase(label: string): string {
  const words = label
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
  const name = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return name
    .replace(/^[0-9]+/, '')
    .slice(0, longest)
    .replace(/^./, letter => letter.toLowerCase());
}

function freeName(base: string, taken: ReadonlySet<string>): string {
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}${number}`;
  return name;
}
