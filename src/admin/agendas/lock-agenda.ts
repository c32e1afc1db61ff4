import type { Prisma } from '../../generated/prisma/client.ts';

/** Changes of one agenda go one after another: the row of the agenda is the gate. Gives its id. */
export async function lockAgenda(tx: Prisma.TransactionClient, slug: string): Promise<string | null> {
  const [agenda] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM agenda WHERE slug = ${slug} FOR UPDATE`;
  return agenda?.id ?? null;
}
