import type { Officer } from '../core/actor.ts';
import { visibleTo } from '../core/case/permissions.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** `visibleTo` for a statement of our own, of the case `c`. */
export function visibleCases(officer: Officer): Prisma.Sql {
  const scope = visibleTo(officer);
  if ('trial' in scope && 'OR' in scope) {
    const [{ departmentId }, { officerId }] = scope.OR;
    return Prisma.sql`NOT c.trial AND (c.department_id = ANY(${departmentId.in}::uuid[]) OR c.officer_id = ANY(${officerId.in}::uuid[]))`;
  }
  return 'trial' in scope ? Prisma.sql`NOT c.trial` : Prisma.sql`FALSE`;
}
