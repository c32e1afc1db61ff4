import type { CaseState } from '../core/case/states.ts';
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts';

/** Whose filings: of whom somebody acts for, an organisation or a principal, or else of their own. */
interface ListedFor {
  accountId: string;
  organisationId: string | null;
  mandateId: string | null;
}

export interface DraftRow {
  id: string;
  title: string;
  /** Title of the step filled in last; null when nothing was. */
  lastStep: string | null;
  updatedAt: Date;
  expiresAt: Date;
  /** The office has withdrawn the agenda, and perhaps says why. */
  isWithdrawn: boolean;
  withdrawalMessage: string | null;
  /** The agent who began it, by name; null of whoever reads it. */
  agent: string | null;
}

/**
 * What the account has begun and not filed, guests' drafts of this browser, and what agents began for it, the last touched
 * first. What agents began is only for whoever may file it.
 */
export async function listDrafts(
  db: PrismaClient,
  {
    accountId,
    organisationId,
    mandateId,
    files,
    guestDrafts,
    now,
  }: ListedFor & { files: boolean; guestDrafts: string[]; now: Temporal.Instant },
): Promise<DraftRow[]> {
  const own =
    mandateId === null
      ? Prisma.sql`(d.account_id = ${accountId}::uuid OR ${files} AND d.organisation_id IS NOT NULL AND d.mandate_id IS NOT NULL
          OR d.account_id IS NULL AND d.mandate_id IS NULL AND d.id = ANY(${guestDrafts}::uuid[]))
        AND d.organisation_id IS NOT DISTINCT FROM ${organisationId}::uuid`
      : Prisma.sql`${files} AND d.mandate_id = ${mandateId}::uuid`;
  return db.$queryRaw<DraftRow[]>`
    SELECT d.id, v.title, d.updated_at AS "updatedAt", d.expires_at AS "expiresAt",
      (SELECT step ->> 'title' FROM jsonb_array_elements(v.definition -> 'steps') WITH ORDINALITY AS s (step, position)
        WHERE step ->> 'id' = ANY(d.visited) ORDER BY position DESC LIMIT 1) AS "lastStep",
      w.id IS NOT NULL AS "isWithdrawn", w.withdrawal_message AS "withdrawalMessage",
      (SELECT x.name FROM account x WHERE x.id = d.acted_by_id AND x.id <> ${accountId}::uuid) AS agent
    FROM draft d JOIN agenda_version v ON v.id = d.agenda_version_id
    LEFT JOIN LATERAL (
      SELECT w.id, w.withdrawal_message FROM agenda_version w
      WHERE w.agenda_id = v.agenda_id AND w.status = 'withdrawn' AND w.published_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM agenda_version p WHERE p.agenda_id = v.agenda_id AND p.status = 'published')
      ORDER BY w.withdrawn_at DESC LIMIT 1) w ON true
    WHERE ${own} AND NOT d.trial AND d.filed_at IS NULL AND d.expires_at > ${now.toString()}::timestamptz
    ORDER BY d.updated_at DESC LIMIT ${draftLimit}`;
}

const draftLimit = 50;

export interface CaseRow {
  id: string;
  reference: string;
  agenda: string;
  state: CaseState;
  outcome: string | null;
  summary: Uint8Array;
  filedAt: Date;
  /** YYYY-MM-DD. */
  dueOn: string;
  /** The period stands still. */
  isStopped: boolean;
  /** Until when the applicant was asked to mend the filing; YYYY-MM-DD. */
  awaitingUntil: string | null;
  decidedAt: Date | null;
  /** Who filed it as an agent, by name; null where whose it is did so themselves, or whoever reads it. */
  agent: string | null;
}

export const pageSize = 20;

interface Wanted extends ListedFor {
  finished: boolean;
  /** Reference of the case after which the page begins; one of somebody else leads nowhere. */
  after: string | null;
}

/** Newest first; one more than a page, by which the caller knows that there is a next one. */
export async function listCases(
  db: PrismaClient,
  { accountId, organisationId, mandateId, finished, after }: Wanted,
): Promise<CaseRow[]> {
  const whose = (table: Prisma.Sql): Prisma.Sql => {
    if (mandateId !== null) return Prisma.sql`${table}.mandate_id = ${mandateId}::uuid`;
    return organisationId === null
      ? Prisma.sql`${table}.applicant_id = ${accountId}::uuid AND ${table}.organisation_id IS NULL`
      : Prisma.sql`${table}.organisation_id = ${organisationId}::uuid`;
  };
  const progress = finished ? Prisma.sql`c.decided_at IS NOT NULL` : Prisma.sql`c.decided_at IS NULL`;
  const behind =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (c.filed_at, c.id) < (
          SELECT p.filed_at, p.id FROM "case" p WHERE p.reference = ${after} AND ${whose(Prisma.sql`p`)})`;
  return db.$queryRaw<CaseRow[]>`
    SELECT c.id, c.reference, v.title AS agenda, c.state::text AS state, c.outcome::text AS outcome, c.summary,
      c.filed_at AS "filedAt", c.due_on::text AS "dueOn", c.clock_stopped_on IS NOT NULL AS "isStopped",
      c.awaiting_until::text AS "awaitingUntil", c.decided_at AS "decidedAt",
      (SELECT x.name FROM account x WHERE x.id = c.acted_by_id AND x.id <> ${accountId}::uuid) AS agent
    FROM "case" c JOIN agenda_version v ON v.id = c.agenda_version_id
    WHERE ${whose(Prisma.sql`c`)} AND NOT c.trial AND ${progress} ${behind}
    ORDER BY c.filed_at DESC, c.id DESC LIMIT ${pageSize + 1}`;
}
