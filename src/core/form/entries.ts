import type { Entries, Entry } from './answers.ts';

/** The entry of one field, or nothing: drafts outlive agenda versions, so what is stored is not trusted to fit. */
export function entryAt(entries: Entries, id: string): Entry | undefined {
  const entry: unknown = Object.hasOwn(entries, id) ? entries[id] : undefined;
  return isEntry(entry) ? entry : undefined;
}

/** The typed line, trimmed and in one Unicode form; empty when there is none. */
export function lineOf(entry: Entry | undefined): string {
  return typeof entry === 'string' ? entry.normalize('NFC').trim() : '';
}

/** One part of a date or an address, treated like a line. */
export function partOf(entry: Entry | undefined, part: string): string {
  if (typeof entry !== 'object' || Array.isArray(entry) || !Object.hasOwn(entry, part)) return '';
  return lineOf(entry[part]);
}

/** The ticked options, each once. */
export function itemsOf(entry: Entry | undefined): string[] {
  const items = Array.isArray(entry) ? entry : [lineOf(entry)];
  return [...new Set(items)].filter(item => item !== '');
}

function isEntry(entry: unknown): entry is Entry {
  if (typeof entry === 'string') return true;
  if (typeof entry !== 'object' || entry === null) return false;
  return Object.values(entry).every(part => typeof part === 'string');
}
