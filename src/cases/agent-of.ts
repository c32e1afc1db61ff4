import { dayInPrague } from '../core/czech/format.ts';
import { validMandateSql } from '../database/mandates.ts';
import type { Deps } from '../deps.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** Who acts today in the case `c` for whose it is; null where nobody does. */
export function agentSql(today: Temporal.PlainDate): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(mf.name, ma.name) FROM mandate m
    LEFT JOIN account ma ON ma.id = m.agent_id
    LEFT JOIN organisation mf ON mf.id = m.agent_organisation_id
    WHERE m.id = c.mandate_id AND ${validMandateSql(today)})`;
}

/** The same for one case. */
export async function findAgentNow(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { caseId }: { caseId: string },
): Promise<string | null> {
  const today = dayInPrague(now());
  const [row] = await db.$queryRaw<{ agent: string | null }[]>`
    SELECT ${agentSql(today)} AS agent FROM "case" c WHERE c.id = ${caseId}::uuid`;
  return row?.agent ?? null;
}
