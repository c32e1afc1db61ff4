import type { Pool } from 'pg';
import type { Officer } from '../../core/actor.ts';
import { prepared } from '../../database/prepared.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Cursor } from './cursor.ts';
import { conditionsOf, newestFirst } from './queries.ts';
import type { InboxRequest } from './request.ts';

interface Params {
  officer: Officer;
  request: InboxRequest;
  /** Where in the list one is; the case itself may have left it meanwhile. */
  at: Cursor;
  direction: 'next' | 'previous';
}

/** The reference of the case that lies before or behind another one in a list; null at its end. */
export async function neighbourOf(pool: Pool, { officer, request, at, direction }: Params): Promise<string | null> {
  const place = Prisma.sql`(${at.dueOn}::date, ${at.id}::uuid)`;
  const goesUp = (direction === 'next') !== newestFirst(request);
  const beyond = goesUp ? Prisma.sql`(c.due_on, c.id) > ${place}` : Prisma.sql`(c.due_on, c.id) < ${place}`;
  const order = goesUp ? Prisma.sql`c.due_on, c.id` : Prisma.sql`c.due_on DESC, c.id DESC`;
  const conditions = [...conditionsOf(request, officer), beyond];
  const [row] = await prepared<{ reference: string }>(
    pool,
    Prisma.sql`SELECT c.reference FROM "case" c WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${order} LIMIT 1`,
  );
  return row?.reference ?? null;
}
