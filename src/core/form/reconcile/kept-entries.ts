import type { Entries, Entry } from '../answers.ts';
import { isQuestion, type Definition, type Field, type FieldOf } from '../definition.ts';
import { entryAt, isRow } from '../entries.ts';
import { isCompatible } from './compatible.ts';
import { isTypedAnywhere } from './has-typed.ts';

interface Kept {
  entries: Entries;
  /** Ids of the questions something had been typed into. */
  dropped: string[];
}

/**
 * The entries whose questions are still there, as they were typed; of groups, the columns that are. What belongs to no
 * question of the old version is nothing the person typed, and is left out.
 */
export function keptEntries({ from, to, entries }: { from: Definition; to: Definition; entries: Entries }): Kept {
  return keptOf(entries, { before: fieldsOf(from), after: fieldsOf(to) });
}

interface Fields {
  before: readonly Field[];
  after: readonly Field[];
}

function fieldsOf({ steps }: Definition): Field[] {
  return steps.flatMap(step => step.fields);
}

function keptOf(entries: Entries, fields: Fields): Kept {
  const kept: [string, Entry][] = [];
  const dropped: string[] = [];
  for (const before of fields.before) {
    const after = fields.after.find(({ id }) => id === before.id);
    const entry = isObject(entries) ? entryAt(entries, before.id) : undefined;
    if (entry === undefined) continue;
    if (before.type === 'group' && after?.type === 'group') {
      const rows = keptRows(entry, before, after);
      kept.push([before.id, rows.entry]);
      dropped.push(...rows.dropped);
    } else if (after !== undefined && isQuestion(after) && isCompatible(before, after)) kept.push([before.id, entry]);
    else if (isTypedAnywhere(entry)) dropped.push(before.id);
  }
  return { entries: Object.fromEntries(kept), dropped };
}

function isObject(entries: unknown): boolean {
  return typeof entries === 'object' && entries !== null;
}

function keptRows(
  entry: Entry,
  before: FieldOf<'group'>,
  after: FieldOf<'group'>,
): { entry: Entry; dropped: string[] } {
  // What is no list of rows says nothing, and stays as it is.
  if (!Array.isArray(entry) || !(entry as unknown[]).every(isRow)) return { entry, dropped: [] };
  const rows = (entry as Entries[]).map(row => keptOf(row, { before: before.fields, after: after.fields }));
  return { entry: rows.map(row => row.entries), dropped: [...new Set(rows.flatMap(row => row.dropped))] };
}
