import type { Request } from 'express';
import { accountOf } from '../core/actor.ts';
import { organisationsOf } from '../core/organisation/reach.ts';
import { Prisma } from '../generated/prisma/client.ts';

/**
 * Whose filings a request may read on the applicant's side: what the account has filed (`visibleTo` of a citizen; an
 * officer's own filings too), and what was filed or opened by its secret code in this browser. A trial is its author's alone.
 */
export interface Reader {
  accountId: string | null;
  /** Organisations whose filings they may read, whoever filed them. */
  organisations: string[];
  opened: string[];
}

export function readerOf(req: Request): Reader {
  return {
    accountId: accountOf(req.actor),
    organisations: organisationsOf(req.actor, 'readCases'),
    opened: req.session.cases ?? [],
  };
}

/** For SQL in which the case is called `c`. */
export function readableBy({ accountId, organisations, opened }: Reader): Prisma.Sql {
  return Prisma.sql`(c.applicant_id = ${accountId}::uuid AND c.organisation_id IS NULL
    OR c.organisation_id = ANY(${organisations}::uuid[]) OR c.id = ANY(${opened}::uuid[]) AND NOT c.trial)`;
}

export function readableCases({ accountId, organisations, opened }: Reader): Prisma.CaseWhereInput {
  const own = accountId === null ? [] : [{ applicantId: accountId, organisationId: null }];
  return { OR: [{ id: { in: opened }, trial: false }, ...own, { organisationId: { in: organisations } }] };
}
