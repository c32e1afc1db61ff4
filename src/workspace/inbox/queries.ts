import type { Officer } from '../../core/actor.ts';
import type { CaseState } from '../../core/case/states.ts';
import { Prisma, type PrismaClient } from '../../generated/prisma/client.ts';
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
  /** Sealed { applicantName, subject }. */
  summary: Uint8Array;
  agenda: string;
  officer: string | null;
  department: string;
}

type Params = { db: PrismaClient; officer: Officer };

/** One page and one row more, by which the caller knows that there is a next one. The limit comes before the joins. */
export async function findPage({ db, officer, request }: Params & { request: InboxRequest }): Promise<InboxRow[]> {
  // What was closed is looked for from the newest; what is to be done, from the most urgent.
  const newestFirst = request.state === 'uzavrene';
  const order = newestFirst ? Prisma.sql`c.due_on DESC, c.id DESC` : Prisma.sql`c.due_on, c.id`;
  return db.$queryRaw<InboxRow[]>`
    SELECT c.id, c.reference, c.state::text AS state, c.due_on::text AS "dueOn", c.summary,
           v.title AS agenda, a.name AS officer, d.name AS department
    FROM (
      SELECT c.* FROM "case" c
      WHERE ${Prisma.join([inView(request.view, officer), ...filters(request), behind(request, newestFirst)], ' AND ')}
      ORDER BY ${order} LIMIT ${pageSize + 1}
    ) c
    JOIN agenda_version v ON v.id = c.agenda_version_id
    JOIN department d ON d.id = c.department_id
    LEFT JOIN officer o ON o.id = c.officer_id
    LEFT JOIN account a ON a.id = o.account_id
    ORDER BY ${order}`;
}

/** How many cases wait for a decision in each list, counted up to the limit. */
export async function countViews({ db, officer }: Params): Promise<Partial<Record<InboxViewName, number>>> {
  const counts = viewsOf(officer).map(
    view => Prisma.sql`(
      SELECT count(*)::int FROM (
        SELECT FROM "case" c WHERE ${inView(view, officer)} AND ${undecided} LIMIT ${countLimit + 1}
      ) counted
    ) AS ${Prisma.raw(view)}`,
  );
  const [row] = await db.$queryRaw<Partial<Record<InboxViewName, number>>[]>`SELECT ${Prisma.join(counts)}`;
  return row ?? {};
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
      return officer.roles.includes('registry')
        ? Prisma.sql`c.officer_id IS NULL`
        : Prisma.sql`c.officer_id IS NULL AND ${ofDepartment(officer)}`;
  }
}

function ofDepartment(officer: Officer): Prisma.Sql {
  return Prisma.sql`c.department_id = ${officer.departmentId}::uuid`;
}

/** In the words of the partial indexes, so that the lists are served by them. */
const undecided = Prisma.sql`c.decided_at IS NULL`;

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

function behind({ after }: InboxRequest, newestFirst: boolean): Prisma.Sql {
  if (!after) return Prisma.sql`TRUE`;
  const { dueOn, id } = after;
  return newestFirst
    ? Prisma.sql`(c.due_on, c.id) < (${dueOn}::date, ${id}::uuid)`
    : Prisma.sql`(c.due_on, c.id) > (${dueOn}::date, ${id}::uuid)`;
}
