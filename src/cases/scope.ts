import type { Request } from 'express';
import { accountOf } from '../core/actor.ts';
import { mandatesOf } from '../core/mandate/reach.ts';
import { organisationsOf } from '../core/organisation/reach.ts';
import { Prisma } from '../generated/prisma/client.ts';

/**
 * Whose filings a request may read on the applicant's side: what the account has filed (`visibleTo` of a citizen; an
 * officer's own filings too), and what was filed or opened by its secret code in this browser. A trial is its author's alone.
 * What is an organisation's is its members' alone, and what an agent had in hand its principal's: whoever has left, and
 * whose mandate is over, may know the code.
 */
export interface Reader {
  accountId: string | null;
  /** Organisations whose filings they may read, whoever filed them. */
  organisations: string[];
  /** Mandates, valid today, by which they may read what is done under them. */
  mandates: string[];
  opened: string[];
}

export function readerOf(req: Request): Reader {
  return {
    accountId: accountOf(req.actor),
    organisations: organisationsOf(req.actor, 'readCases'),
    mandates: mandatesOf(req.actor, 'readCases').map(({ mandateId }) => mandateId),
    opened: req.session.cases ?? [],
  };
}

/** For SQL in which the case is called `c`. */
export function readableBy(reader: Reader): Prisma.Sql {
  const { accountId, organisations, mandates, opened } = reader;
  return Prisma.sql`(c.applicant_id = ${accountId}::uuid AND c.organisation_id IS NULL
    OR c.organisation_id = ANY(${organisations}::uuid[]) OR c.mandate_id = ANY(${mandates}::uuid[])
    OR c.id = ANY(${opened}::uuid[]) AND NOT c.trial AND ${opensByCodeSql(reader)})`;
}

export function readableCases(reader: Reader): Prisma.CaseWhereInput {
  const { accountId, organisations, mandates, opened } = reader;
  const own = accountId === null ? [] : [{ applicantId: accountId, organisationId: null }];
  return {
    OR: [
      { id: { in: opened }, trial: false, ...opensByCode(reader) },
      ...own,
      { organisationId: { in: organisations } },
      { mandateId: { in: mandates } },
    ],
  };
}

/**
 * Which cases their secret code opens: those of an account or a guest that no agent ever had in hand. To what a guest filed
 * and entrusted to an agent later, the code stays the guest's only key; the agent, also a former one, does not use it.
 */
export function opensByCode({ accountId }: Pick<Reader, 'accountId'>): Prisma.CaseWhereInput {
  const theirs = [{ agentId: accountId ?? '' }, { agentOrganisation: memberOnce(accountId) }];
  return {
    organisationId: null,
    OR: [
      { mandateId: null },
      {
        ...{ applicantId: null, actedById: null },
        ...(accountId !== null && { mandates: { none: { OR: theirs } } }),
      },
    ],
  };
}

function memberOnce(accountId: string | null): Prisma.OrganisationWhereInput {
  return { memberships: { some: { accountId: accountId ?? '' } } };
}

function opensByCodeSql({ accountId }: Pick<Reader, 'accountId'>): Prisma.Sql {
  return Prisma.sql`c.organisation_id IS NULL AND (c.mandate_id IS NULL
    OR c.applicant_id IS NULL AND c.acted_by_id IS NULL AND NOT EXISTS (
      SELECT FROM mandate m WHERE m.case_id = c.id AND (m.agent_id = ${accountId}::uuid OR EXISTS (
        SELECT FROM membership k WHERE k.organisation_id = m.agent_organisation_id AND k.account_id = ${accountId}::uuid))))`;
}

/** Whether whoever reads a case is told its code: an agent is not, and nobody of one that it does not open. */
export function isToldCode(
  whose: { applicantId: string | null; organisationId: string | null; mandateId: string | null; isByAgent: boolean },
  { mandates }: Pick<Reader, 'mandates'>,
): boolean {
  const { applicantId, organisationId, mandateId, isByAgent } = whose;
  if (organisationId !== null) return false;
  if (mandateId === null) return true;
  return applicantId === null && !isByAgent && !mandates.includes(mandateId);
}
