import type { Pool } from 'pg';
import { planned } from '../../database/prepared.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Period } from './period.ts';
import type { FiguresScope, Listing } from './scope.ts';

export interface FiguresRow {
  /** Null for cases that nobody has. */
  name: string | null;
  received: number;
  finished: number;
  granted: number;
  partlyGranted: number;
  refused: number;
  /** Ended without a decision: settled, forwarded, withdrawn, discontinued, shelved, not confirmed. */
  otherwise: number;
  /** As things stand today. */
  open: number;
  overdue: number;
  /** Of what was finished; null when nothing was. Days of the office alone. */
  median: number | null;
  ninetieth: number | null;
}

export interface MonthRow {
  /** YYYY-MM. */
  month: string;
  received: number;
  finished: number;
}

interface Asked {
  scope: FiguresScope;
  period: Period;
  today: Temporal.PlainDate;
}

/** One row for each agenda, department or officer that had anything to do, by name. */
export async function findFigures(pool: Pool, { scope, period, today, listing }: Asked & { listing: Listing }) {
  const { key, name } = keys[listing];
  const of = listing === 'urednici' ? Prisma.sql`${scope.of} AND ${scope.ofOfficers}` : scope.of;
  return planned<FiguresRow>(
    pool,
    Prisma.sql`
    WITH received AS (
      SELECT ${key} AS key, count(*)::int AS received FROM "case" c
      WHERE NOT c.trial AND ${within(Prisma.sql`c.filed_at`, period)} AND ${of} GROUP BY 1
    ), finished AS (
      SELECT ${key} AS key, count(*)::int AS finished,
        count(*) FILTER (WHERE c.outcome = 'granted')::int AS granted,
        count(*) FILTER (WHERE c.outcome = 'partlyGranted')::int AS partly_granted,
        count(*) FILTER (WHERE c.outcome = 'refused')::int AS refused,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY c.own_days) AS median,
        percentile_disc(0.9) WITHIN GROUP (ORDER BY c.own_days) AS ninetieth
      FROM "case" c
      WHERE c.decided_at IS NOT NULL AND NOT c.trial AND ${within(Prisma.sql`c.decided_at`, period)} AND ${of} GROUP BY 1
    ), waiting AS (
      SELECT ${key} AS key, count(*)::int AS open,
        count(*) FILTER (WHERE c.due_on < ${today.toString()}::date AND c.clock_stopped_on IS NULL
          AND c.state <> 'unconfirmed')::int AS overdue
      FROM "case" c WHERE c.decided_at IS NULL AND NOT c.trial AND ${of} GROUP BY 1
    ), keys AS (SELECT key FROM received UNION SELECT key FROM finished UNION SELECT key FROM waiting)
    SELECT ${name} AS name, coalesce(received, 0) AS received, coalesce(finished, 0) AS finished,
      coalesce(granted, 0) AS granted, coalesce(partly_granted, 0) AS "partlyGranted", coalesce(refused, 0) AS refused,
      coalesce(finished - granted - partly_granted - refused, 0) AS otherwise,
      coalesce(open, 0) AS open, coalesce(overdue, 0) AS overdue, median, ninetieth
    FROM keys k
    LEFT JOIN received ON received.key IS NOT DISTINCT FROM k.key
    LEFT JOIN finished ON finished.key IS NOT DISTINCT FROM k.key
    LEFT JOIN waiting ON waiting.key IS NOT DISTINCT FROM k.key
    ORDER BY name NULLS LAST`,
  );
}

/** Every month of the period, also one in which nothing happened. */
export async function findMonths(pool: Pool, { scope, period }: Asked): Promise<MonthRow[]> {
  const months = (column: Prisma.Sql, finished: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT to_char(${column} AT TIME ZONE 'Europe/Prague', 'YYYY-MM') AS month, count(*)::int AS n FROM "case" c
    WHERE ${finished} NOT c.trial AND ${within(column, period)} AND ${scope.of} GROUP BY 1`;
  return planned<MonthRow>(
    pool,
    Prisma.sql`
    WITH received AS (${months(Prisma.sql`c.filed_at`, Prisma.empty)}),
      finished AS (${months(Prisma.sql`c.decided_at`, Prisma.sql`c.decided_at IS NOT NULL AND`)})
    SELECT to_char(m, 'YYYY-MM') AS month, coalesce(received.n, 0) AS received, coalesce(finished.n, 0) AS finished
    FROM generate_series(${period.from.with({ day: 1 }).toString()}::timestamp, ${period.until.toString()}::timestamp, '1 month') m
    LEFT JOIN received ON received.month = to_char(m, 'YYYY-MM')
    LEFT JOIN finished ON finished.month = to_char(m, 'YYYY-MM')
    ORDER BY 1`,
  );
}

const keys: Record<Listing, { key: Prisma.Sql; name: Prisma.Sql }> = {
  agendy: {
    key: Prisma.sql`c.agenda_id`,
    name: Prisma.sql`(SELECT v.title FROM agenda_version v WHERE v.agenda_id = k.key ORDER BY v.number DESC LIMIT 1)`,
  },
  odbory: { key: Prisma.sql`c.department_id`, name: Prisma.sql`(SELECT d.name FROM department d WHERE d.id = k.key)` },
  urednici: {
    key: Prisma.sql`c.officer_id`,
    name: Prisma.sql`(SELECT a.name FROM officer o JOIN account a ON a.id = o.account_id WHERE o.id = k.key)`,
  },
};

/** Days are days in Prague. */
function within(column: Prisma.Sql, { from, until }: Period): Prisma.Sql {
  return Prisma.sql`${column} >= ${from.toString()}::timestamp AT TIME ZONE 'Europe/Prague'
    AND ${column} < ${until.add({ days: 1 }).toString()}::timestamp AT TIME ZONE 'Europe/Prague'`;
}
