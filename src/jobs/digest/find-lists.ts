import { dayOf } from '../../database/days.ts';
import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { DigestList, DigestPart } from '../../notifications/digest-letter.ts';
import type { Recipient } from './find-recipients.ts';

/** How many cases of a part are named. */
const named = 10;

interface Row {
  readerId: string;
  part: DigestPart;
  total: number;
  first: { reference: string; agenda: string; dueOn: string }[];
}

/** What there is to say to each, by officer: two queries for the whole office, over its open cases. */
export async function findLists(
  { db }: Pick<Deps, 'db'>,
  recipients: readonly Recipient[],
  day: Temporal.PlainDate,
): Promise<Map<string, DigestList[]>> {
  const rows = await Promise.all([
    db.$queryRaw<Row[]>(heldSql(recipients, day)),
    db.$queryRaw<Row[]>(departmentSql(recipients, day)),
  ]);
  const lists = Map.groupBy(rows.flat(), ({ readerId }) => readerId);
  return new Map([...lists].map(([readerId, of]) => [readerId, of.map(listOf)]));
}

function listOf({ part, total, first }: Row): DigestList {
  return { part, total, first: first.map(one => ({ ...one, dueOn: dayOf(one.dueOn) })) };
}

/** Whose cases each reads about: their own, and of those they stand in for. What is overdue is told whatever they chose. */
function heldSql(recipients: readonly Recipient[], day: Temporal.PlainDate): Prisma.Sql {
  const pairs = recipients.flatMap(({ officerId, since, without, standsInFor }) =>
    [officerId, ...standsInFor].map(holderId => ({
      readerId: officerId,
      holderId,
      since: since.toString(),
      withNew: !without.includes('newCase'),
      withAnswered: !without.includes('answered'),
      withDue: !without.includes('deadlines'),
    })),
  );
  const sunday = day.add({ days: 7 - day.dayOfWeek });
  return Prisma.sql`
    WITH reading AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS r("readerId" uuid, "holderId" uuid,
        since timestamptz, "withNew" boolean, "withAnswered" boolean, "withDue" boolean)
    ), held AS (
      SELECT r."readerId", r."holderId" = r."readerId" AS own, c.id, c.reference, c.agenda_version_id, c.due_on,
        c.clock_stopped_on IS NULL AND c.due_on < ${day.toString()}::date AS overdue,
        r."withDue" AND c.clock_stopped_on IS NULL
          AND c.due_on BETWEEN ${day.toString()}::date AND ${sunday.toString()}::date AS due,
        r."withAnswered" AND c.answered_at IS NOT NULL AS answered,
        r."withNew" AND c.changed_at > r.since AND (${cameSql}) AS new
      FROM reading r JOIN "case" c ON c.officer_id = r."holderId"
      WHERE c.decided_at IS NULL AND NOT c.trial
    ), said AS (
      SELECT *, 'overdue' AS part FROM held WHERE own AND overdue
      UNION ALL SELECT *, 'dueThisWeek' FROM held WHERE own AND due
      UNION ALL SELECT *, 'newCase' FROM held WHERE own AND new
      UNION ALL SELECT *, 'answered' FROM held WHERE own AND answered
      UNION ALL SELECT *, 'standIn' FROM held WHERE NOT own AND (overdue OR due OR new OR answered)
    ) ${groupedSql}`;
}

/** Whether the case last found its officer since then, and not by their own hand. */
const cameSql = Prisma.sql`
  SELECT e.at > r.since AND e.actor_id IS DISTINCT FROM c.officer_id FROM case_event e
  WHERE e.case_id = c.id AND e.type IN ('filed', 'confirmed', 'assigned', 'movedOn', 'takenOver') ORDER BY e.number DESC LIMIT 1`;

/** What heads read besides about their departments. */
function departmentSql(recipients: readonly Recipient[], day: Temporal.PlainDate): Prisma.Sql {
  const pairs = recipients.flatMap(({ officerId, heads }) =>
    heads.map(departmentId => ({ readerId: officerId, departmentId })),
  );
  return Prisma.sql`
    WITH reading AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS r("readerId" uuid, "departmentId" uuid)
    ), said AS (
      SELECT r."readerId", c.id, c.reference, c.agenda_version_id, c.due_on, 'late' AS part
      FROM reading r JOIN "case" c ON c.department_id = r."departmentId"
      WHERE c.decided_at IS NULL AND c.state <> 'unconfirmed' AND NOT c.trial AND c.due_on < ${day.toString()}::date AND c.clock_stopped_on IS NULL
        AND c.officer_id <> r."readerId"
      UNION ALL
      SELECT r."readerId", c.id, c.reference, c.agenda_version_id, c.due_on, 'unassigned'
      FROM reading r JOIN "case" c ON c.department_id = r."departmentId"
      WHERE c.decided_at IS NULL AND c.state <> 'unconfirmed' AND NOT c.trial AND c.officer_id IS NULL
    ) ${groupedSql}`;
}

/** The most urgent of each part by name, and how many there are. */
const groupedSql = Prisma.sql`
  , ranked AS (
    SELECT *, row_number() OVER (PARTITION BY "readerId", part ORDER BY due_on, id) AS place,
      count(*) OVER (PARTITION BY "readerId", part) AS total
    FROM said
  )
  SELECT k."readerId", k.part, max(k.total)::int AS total,
    jsonb_agg(jsonb_build_object('reference', k.reference, 'agenda', v.title, 'dueOn', k.due_on) ORDER BY k.place) AS first
  FROM ranked k JOIN agenda_version v ON v.id = k.agenda_version_id
  WHERE k.place <= ${named}
  GROUP BY k."readerId", k.part`;
