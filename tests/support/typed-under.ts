import type { Entries } from '../../src/core/form/answers.ts';

/**
 * What an example filing types into the input of that name: `dogName`, the part `born-day` of a date, or `budget-0-item`,
 * the field of a row.
 */
export function typedUnder(name: string, entries: Entries): string | string[] | undefined {
  const whole = entries[name];
  if (typeof whole === 'string') return whole;
  if (isTexts(whole)) return whole;
  const [, group = '', index = '', inRow = ''] = /^(\w+)-(\d+)-(.+)$/.exec(name) ?? [];
  const rows: unknown = entries[group];
  if (Array.isArray(rows)) return typedUnder(inRow, (rows[Number(index)] ?? {}) as Entries);
  const [, id = '', part = ''] = /^(.+)-([a-z]+)$/.exec(name) ?? [];
  const parts = entries[id];
  return typeof parts === 'object' && !Array.isArray(parts) ? parts[part] : undefined;
}

function isTexts(entry: unknown): entry is string[] {
  return Array.isArray(entry) && entry.every(item => typeof item === 'string');
}
