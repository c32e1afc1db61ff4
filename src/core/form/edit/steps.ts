import type { Definition } from '../definition.ts';
import { copyOfStep } from './copy.ts';
import { type Direction, type Edited, inserted, missing, overLimit, shifted } from './edited.ts';
import { fieldLimit, limits } from './limits.ts';
import { newId } from './new-id.ts';
import { readStep } from './parts.ts';
import { referencesTo, whatGoes } from './references.ts';
import { withoutReferences } from './without-references.ts';
import { withoutTranslations } from './without-translations.ts';

const full = `Agenda už má ${limits.steps}\u00a0kroků, víc jich mít nemůže.`;

/** Adds an empty step, in front of another one or at the end. Refused: more steps than an agenda may have. */
export function addStep(definition: Definition, { title, before }: { title: string; before?: string }): Edited {
  if (definition.steps.length >= limits.steps) return overLimit(full);
  const id = newId(definition, title, 'krok');
  const read = readStep({ id, title, fields: [] });
  if (!read.ok) return read;
  const steps = inserted(definition.steps, read.value, indexOf(definition, before));
  return { ok: true, definition: { ...definition, steps }, id };
}

/** Says a step anew: `input` holds its title, reason and condition as a form gives them; its fields stay. */
export function editStep(definition: Definition, id: string, input: object): Edited {
  const step = definition.steps.find(candidate => candidate.id === id);
  if (!step) return missing;
  const read = readStep({ ...input, id, fields: [] });
  if (!read.ok) return read;
  const edited = { ...read.value, fields: step.fields };
  return {
    ok: true,
    definition: { ...definition, steps: definition.steps.with(definition.steps.indexOf(step), edited) },
    id,
  };
}

export function moveStep(definition: Definition, { id, direction }: { id: string; direction: Direction }): Edited {
  const index = indexOf(definition, id);
  if (index < 0) return missing;
  return { ok: true, definition: { ...definition, steps: shifted(definition.steps, index, direction) }, id };
}

/** Puts a step in front of another one, or at the end. */
export function moveStepBefore(definition: Definition, { id, before }: { id: string; before?: string }): Edited {
  const step = definition.steps.find(candidate => candidate.id === id);
  if (!step) return missing;
  if (before === id) return { ok: true, definition, id };
  const others = { ...definition, steps: definition.steps.filter(other => other !== step) };
  return { ok: true, definition: { ...others, steps: inserted(others.steps, step, indexOf(others, before)) }, id };
}

/** Copies a step with its fields, under new names, behind the original. Refused: more than an agenda may have. */
export function duplicateStep(definition: Definition, id: string): Edited {
  const index = indexOf(definition, id);
  const step = definition.steps[index];
  if (!step) return missing;
  if (definition.steps.length >= limits.steps) return overLimit(full);
  const problem = fieldLimit(definition, whatGoes(definition, { step: id }).ids.size);
  if (problem !== undefined) return overLimit(problem);
  const copy = copyOfStep(definition, step);
  return {
    ok: true,
    definition: { ...definition, steps: definition.steps.toSpliced(index + 1, 0, copy) },
    id: copy.id,
  };
}

/** Removes a step with its fields. Refused while something refers to them, unless that is to go `withReferences`. */
export function removeStep(
  definition: Definition,
  { id, withReferences }: { id: string; withReferences: boolean },
): Edited {
  if (indexOf(definition, id) < 0) return missing;
  const references = referencesTo(definition, { step: id });
  if (references.length > 0 && !withReferences) return { ok: false, reason: 'referred', references };
  const { ids } = whatGoes(definition, { step: id });
  const left = { ...definition, steps: definition.steps.filter(step => step.id !== id) };
  const names = [`steps.${id}`, ...[...ids].map(field => `fields.${field}`)];
  return { ok: true, definition: withoutTranslations(withoutReferences(left, ids), names), id };
}

function indexOf({ steps }: Definition, id: string | undefined): number {
  return steps.findIndex(step => step.id === id);
}
