import type { Absence } from '../core/case/deputies.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { dayColumn, dayOf } from './days.ts';

/** An absence as a statement of our own reads it; days are texts. */
export interface AbsenceRow {
  officerId: string;
  deputyId: string | null;
  from: string;
  until: string;
}

/** The absences of a day, all of the office: a few rows of JSON, so that chains of deputies can be followed. */
export function absencesOnSql(day: Temporal.PlainDate): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object(
      'officerId', b.officer_id, 'deputyId', b.deputy_id, 'from', b.from_on, 'until', b.until_on)), '[]')
    FROM absence b WHERE b.until_on >= ${day.toString()}::date AND b.from_on <= ${day.toString()}::date)`;
}

export function absenceOf({ officerId, deputyId, from, until }: AbsenceRow): Absence {
  return { officerId, deputyId, from: dayOf(from), until: dayOf(until) };
}

/** The same through Prisma, as the core follows them. */
export async function findAbsencesOn(
  db: Pick<Prisma.TransactionClient, 'absence'>,
  day: Temporal.PlainDate,
): Promise<Absence[]> {
  const rows = await db.absence.findMany({
    where: { untilOn: { gte: dayColumn(day) }, fromOn: { lte: dayColumn(day) } },
    select: { officerId: true, deputyId: true, fromOn: true, untilOn: true },
  });
  return rows.map(({ officerId, deputyId, fromOn, untilOn }) => ({
    officerId,
    deputyId,
    from: dayOf(fromOn),
    until: dayOf(untilOn),
  }));
}
