import { rolesWith } from '../../../core/office/rights.ts';
import { type RoutingRule, routingRule } from '../../../core/case/routing.ts';
import { compareNames } from '../../../core/czech/surname-first.ts';
import { type Definition, isQuestion } from '../../../core/form/definition.ts';
import type { Deps } from '../../../deps.ts';

/** An agenda at one of the departments its cases come to. */
export interface Routed {
  agendaId: string;
  slug: string;
  title: string;
  department: { id: string; slug: string; name: string };
  /** The department that gets the filing; the others get the case on its way. */
  isFirst: boolean;
  rule: RoutingRule;
  definition: Definition;
}

type Needs = Pick<Deps, 'db' | 'definitions'>;

/** Every agenda that is offered, with the departments of its plan, by title. Agendas are tens, so they are one page. */
export async function findRoutings({ db, definitions }: Needs): Promise<Routed[]> {
  const [versions, departments, rows] = await Promise.all([
    db.agendaVersion.findMany({
      where: { status: 'published' },
      select: { id: true, agendaId: true, agenda: { select: { slug: true } } },
    }),
    db.department.findMany({ select: { id: true, slug: true, name: true } }),
    db.routing.findMany({ select: { agendaId: true, departmentId: true, rule: true } }),
  ]);
  const lists = await Promise.all(
    versions.map(async ({ id, agendaId, agenda }) => {
      const definition = await definitions.of(id);
      const slugs = new Set([definition.department, ...definition.plan.map(step => step.department)]);
      return [...slugs].flatMap((slug): Routed[] => {
        const department = departments.find(known => known.slug === slug);
        if (!department) return [];
        const row = rows.find(one => one.agendaId === agendaId && one.departmentId === department.id);
        const rule = routingRule.safeParse(row?.rule).data ?? { by: 'nobody' };
        const isFirst = slug === definition.department;
        return [{ agendaId, slug: agenda.slug, title: definition.title, department, isFirst, rule, definition }];
      });
    }),
  );
  return lists.flat().sort((a, b) => a.title.localeCompare(b.title, 'cs') || Number(b.isFirst) - Number(a.isFirst));
}

export interface Handler {
  id: string;
  name: string;
}

/** Who of a department may get cases of the agenda, by name. */
export async function findHandlers({ db }: Pick<Deps, 'db'>, { agendaId, department }: Routed): Promise<Handler[]> {
  const officers = await db.officer.findMany({
    where: {
      departmentId: department.id,
      active: true,
      roles: { hasSome: rolesWith('workCases') },
      OR: [{ agendaIds: { isEmpty: true } }, { agendaIds: { has: agendaId } }],
    },
    select: { id: true, account: { select: { name: true } } },
  });
  return officers.map(({ id, account }) => ({ id, name: account.name })).sort((a, b) => compareNames(a.name, b.name));
}

/** Names of whoever the rules name, also of those who have left. */
export async function findNames(
  { db }: Pick<Deps, 'db'>,
  ids: string[],
): Promise<Map<string, Handler & { active: boolean }>> {
  const officers = await db.officer.findMany({
    where: { id: { in: ids } },
    select: { id: true, active: true, account: { select: { name: true } } },
  });
  return new Map(officers.map(({ id, active, account }) => [id, { id, active, name: account.name }]));
}

/** The questions of an agenda whose answer has a street. */
export function streetQuestions({ steps }: Definition): { value: string; label: string }[] {
  return steps
    .flatMap(step => step.fields)
    .filter(isQuestion)
    .filter(
      field =>
        field.type === 'address' ||
        ((field.type === 'person' || field.type === 'organisation') && field.ask.includes('address')),
    )
    .map(({ id, label }) => ({ value: id, label }));
}

/** Whom a rule names. */
export function namedIn(rule: RoutingRule): string[] {
  switch (rule.by) {
    case 'fixed':
      return [rule.officerId];
    case 'alphabet':
      return [...new Set(rule.ranges.map(({ officerId }) => officerId))];
    case 'street':
      return [...new Set(rule.streets.map(({ officerId }) => officerId))];
    default:
      return [];
  }
}
