import type { Pool } from 'pg';
import type { OfficerRole } from '../../../core/actor.ts';
import { prepared } from '../../../database/prepared.ts';
import { mailboxOf } from '../../../database/mailbox.ts';
import { Prisma, type PrismaClient } from '../../../generated/prisma/client.ts';

const pageSize = 50;

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  jobTitle: string;
  department: string;
  roles: OfficerRole[];
  active: boolean;
}

export interface PeopleRequest {
  /** Part of a name, an e-mail or a job, in any case and without accents. */
  search: string;
  /** Slug of a department, or empty. */
  department: string;
  /** Also those who have left. */
  withLeft: boolean;
  /** The last one of the page before; its id alone, for no name belongs into an address. */
  after: string | null;
}

/** By surname, as Czech sorts. The office has hundreds of people and not more, so they are sorted when asked for. */
export async function findPeople(
  pool: Pool,
  { search, department, withLeft, after }: PeopleRequest,
): Promise<{ rows: PersonRow[]; hasMore: boolean }> {
  const rows = await prepared<PersonRow>(
    pool,
    Prisma.sql`
    WITH person AS (
      SELECT o.id, a.name, a.email, o.job_title AS "jobTitle", d.name AS department, d.slug, o.roles::text[] AS roles, o.active,
        regexp_replace(split_part(a.name, ',', 1), '^(.*) (\\S+)$', '\\2 \\1') COLLATE "cs-x-icu" AS filed
      FROM officer o JOIN account a ON a.id = o.account_id JOIN department d ON d.id = o.department_id
    )
    SELECT id, name, email, "jobTitle", department, roles, active FROM person
    WHERE (active OR ${withLeft}::boolean)
      AND (${department}::text = '' OR slug = ${department}::text)
      AND strpos(${plain(Prisma.sql`concat_ws(' ', name, email, "jobTitle")`)}, ${plain(Prisma.sql`${search}::text`)}) > 0
      AND (${after}::uuid IS NULL OR (filed, id) > (SELECT filed, id FROM person WHERE id = ${after}::uuid))
    ORDER BY filed, id LIMIT ${Prisma.raw(String(pageSize + 1))}`,
  );
  return { rows: rows.slice(0, pageSize), hasMore: rows.length > pageSize };
}

/** Small letters without accents. */
function plain(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`lower(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;
}

export interface Person {
  id: string;
  accountId: string;
  name: string;
  email: string;
  jobTitle: string;
  phone: string;
  departmentId: string;
  department: string;
  roles: OfficerRole[];
  agendaIds: string[];
  active: boolean;
  openCases: number;
}

export async function findPerson(db: Pick<Prisma.TransactionClient, 'officer'>, id: string): Promise<Person | null> {
  const row = await db.officer.findUnique({
    where: { id },
    include: {
      account: { select: { name: true, email: true } },
      department: { select: { name: true } },
      _count: { select: { cases: { where: { decidedAt: null, trial: false } } } },
    },
  });
  if (!row) return null;
  const { account, department, _count, ...officer } = row;
  const email = mailboxOf(account);
  return { ...officer, name: account.name, email, department: department.name, openCases: _count.cases };
}

/** Agendas by the title people know, for saying which of them somebody may handle. */
export async function findAgendaTitles(db: PrismaClient): Promise<{ value: string; label: string }[]> {
  const agendas = await db.agenda.findMany({
    where: { versions: { some: { status: { notIn: ['draft', 'trial'] } } } },
    select: {
      id: true,
      slug: true,
      versions: {
        where: { status: { notIn: ['draft', 'trial'] } },
        select: { title: true },
        orderBy: { number: 'desc' },
        take: 1,
      },
    },
  });
  return agendas
    .map(({ id, slug, versions }) => ({ value: id, label: versions[0]?.title ?? slug }))
    .sort((a, b) => a.label.localeCompare(b.label, 'cs'));
}
