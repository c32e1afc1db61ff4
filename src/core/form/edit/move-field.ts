import type { Definition } from '../definition.ts';
import { containerOf, fieldsIn, type Container, withFields } from './containers.ts';
import { type Direction, type Edited, missing, overLimit, shifted } from './edited.ts';
import { notInRows, placeOf, putIn } from './fields.ts';

/** Moves a field by one within its list; at the end of the list it stays where it is. */
export function moveField(definition: Definition, { id, direction }: { id: string; direction: Direction }): Edited {
  const place = placeOf(definition, id);
  if (!place) return missing;
  const into = containerOf(place);
  const index = fieldsIn(definition, into)?.findIndex(field => field.id === id) ?? -1;
  return { ok: true, definition: withFields(definition, into, fields => shifted(fields, index, direction)), id };
}

interface Move {
  id: string;
  into: Container;
  /** At the end when left out. */
  before?: string;
}

/**
 * Moves a field in front of another one, or to the end of a step or group. Moving it behind something that asks about it is
 * allowed; `coherenceProblems` says so. Refused: a field that rows cannot have, and a group into its own rows.
 */
export function moveFieldTo(definition: Definition, { id, into, before }: Move): Edited {
  const place = placeOf(definition, id);
  if (!place) return missing;
  if ('group' in into && into.group === id) return overLimit(notInRows);
  if (before === id) return { ok: true, definition, id };
  const left = withFields(definition, containerOf(place), fields => fields.filter(field => field.id !== id));
  return putIn(left, place.field, { into, before });
}
