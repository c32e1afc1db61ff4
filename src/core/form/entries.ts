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
  const items: unknown[] = Array.isArray(entry) ? entry : [lineOf(entry)];
  return [...new Set(items.filter(item => typeof item === 'string'))].filter(item => item !== '');
}

/** Something was typed or ticked. */
export function isTyped(entry: Entry | undefined): boolean {
  if (typeof entry !== 'object') return lineOf(entry) !== '';
  return Object.values(entry).some(part => typeof part === 'string' && part.trim() !== '');
}

/** Entries of the fields of one row. */
export function isRow(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isEntry);
}

function isEntry(entry: unknown): entry is Entry {
  if (typeof entry === 'string') return true;
  if (typeof entry !== 'object' || entry === null) return false;
  if (Array.isArray(entry) && entry.some(item => typeof item === 'object')) return entry.every(isRow);
  return Object.values(entry).every(part => typeof part === 'string');
}
