import { inOrder, type Placed } from '../../../core/office/tree.ts';
import type { Prisma, PrismaClient } from '../../../generated/prisma/client.ts';

export interface DepartmentRow {
  id: string;
  slug: string;
  name: string;
  phone: string;
  email: string;
  siteId: string;
  parentId: string | null;
  position: number;
  site: string;
  /** Those who have not left. */
  officers: number;
}

/** The whole office, in the order of its tree. Departments are tens, so they are one page. */
export async function findDepartments(
  db: Pick<Prisma.TransactionClient, 'department'>,
): Promise<Placed<DepartmentRow>[]> {
  const rows = await db.department.findMany({
    include: { site: { select: { name: true } }, _count: { select: { officers: { where: { active: true } } } } },
  });
  return inOrder(rows.map(({ site, _count, ...row }) => ({ ...row, site: site.name, officers: _count.officers })));
}

/** The buildings, for choosing; each with its address and hours, which its departments share. */
export async function findSites(db: PrismaClient): Promise<{ value: string; label: string }[]> {
  const sites = await db.site.findMany({ select: { id: true, name: true, address: true }, orderBy: { name: 'asc' } });
  return sites.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` }));
}
