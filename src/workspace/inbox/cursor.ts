import { z } from 'zod';

/** The last row of a page; the next page begins behind it. */
export interface Cursor {
  /** YYYY-MM-DD. */
  dueOn: string;
  id: string;
}

/** PostgreSQL's calendar has no year nought. */
const day = z.iso.date().refine(date => !date.startsWith('0000'));
const cursor = z.tuple([day, z.uuid()]);

export function writeCursor({ dueOn, id }: Cursor): string {
  return Buffer.from(`${dueOn} ${id}`).toString('base64url');
}

/** Null for whatever this portal did not write. */
export function readCursor(text: string): Cursor | null {
  const parsed = cursor.safeParse(Buffer.from(text, 'base64url').toString('latin1').split(' '));
  return parsed.success ? { dueOn: parsed.data[0], id: parsed.data[1] } : null;
}
