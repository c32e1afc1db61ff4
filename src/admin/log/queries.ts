import { auditSentence } from '../../audit/sentence.ts';
import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { LogRequest } from './request.ts';

export interface LogRow {
  id: bigint;
  at: Temporal.Instant;
  /** Null of the portal itself and of guests. */
  who: string | null;
  kind: string;
  sentence: string;
}

interface Row {
  id: bigint;
  at: Date;
  kind: string;
  who: string | null;
  action: string;
  details: Record<string, unknown>;
}

const pageSize = 50;
/** People a part of a name may mean; more than these are not told apart. */
const mostPeople = 200;

/** A page of the records, the newest first. */
export async function findRecords(
  { db }: Pick<Deps, 'db'>,
  request: LogRequest,
): Promise<{ rows: LogRow[]; next: bigint | null }> {
  const found = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT r.id, r.at, r.actor_kind AS kind, r.action, r.details, coalesce(officer_account.name, account.name) AS who
    FROM audit_record r
    LEFT JOIN officer ON r.actor_kind = 'officer' AND officer.id = r.actor_id
    LEFT JOIN account officer_account ON officer_account.id = officer.account_id
    LEFT JOIN account ON r.actor_kind = 'citizen' AND account.id = r.actor_id
    WHERE ${Prisma.join(await conditions(db, request), ' AND ')}
    ORDER BY r.id DESC LIMIT ${pageSize + 1}`);
  const rows = found.slice(0, pageSize).map(({ at, action, details, ...row }) => ({
    ...row,
    at: at.toTemporalInstant(),
    sentence: auditSentence(action, details),
  }));
  return { rows, next: found.length > rows.length ? (rows.at(-1)?.id ?? null) : null };
}

async function conditions(db: Deps['db'], request: LogRequest): Promise<Prisma.Sql[]> {
  const { reference, who, action, from, until, before } = request;
  const some: Prisma.Sql[] = [Prisma.sql`TRUE`];
  if (before !== null) some.push(Prisma.sql`r.id < ${before}`);
  if (action) some.push(Prisma.sql`r.action = ${action}`);
  if (from) some.push(Prisma.sql`r.at >= ${startOf(from)}`);
  if (until) some.push(Prisma.sql`r.at < ${startOf(until.add({ days: 1 }))}`);
  if (reference !== null) {
    const found = await db.case.findUnique({ where: { reference }, select: { id: true } });
    some.push(found ? Prisma.sql`r.subject = ${`case/${found.id}`}` : Prisma.sql`FALSE`);
  }
  if (who) some.push(Prisma.sql`r.actor_id = ANY(${await actorsCalled(db, who)}::uuid[])`);
  return some;
}

/** Ids of officers and of accounts, as records name who acted. */
async function actorsCalled(db: Deps['db'], who: string): Promise<string[]> {
  const accounts = await db.account.findMany({
    where: { OR: [{ email: who.toLowerCase() }, { name: { contains: who, mode: 'insensitive' } }] },
    select: { id: true, officer: { select: { id: true } } },
    take: mostPeople,
  });
  return accounts.flatMap(({ id, officer }) => [id, ...(officer ? [officer.id] : [])]);
}

function startOf(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime('Europe/Prague').epochMilliseconds);
}
