import type { Officer } from '../../core/actor.ts';
import { compareNames } from '../../core/czech/surname-first.ts';
import { departmentsHeadedBy } from '../../core/office/absences.ts';
import { dayColumn, dayOf } from '../../database/days.ts';
import type { Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import type { AbsenceCursor } from './cursor.ts';

const pageSize = 50;

export interface AbsenceRow {
  id: string;
  officerId: string;
  name: string;
  deputyId: string | null;
  deputy: string | null;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

const columns = {
  id: true,
  officerId: true,
  deputyId: true,
  fromOn: true,
  untilOn: true,
  officer: { select: { account: { select: { name: true } } } },
  deputy: { select: { account: { select: { name: true } } } },
} satisfies Prisma.AbsenceSelect;

function rowOf(row: Prisma.AbsenceGetPayload<{ select: typeof columns }>): AbsenceRow {
  return {
    id: row.id,
    officerId: row.officerId,
    name: row.officer.account.name,
    deputyId: row.deputyId,
    deputy: row.deputy?.account.name ?? null,
    from: dayOf(row.fromOn),
    until: dayOf(row.untilOn),
  };
}

/** Whose absences this officer may set: a condition on officers. */
export function managedBy(officer: Officer): Prisma.OfficerWhereInput {
  return { OR: [{ id: officer.officerId }, { departmentId: { in: departmentsHeadedBy(officer) }, active: true }] };
}

interface Page {
  managed: Prisma.OfficerWhereInput;
  today: Temporal.PlainDate;
  after: AbsenceCursor | null;
}

/** What goes on and what is to come, the one that ends first at the top. */
export async function findAbsences(
  db: PrismaClient,
  { managed, today, after }: Page,
): Promise<{ rows: AbsenceRow[]; hasMore: boolean }> {
  const until = after && dayColumn(after.until);
  const behind: Prisma.AbsenceWhereInput = until
    ? { OR: [{ untilOn: { gt: until } }, { untilOn: until, id: { gt: after.id } }] }
    : {};
  const rows = await db.absence.findMany({
    where: { AND: [{ officer: managed, untilOn: { gte: dayColumn(today) } }, behind] },
    select: columns,
    orderBy: [{ untilOn: 'asc' }, { id: 'asc' }],
    take: pageSize + 1,
  });
  return { rows: rows.slice(0, pageSize).map(rowOf), hasMore: rows.length > pageSize };
}

/** One that is not over, of somebody whose absences this officer sets. */
export async function findAbsence(
  db: PrismaClient,
  { id, managed, today }: Omit<Page, 'after'> & { id: string },
): Promise<AbsenceRow | null> {
  const row = await db.absence.findFirst({
    where: { id, officer: managed, untilOn: { gte: dayColumn(today) } },
    select: columns,
  });
  return row && rowOf(row);
}

const lookAheadDays = 14;
const warned = 20;

export interface Unattended {
  id: string;
  name: string;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  openCases: number;
}

/** Absences, now or soon, in which nobody stands in. */
export async function findUnattended(db: PrismaClient, { managed, today }: Omit<Page, 'after'>): Promise<Unattended[]> {
  const rows = await db.absence.findMany({
    where: {
      officer: managed,
      deputyId: null,
      untilOn: { gte: dayColumn(today) },
      fromOn: { lte: dayColumn(today.add({ days: lookAheadDays })) },
    },
    select: {
      id: true,
      fromOn: true,
      untilOn: true,
      officer: {
        select: {
          account: { select: { name: true } },
          _count: { select: { cases: { where: { decidedAt: null, trial: false } } } },
        },
      },
    },
    orderBy: [{ untilOn: 'asc' }, { id: 'asc' }],
    take: warned,
  });
  return rows.map(({ id, fromOn, untilOn, officer }) => ({
    id,
    name: officer.account.name,
    from: dayOf(fromOn),
    until: dayOf(untilOn),
    openCases: officer._count.cases,
  }));
}

/** For whom this officer stands in today, and until when. */
export async function findDeputised(
  db: PrismaClient,
  { standsInFor }: Officer,
  today: Temporal.PlainDate,
): Promise<{ name: string; until: Temporal.PlainDate }[]> {
  if (standsInFor.length === 0) return [];
  const on = dayColumn(today);
  const rows = await db.absence.findMany({
    where: { officerId: { in: standsInFor }, untilOn: { gte: on }, fromOn: { lte: on } },
    select: columns,
    orderBy: { untilOn: 'asc' },
  });
  return rows.map(rowOf).map(({ name, until }) => ({ name, until }));
}

/** Those whose absences this officer sets, by name. */
export async function findManaged(
  db: PrismaClient,
  managed: Prisma.OfficerWhereInput,
): Promise<{ value: string; label: string }[]> {
  const officers = await db.officer.findMany({
    where: managed,
    select: { id: true, account: { select: { name: true } } },
  });
  return officers
    .map(({ id, account }) => ({ value: id, label: account.name }))
    .sort((a, b) => compareNames(a.label, b.label));
}
