import type { Pool } from 'pg';
import type { Officer } from '../../core/actor.ts';
import { prepared } from '../../database/prepared.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';
import { conditionsOf, orderOf } from './conditions.ts';
import { firstOf } from './first-of.ts';
import type { InboxRequest } from './request.ts';
import { orderings } from './sorts.ts';

interface Params {
  vault: Vault;
  officer: Officer;
  request: InboxRequest;
  today: Temporal.PlainDate;
  /** Where one is; the case itself may have left the list meanwhile. */
  caseId: string;
  direction: 'next' | 'previous';
}

/** The reference of the case that lies before or behind another one in a list; null at its end. */
export async function neighbourOf(pool: Pool, { caseId, direction, ...asked }: Params): Promise<string | null> {
  const { sort } = asked.request;
  const { column } = orderings[sort.key];
  const comparison = Prisma.raw((direction === 'next') === sort.descending ? '<' : '>');
  const beyond = Prisma.sql`(${column}, c.id) ${comparison} (SELECT ${column}, c.id FROM "case" c WHERE c.id = ${caseId}::uuid)`;
  const isReversed = direction === 'previous';
  const where = (department?: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`${conditionsOf({ ...asked, department })} AND ${beyond}`;
  const first = firstOf({ ...asked, isReversed }, { columns: Prisma.sql`c.*`, where, limit: Prisma.sql`1` });
  const [row] = await prepared<{ reference: string }>(
    pool,
    Prisma.sql`SELECT c.reference FROM ${first} c ORDER BY ${orderOf(asked, isReversed)} LIMIT 1`,
  );
  return row?.reference ?? null;
}
