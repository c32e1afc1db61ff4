import type { Definition, Field, FieldType } from '../definition.ts';
import { placesOf, type Place } from '../places.ts';
import { blankField } from './blank-field.ts';
import { containerOf, fieldsIn, type Container, withFields } from './containers.ts';
import { copyOfField } from './copy.ts';
import { type Edited, inserted, missing, overLimit } from './edited.ts';
import { fieldLimit, limits } from './limits.ts';
import { newId } from './new-id.ts';
import { isRowField, readField } from './parts.ts';
import { referencesTo, whatGoes } from './references.ts';
import { withoutReferences } from './without-references.ts';
import { withoutTranslations } from './without-translations.ts';

interface NewField {
  type: FieldType;
  label: string;
  into: Container;
  /** The field it comes in front of; at the end when left out. */
  before?: string;
}

/** Adds a field to a step or to the rows of a group. Refused: too many, or a type that rows cannot have. */
export function addField(definition: Definition, { type, label, into, before }: NewField): Edited {
  const field = blankField({ type, id: newId(definition, label, type), label: label.trim().slice(0, 300) });
  return putIn(definition, field, { into, before });
}

/** Says a field anew: `input` holds its properties as a form gives them; its id and type stay, a group keeps its fields. */
export function editField(definition: Definition, id: string, input: object): Edited {
  const field = findField(definition, id);
  if (!field) return missing;
  const read = readField({ ...input, id, type: field.type, ...(field.type === 'group' && { fields: field.fields }) });
  return read.ok ? replaced(definition, read.value) : read;
}

/** Gives a field another type and keeps what the new one can have too. Refused: a group that still has fields. */
export function changeFieldType(definition: Definition, { id, type }: { id: string; type: FieldType }): Edited {
  const field = findField(definition, id);
  if (!field) return missing;
  if (field.type === type) return { ok: true, definition, id };
  if (field.type === 'group' && field.fields.length > 0) {
    return overLimit('Skupina má v\u00a0řádku otázky. Nejdřív je odeberte, nebo přesuňte jinam.');
  }
  let changed = blankField({ type, id, label: field.label });
  for (const [name, value] of Object.entries(field) as [string, unknown][]) {
    if (name === 'type') continue;
    const read = readField({ ...changed, [name]: value });
    if (read.ok) changed = read.value;
  }
  const isMisplaced = placeOf(definition, id)?.group !== undefined && !isRowField(changed);
  return isMisplaced ? overLimit(notInRows) : replaced(definition, changed);
}

/** Copies a field under a new name, behind the original. */
export function duplicateField(definition: Definition, id: string): Edited {
  const place = placeOf(definition, id);
  if (!place) return missing;
  const into = containerOf(place);
  const siblings = fieldsIn(definition, into) ?? [];
  const next = siblings[siblings.findIndex(sibling => sibling.id === id) + 1];
  return putIn(definition, copyOfField(definition, place.field), { into, before: next?.id });
}

/** Removes a field. Refused while something refers to it, unless that is to go `withReferences`. */
export function removeField(
  definition: Definition,
  { id, withReferences }: { id: string; withReferences: boolean },
): Edited {
  const place = placeOf(definition, id);
  if (!place) return missing;
  const references = referencesTo(definition, { field: id });
  if (references.length > 0 && !withReferences) return { ok: false, reason: 'referred', references };
  const { ids } = whatGoes(definition, { field: id });
  const left = withFields(definition, containerOf(place), fields => fields.filter(field => field.id !== id));
  return {
    ok: true,
    definition: withoutTranslations(
      withoutReferences(left, ids),
      [...ids].map(gone => `fields.${gone}`),
    ),
    id,
  };
}

export const notInRows = 'Do řádků skupiny patří jen otázky a\u00a0vypočtené hodnoty.';

/** Puts a field that is nowhere yet into a list. */
export function putIn(
  definition: Definition,
  field: Field,
  { into, before }: { into: Container; before?: string | undefined },
): Edited {
  const siblings = fieldsIn(definition, into);
  if (!siblings) return missing;
  if ('group' in into && !isRowField(field)) return overLimit(notInRows);
  const most = 'group' in into ? limits.rowFields : limits.stepFields;
  if (siblings.length >= most) return overLimit(`Víc než ${most}\u00a0otázek sem nejde přidat.`);
  const problem = fieldLimit(definition, field.type === 'group' ? 1 + field.fields.length : 1);
  if (problem !== undefined) return overLimit(problem);
  const index = siblings.findIndex(({ id }) => id === before);
  return { ok: true, definition: withFields(definition, into, fields => inserted(fields, field, index)), id: field.id };
}

export function placeOf(definition: Definition, id: string): Place | undefined {
  return placesOf(definition).find(({ field }) => field.id === id);
}

function findField(definition: Definition, id: string): Field | undefined {
  return placeOf(definition, id)?.field;
}

function replaced(definition: Definition, field: Field): Edited {
  const place = placeOf(definition, field.id);
  if (!place) return missing;
  const swap = (fields: Field[]) => fields.map(other => (other.id === field.id ? field : other));
  return { ok: true, definition: withFields(definition, containerOf(place), swap), id: field.id };
}
