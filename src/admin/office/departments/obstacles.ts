import type { Prisma } from '../../../generated/prisma/client.ts';

/** What keeps a department from being removed; nothing when it is empty. */
export interface Obstacles {
  units: number;
  /** Also those who have left: what they did names the department. */
  officers: number;
  /** Also those that are closed. */
  cases: number;
  /** Given to it by other departments, also those that are answered: they name it for good. */
  tasks: number;
  /** Titles of agendas that name it, as their own or in their plan. */
  agendas: string[];
}

type Db = Pick<Prisma.TransactionClient, 'department' | '$queryRaw'>;

export async function findObstacles(db: Db, { id, slug }: { id: string; slug: string }): Promise<Obstacles> {
  const { _count } = await db.department.findUniqueOrThrow({
    where: { id },
    select: { _count: { select: { units: true, officers: true, cases: true, tasks: true } } },
  });
  const agendas = await db.$queryRaw<{ title: string }[]>`
    SELECT DISTINCT v.title FROM agenda_version v
    WHERE (v.status IN ('draft', 'scheduled', 'published')
        OR v.status <> 'trial' AND EXISTS (SELECT FROM "case" c WHERE c.agenda_version_id = v.id AND c.decided_at IS NULL))
      AND (v.definition ->> 'department' = ${slug}
        OR v.definition @> jsonb_build_object('plan', jsonb_build_array(jsonb_build_object('department', ${slug}::text))))
    ORDER BY v.title`;
  return { ..._count, agendas: agendas.map(({ title }) => title) };
}

export function isEmpty({ units, officers, cases, tasks, agendas }: Obstacles): boolean {
  return units + officers + cases + tasks + agendas.length === 0;
}
