import type { Definition } from '../definition.ts';
import type { Problem } from '../problem.ts';
import type { Reference } from './references.ts';

/** What a change of a sketch comes to. `id` is of what was changed, made or copied; of what was removed, its own. */
export type Edited = { ok: true; definition: Definition; id: string } | Refused;

export type Refused =
  /** What is to be changed is not there, e.g. because somebody else has removed it. */
  | { ok: false; reason: 'missing' }
  /** More than an agenda may have; `message` is Czech. */
  | { ok: false; reason: 'limit'; message: string }
  /** What is to be removed is referred to, and nobody has said that the references are to go too. */
  | { ok: false; reason: 'referred'; references: Reference[] }
  /** Of another shape than the schema wants; paths begin at what is changed. */
  | { ok: false; reason: 'invalid'; problems: Problem[] };

export const missing: Refused = { ok: false, reason: 'missing' };

export function overLimit(message: string): Refused {
  return { ok: false, reason: 'limit', message };
}

/** The list with an item in front of the one at `index`; at the end when there is none. */
export function inserted<T>(list: readonly T[], item: T, index: number | undefined): T[] {
  const place = index === undefined || index < 0 ? list.length : index;
  return [...list.slice(0, place), item, ...list.slice(place)];
}

export type Direction = 'up' | 'down';

/** The list with an item moved by one; as it was when there is nowhere to move. */
export function shifted<T>(list: readonly T[], index: number, direction: Direction): T[] {
  const target = direction === 'up' ? index - 1 : index + 1;
  const item = list[index];
  if (item === undefined || target < 0 || target >= list.length) return [...list];
  return inserted(
    list.filter((_other, at) => at !== index),
    item,
    target,
  );
}
