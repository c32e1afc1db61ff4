import type { PrismaClient } from '../../generated/prisma/client.ts';

/** Older mail is of interest to nobody, and counting it all would cost more every year. */
export const mailDays = 30;
const listed = 50;

export interface MailCounts {
  /** Not tried yet. */
  waiting: number;
  /** Tried, and to be tried again. */
  failing: number;
  sent: number;
}

export async function countMails(db: PrismaClient, now: Temporal.Instant): Promise<MailCounts> {
  const [counts] = await db.$queryRaw<MailCounts[]>`
    SELECT count(*) FILTER (WHERE sent_at IS NULL AND last_error IS NULL)::int AS waiting,
           count(*) FILTER (WHERE sent_at IS NULL AND last_error IS NOT NULL)::int AS failing,
           count(*) FILTER (WHERE sent_at IS NOT NULL)::int AS sent
    FROM mail WHERE created_at > ${since(now)}`;
  return counts ?? { waiting: 0, failing: 0, sent: 0 };
}

export interface MailRow {
  id: string;
  kind: string;
  reference: string | null;
  createdAt: Date;
  attempts: number;
  lastAttemptAt: Date | null;
  lastError: string | null;
}

/** The undelivered ones, those in trouble first. Never what they say or to whom. */
export async function findUndelivered(db: PrismaClient, now: Temporal.Instant): Promise<MailRow[]> {
  return db.$queryRaw<MailRow[]>`
    SELECT m.id, m.kind, c.reference, m.created_at AS "createdAt", m.attempts,
           m.last_attempt_at AS "lastAttemptAt", m.last_error AS "lastError"
    FROM mail m LEFT JOIN "case" c ON c.id = m.case_id
    WHERE m.sent_at IS NULL AND m.created_at > ${since(now)}
    ORDER BY (m.last_error IS NULL), m.created_at LIMIT ${listed}`;
}

function since(now: Temporal.Instant): Date {
  return new Date(now.subtract({ hours: 24 * mailDays }).epochMilliseconds);
}
