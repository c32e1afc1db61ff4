import { z } from 'zod';
import { Prisma, type MailFailure, type PrismaClient } from '../../generated/prisma/client.ts';

/** Older mail is of interest to nobody, and counting it all would cost more every year. */
export const mailDays = 30;
const listed = 50;

/** `failing`: tried, and to be tried again; `waiting`: not tried yet. By the word of the address. */
export const mailStates = { nedari: 'failing', ceka: 'waiting', odeslane: 'sent', vzdane: 'givenUp' } as const;
export type MailState = (typeof mailStates)[keyof typeof mailStates];

const isUnsent = Prisma.sql`m.sent_at IS NULL`;
const conditions: Record<MailState, Prisma.Sql> = {
  failing: Prisma.sql`${isUnsent} AND m.last_error IS NOT NULL AND m.given_up_at IS NULL`,
  waiting: Prisma.sql`${isUnsent} AND m.last_error IS NULL AND m.given_up_at IS NULL`,
  sent: Prisma.sql`m.sent_at IS NOT NULL`,
  givenUp: Prisma.sql`${isUnsent} AND m.given_up_at IS NOT NULL`,
};

export type MailCounts = Record<MailState, number>;

export async function countMails(db: PrismaClient, now: Temporal.Instant): Promise<MailCounts> {
  const [counts] = await db.$queryRaw<MailCounts[]>`
    SELECT count(*) FILTER (WHERE ${conditions.waiting})::int AS waiting,
           count(*) FILTER (WHERE ${conditions.failing})::int AS failing,
           count(*) FILTER (WHERE ${conditions.sent})::int AS sent,
           count(*) FILTER (WHERE ${conditions.givenUp})::int AS "givenUp"
    FROM mail m WHERE m.created_at > ${since(now)}`;
  return counts ?? { waiting: 0, failing: 0, sent: 0, givenUp: 0 };
}

export interface MailRow {
  id: string;
  kind: string;
  reference: string | null;
  createdAt: Date;
  attempts: number;
  lastAttemptAt: Date | null;
  lastError: string | null;
  failure: MailFailure | null;
}

interface Wanted {
  state: MailState;
  /** The last row of the page before; null for the first page. */
  after: MailCursor | null;
  now: Temporal.Instant;
}

/** One page, the newest first, and where the next one begins. Never what they say or to whom. */
export async function findMails(
  db: PrismaClient,
  { state, after, now }: Wanted,
): Promise<{ mails: MailRow[]; next: string | null }> {
  const behind = after
    ? Prisma.sql`AND (m.created_at, m.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<MailRow[]>`
    SELECT m.id, m.kind, c.reference, m.created_at AS "createdAt", m.attempts, m.last_attempt_at AS "lastAttemptAt",
           m.last_error AS "lastError", m.failure::text AS failure
    FROM mail m LEFT JOIN "case" c ON c.id = m.case_id
    WHERE ${conditions[state]} AND m.created_at > ${since(now)} ${behind}
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${listed + 1}`;
  const mails = rows.slice(0, listed);
  const last = rows.length > listed ? mails.at(-1) : undefined;
  return { mails, next: last ? writeCursor(last) : null };
}

/** Ids of all that fail. */
export async function findFailing(db: Pick<PrismaClient, '$queryRaw'>, now: Temporal.Instant): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM mail m WHERE ${conditions.failing} AND m.created_at > ${since(now)} ORDER BY m.created_at, m.id`;
  return rows.map(({ id }) => id);
}

const cursor = z.tuple([z.iso.datetime({ precision: 3 }), z.uuid()]);

export interface MailCursor {
  createdAt: string;
  id: string;
}

/** Null for whatever this portal did not write. */
export function readCursor(text: string): MailCursor | null {
  const parsed = cursor.safeParse(Buffer.from(text, 'base64url').toString('latin1').split(' '));
  return parsed.success ? { createdAt: parsed.data[0], id: parsed.data[1] } : null;
}

function writeCursor({ createdAt, id }: MailRow): string {
  return Buffer.from(`${createdAt.toISOString()} ${id}`).toString('base64url');
}

function since(now: Temporal.Instant): Date {
  return new Date(now.subtract({ hours: 24 * mailDays }).epochMilliseconds);
}
