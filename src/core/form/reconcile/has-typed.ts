import type { Entries, Entry } from '../answers.ts';
import { entryAt, isRow, isTyped } from '../entries.ts';

/** Whether something was typed anywhere; takes anything. */
export function hasTyped(entries: unknown): entries is Entries {
  if (typeof entries !== 'object' || entries === null) return false;
  return Object.keys(entries).some(id => isTypedAnywhere(entryAt(entries as Entries, id)));
}

/** The same of one entry, in the rows of a group too. */
export function isTypedAnywhere(entry: Entry | undefined): boolean {
  if (isTyped(entry)) return true;
  return Array.isArray(entry) && (entry as unknown[]).some(row => isRow(row) && hasTyped(row));
}
