import { z } from 'zod';
import { orderings, readSort, type Sort, writeSort } from './sorts.ts';

/** A row at an end of a page; the next page begins behind it, the previous one ends before it. */
export interface Cursor {
  /** What the list is ordered by, as a text. */
  key: string;
  id: string;
}

const cursor = z.tuple([z.string(), z.string(), z.uuid()]);

export function writeCursor(sort: Sort, { key, id }: Cursor): string {
  return Buffer.from([writeSort(sort), key, id].join(' ')).toString('base64url');
}

/** Null for whatever this portal did not write, and for a row of a list in another order. */
export function readCursor(sort: Sort, text: string): Cursor | null {
  const parsed = cursor.safeParse(Buffer.from(text, 'base64url').toString('latin1').split(' '));
  if (!parsed.success) return null;
  const [order, key, id] = parsed.data;
  const of = readSort(order);
  if (of?.key !== sort.key || of.descending !== sort.descending) return null;
  return orderings[sort.key].schema.safeParse(key).success ? { key, id } : null;
}
