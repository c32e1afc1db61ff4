import type { PrismaClient } from '../generated/prisma/client.ts';

/** Drafts begun in this browser without an account become the person's own. One that has an owner keeps it. */
export async function claimDrafts(
  db: Pick<PrismaClient, 'draft'>,
  { drafts, accountId }: { drafts: string[]; accountId: string },
): Promise<void> {
  await db.draft.updateMany({ where: { id: { in: drafts }, accountId: null }, data: { accountId } });
}
