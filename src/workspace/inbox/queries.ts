import type { Pool } from 'pg';
import type { Officer } from '../../core/actor.ts';
import type { CaseState } from '../../core/case/states.ts';
import { prepared } from '../../database/prepared.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { InboxRequest, StateFilter } from './request.ts';
import { type InboxViewName, viewsOf } from './views.ts';

export const pageSize = 25;
/** More is shown as "500+": a list that long is read by its beginning, and counting on would cost with its length. */
export const countLimit = 500;

export interface InboxRow {
  id: string;
  reference: string;
  state: CaseState;
  /** YYYY-MM-DD. */
  dueOn: string;
  isStopped: boolean;
  /** Sealed { applicantName, subject }. */
  summary: Uint8Array;
  agenda: string;
  officer: string | null;
  department: string;
}

/** How many cases wait for a decision in each list, counted up to the limit. */
type InboxCounts = Partial<Record<InboxViewName, number>>;

export interface Inbox {
  counts: InboxCounts;
  /** One page and one row more, which says that there is a next one. */
  rows: InboxRow[];
}

type Params = { officer: Officer; request: InboxRequest };

/** The page and the counts by one statement. Each list is cut off before it is joined, so its length costs nothing. */
export async function findInbox(pool: Pool, { officer, request }: Params): Promise<Inbox> {
  const order = orderOf(request, officer);
  const conditions = [...conditionsOf(request, officer), ...behind(request)];
  const found = await prepared<InboxCounts & (InboxRow | { id: null })>(
    pool,
    Prisma.sql`
    SELECT n.*, c.id, c.reference, c.state::text AS state, c.due_on::text AS "dueOn",
           c.clock_stopped_on IS NOT NULL AS "isStopped", c.summary,
           v.title AS agenda, a.name AS officer, d.name AS department
    FROM (SELECT ${Prisma.join(viewsOf(officer).map(view => count(view, officer)))}) n
    LEFT JOIN (
      SELECT c.* FROM "case" c WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${order} LIMIT ${oneMore(pageSize)}
    ) c ON TRUE
    LEFT JOIN agenda_version v ON v.id = c.agenda_version_id
    LEFT JOIN department d ON d.id = c.department_id
    LEFT JOIN officer o ON o.id = c.officer_id
    LEFT JOIN account a ON a.id = o.account_id
    ORDER BY ${order}`,
  );
  return { counts: found[0] ?? {}, rows: found.filter(row => row.id !== null) };
}

/** What a case of the list has to be. */
export function conditionsOf(request: InboxRequest, officer: Officer): Prisma.Sql[] {
  return [notTrial, inView(request.view, officer), ...filters(request)];
}

function count(view: InboxViewName, officer: Officer): Prisma.Sql {
  return Prisma.sql`(
    SELECT count(*)::int
    FROM (SELECT FROM "case" c WHERE ${notTrial} AND ${inView(view, officer)} AND ${undecided} LIMIT ${oneMore(countLimit)}) listed
  ) AS ${Prisma.raw(view)}`;
}

function inView(view: InboxViewName, officer: Officer): Prisma.Sql {
  switch (view) {
    case 'vse':
      return Prisma.sql`TRUE`;
    case 'odbor':
      return ofDepartment(officer);
    case 'moje':
      return Prisma.sql`c.officer_id = ${officer.officerId}::uuid`;
    case 'neprirazene':
      return isRegistry(officer)
        ? Prisma.sql`c.officer_id IS NULL`
        : Prisma.sql`c.officer_id IS NULL AND ${ofDepartment(officer)}`;
  }
}

function isRegistry({ roles }: Officer): boolean {
  return roles.includes('registry');
}

function ofDepartment(officer: Officer): Prisma.Sql {
  return Prisma.sql`c.department_id = ${officer.departmentId}::uuid`;
}

/** In the words of the partial indexes, so that the lists are served by them. */
const undecided = Prisma.sql`c.decided_at IS NULL`;
const notTrial = Prisma.sql`NOT c.trial`;

const inState: Record<StateFilter | '', Prisma.Sql> = {
  '': undecided,
  podane: Prisma.sql`${undecided} AND c.state = 'filed'`,
  prevzate: Prisma.sql`${undecided} AND c.state = 'takenOver'`,
  rozpracovane: Prisma.sql`${undecided} AND c.state = 'inProgress'`,
  vyrizene: Prisma.sql`c.closed_at IS NULL AND c.decided_at IS NOT NULL`,
  uzavrene: Prisma.sql`c.closed_at IS NOT NULL`,
};

function filters({ state, agenda, department, officer }: InboxRequest): Prisma.Sql[] {
  return [
    inState[state],
    ...(agenda ? [Prisma.sql`c.agenda_id = (SELECT id FROM agenda WHERE slug = ${agenda})`] : []),
    ...(department ? [Prisma.sql`c.department_id = (SELECT id FROM department WHERE slug = ${department})`] : []),
    ...(officer ? [Prisma.sql`c.officer_id = ${officer}::uuid`] : []),
  ];
}

function orderOf(request: InboxRequest, officer: Officer): Prisma.Sql {
  if (newestFirst(request)) return Prisma.sql`c.due_on DESC, c.id DESC`;
  // The same in every row of this list, and named so that the index that begins with it gives the order.
  if (request.view === 'neprirazene' && isRegistry(officer)) return Prisma.sql`c.officer_id, c.due_on, c.id`;
  return Prisma.sql`c.due_on, c.id`;
}

/** What was closed is looked for from the newest; what is to be done, from the most urgent. */
export function newestFirst({ state }: Pick<InboxRequest, 'state'>): boolean {
  return state === 'uzavrene';
}

function behind(request: InboxRequest): Prisma.Sql[] {
  if (!request.after) return [];
  const last = Prisma.sql`(${request.after.dueOn}::date, ${request.after.id}::uuid)`;
  return [newestFirst(request) ? Prisma.sql`(c.due_on, c.id) < ${last}` : Prisma.sql`(c.due_on, c.id) > ${last}`];
}

/** Written into the statement, so that PostgreSQL plans for so many rows. */
function oneMore(limit: number): Prisma.Sql {
  return Prisma.raw(String(limit + 1));
}
