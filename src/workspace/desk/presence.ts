import type { Pool } from 'pg';
import type { RequestHandler } from 'express';
import { visibleTo } from '../../core/case/permissions.ts';
import { parseReference } from '../../core/case/reference.ts';
import { prepared } from '../../database/prepared.ts';
import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { NotFound } from '../../web/errors.ts';
import { textParam } from '../../web/input.ts';
import { officerOf } from '../../web/officer-of.ts';

/** A colleague who has the case open. */
export interface Present {
  name: string;
  /** Whole minutes since they opened it. */
  minutes: number;
}

const forgottenAfter = '10 minutes';

type Params = { caseId: string; officerId: string; now: Temporal.Instant };

/** Writes down that this officer has the case open, and says who else has. One statement. */
export async function meetAt(pool: Pool, { caseId, officerId, now }: Params): Promise<Present[]> {
  const at = Prisma.sql`${now.toString()}::timestamptz`;
  const limit = Prisma.sql`${at} - ${forgottenAfter}::interval`;
  return prepared<Present>(
    pool,
    Prisma.sql`
    WITH mine AS (
      INSERT INTO case_presence AS p (case_id, officer_id, since, at)
      VALUES (${caseId}::uuid, ${officerId}::uuid, ${at}, ${at})
      ON CONFLICT (case_id, officer_id) DO UPDATE
      SET at = EXCLUDED.at, since = CASE WHEN p.at < ${limit} THEN EXCLUDED.since ELSE p.since END
    )
    SELECT a.name, floor(extract(epoch FROM ${at} - p.since) / 60)::int AS minutes
    FROM case_presence p JOIN officer o ON o.id = p.officer_id JOIN account a ON a.id = o.account_id
    WHERE p.case_id = ${caseId}::uuid AND p.officer_id <> ${officerId}::uuid AND p.at >= ${limit}
    ORDER BY p.since`,
  );
}

/** POST /urad/pripady/:ref/pritomnost: a sign of life from an open desk. */
export function stayAt({ db, pool, now }: Pick<Deps, 'db' | 'pool' | 'now'>): RequestHandler {
  return async (req, res) => {
    const officer = officerOf(req);
    const reference = parseReference(textParam(req, 'ref'));
    if (reference === null) throw new NotFound();
    const found = await db.case.findFirst({
      where: { AND: [{ reference }, visibleTo(officer)] },
      select: { id: true },
    });
    if (!found) throw new NotFound();
    await meetAt(pool, { caseId: found.id, officerId: officer.officerId, now: now() });
    res.status(204).end();
  };
}
