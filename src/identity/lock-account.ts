import type { Prisma } from '../generated/prisma/client.ts';

/** Whatever happens to one account happens one after the other. */
export async function lockAccount(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM account WHERE id = ${id}::uuid FOR UPDATE`;
}
