import { z } from 'zod';

/** The last row of a page; the next page begins behind it. */
export interface AbsenceCursor {
  until: Temporal.PlainDate;
  id: string;
}

/** PostgreSQL's calendar has no year nought. */
const day = z.iso.date().refine(date => !date.startsWith('0000'));
const cursor = z.tuple([day, z.uuid()]);

export function writeCursor({ until, id }: AbsenceCursor): string {
  return `${until.toString()}_${id}`;
}

/** Null for whatever this portal did not write. */
export function readCursor(text: string): AbsenceCursor | null {
  const parsed = cursor.safeParse(text.split('_'));
  return parsed.success ? { until: Temporal.PlainDate.from(parsed.data[0]), id: parsed.data[1] } : null;
}
