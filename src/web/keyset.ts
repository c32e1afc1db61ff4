import type { Request } from 'express';
import { z } from 'zod';
import { queryText } from './input.ts';

const listed = 50;

/** One more than a page shows, to know whether there is another. */
export const taken = listed + 1;

/** The last row of the page before, by its id; undefined for the first page and for whatever this portal did not write. */
export function afterOf(req: Request, parameter = 'po'): string | undefined {
  return z.uuid().safeParse(queryText(req, parameter)).data;
}

/** The rows of a page, and behind which of them the next one begins. */
export function pageOf<Row extends { id: string }>(rows: Row[]): { rows: Row[]; next: string | null } {
  const page = rows.slice(0, listed);
  return { rows: page, next: rows.length > listed ? (page.at(-1)?.id ?? null) : null };
}
