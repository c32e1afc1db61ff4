import type { Prisma } from '../generated/prisma/client.ts';
import { mailboxOf } from './mailbox.ts';

/**
 * The addresses of those who head a department, but for one officer whom it is about. A unit without a head has the one
 * above it; where there is none at all, the department's own address.
 */
export async function findHeads(
  tx: Prisma.TransactionClient,
  departmentId: string,
  except?: string,
): Promise<string[]> {
  const heads = await nearestHeads(tx, departmentId, except);
  if (heads.length > 0) return heads;
  const { email } = await tx.department.findUniqueOrThrow({ where: { id: departmentId }, select: { email: true } });
  return [email];
}

async function nearestHeads(
  tx: Prisma.TransactionClient,
  departmentId: string | null,
  except?: string,
): Promise<string[]> {
  if (departmentId === null) return [];
  const { parentId, officers } = await tx.department.findUniqueOrThrow({
    where: { id: departmentId },
    select: {
      parentId: true,
      officers: {
        where: { active: true, roles: { has: 'head' }, ...(except !== undefined && { id: { not: except } }) },
        select: { account: { select: { email: true } } },
        orderBy: { id: 'asc' },
      },
    },
  });
  return officers.length > 0 ? officers.map(({ account }) => mailboxOf(account)) : nearestHeads(tx, parentId, except);
}
