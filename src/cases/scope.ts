import type { Request } from 'express';
import { accountOf } from '../core/actor.ts';
import { Prisma } from '../generated/prisma/client.ts';

/**
 * Whose filings a request may read on the applicant's side: what the account has filed (`visibleTo` of a citizen; an
 * officer's own filings too), and what was filed or opened by its secret code in this browser. A trial is its author's alone.
 */
export interface Reader {
  accountId: string | null;
  opened: string[];
}

export function readerOf(req: Request): Reader {
  return { accountId: accountOf(req.actor), opened: req.session.cases ?? [] };
}

/** For SQL in which the case is called `c`. */
export function readableBy({ accountId, opened }: Reader): Prisma.Sql {
  return Prisma.sql`(c.applicant_id = ${accountId}::uuid OR c.id = ANY(${opened}::uuid[]) AND NOT c.trial)`;
}

export function readableCases({ accountId, opened }: Reader): Prisma.CaseWhereInput {
  return { OR: [{ id: { in: opened }, trial: false }, ...(accountId === null ? [] : [{ applicantId: accountId }])] };
}
