import type { Definition } from '../definition.ts';
import { type Direction, type Edited, missing, overLimit, shifted } from './edited.ts';
import { limits } from './limits.ts';
import { newId } from './new-id.ts';
import { readRule } from './parts.ts';
import { withoutTranslations } from './without-translations.ts';

/** Adds a rule that always holds, shown at a question. Refused: more than an agenda may have. */
export function addRule(definition: Definition, { message, at }: { message: string; at: string }): Edited {
  if (definition.rules.length >= limits.rules) {
    return overLimit(`Agenda už má ${limits.rules}\u00a0pravidel, víc jich mít nemůže.`);
  }
  const id = newId(definition, `pravidlo ${at}`, 'pravidlo');
  const read = readRule({ id, holds: true, message, at });
  return read.ok ? { ok: true, definition: { ...definition, rules: [...definition.rules, read.value] }, id } : read;
}

/** Says a rule anew, from its properties as a form gives them. */
export function editRule(definition: Definition, id: string, input: object): Edited {
  const index = indexOf(definition, id);
  if (index < 0) return missing;
  const read = readRule({ ...input, id });
  return read.ok
    ? { ok: true, definition: { ...definition, rules: definition.rules.with(index, read.value) }, id }
    : read;
}

export function moveRule(definition: Definition, { id, direction }: { id: string; direction: Direction }): Edited {
  const index = indexOf(definition, id);
  if (index < 0) return missing;
  return { ok: true, definition: { ...definition, rules: shifted(definition.rules, index, direction) }, id };
}

export function removeRule(definition: Definition, id: string): Edited {
  const index = indexOf(definition, id);
  if (index < 0) return missing;
  const left = { ...definition, rules: definition.rules.toSpliced(index, 1) };
  return { ok: true, definition: withoutTranslations(left, [`rules.${id}`]), id };
}

function indexOf({ rules }: Definition, id: string): number {
  return rules.findIndex(rule => rule.id === id);
}
