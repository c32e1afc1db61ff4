import type { PrismaClient } from '../../generated/prisma/client.ts';

/** Of an officer who does not exist, an id that belongs to no department: the command refuses both alike. */
export async function departmentOf(db: PrismaClient, officerId: string): Promise<string> {
  const officer = await db.officer.findUnique({ where: { id: officerId }, select: { departmentId: true } });
  return officer?.departmentId ?? officerId;
}
