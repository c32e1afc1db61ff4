import { z } from 'zod';
import { Prisma } from '../../generated/prisma/client.ts';

/** By what a list can be ordered, as it is named in the address (`?razeni=podani`; `-podani` is the other way round). */
export const sortKeys = ['termin', 'podani', 'zmena', 'znacka'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Sort {
  key: SortKey;
  descending: boolean;
}

interface Ordering {
  column: Prisma.Sql;
  /** The column as a text, for the address of the next page. */
  text: Prisma.Sql;
  /** Only such texts come back from an address. */
  schema: z.ZodType<string>;
  /** What the text is cast to. */
  type: Prisma.Sql;
}

/** PostgreSQL's calendar has no year nought. */
const inCalendar = (text: string): boolean => !text.startsWith('0000');

const moment = (column: string): Ordering => ({
  column: Prisma.raw(`c.${column}`),
  text: Prisma.raw(`to_char(c.${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`),
  schema: z.iso.datetime({ precision: 3 }).refine(inCalendar),
  type: Prisma.raw('timestamptz'),
});

export const orderings: Record<SortKey, Ordering> = {
  termin: {
    column: Prisma.raw('c.due_on'),
    text: Prisma.raw('c.due_on::text'),
    schema: z.iso.date().refine(inCalendar),
    type: Prisma.raw('date'),
  },
  podani: moment('filed_at'),
  zmena: moment('changed_at'),
  znacka: {
    column: Prisma.raw('c.reference'),
    text: Prisma.raw('c.reference'),
    schema: z.string().regex(/^[A-Z0-9-]{1,24}$/),
    type: Prisma.raw('text'),
  },
};

export function writeSort({ key, descending }: Sort): string {
  return descending ? `-${key}` : key;
}

/** Null for an order that does not exist. */
export function readSort(text: string): Sort | null {
  const descending = text.startsWith('-');
  const key = sortKeys.find(name => name === (descending ? text.slice(1) : text));
  return key === undefined ? null : { key, descending };
}
