import { rolesWith } from '../core/office/rights.ts';
import { above } from '../core/office/tree.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';

/** Whether what goes to that department would wait for nobody: it has no people who work cases, nor a head above it. */
export async function isDeserted(
  db: PrismaClient,
  to: { departmentId: string } | { officerId: string },
): Promise<boolean> {
  if (!('departmentId' in to)) return false;
  const { departmentId } = to;
  const departments = await db.department.findMany({ select: { id: true, parentId: true } });
  // One that is gone is refused for that.
  if (!departments.some(({ id }) => id === departmentId)) return false;
  const people = await db.officer.count({
    where: {
      active: true,
      OR: [
        { departmentId, roles: { hasSome: rolesWith('workCases') } },
        { departmentId: { in: above(departments, departmentId) }, roles: { has: 'head' } },
      ],
    },
  });
  return people === 0;
}
