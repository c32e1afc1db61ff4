import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { accountByCode } from './code.ts';

/** By the address they sign in with, or by the code on the screen of their phone. */
export async function lookUpAccount(deps: Pick<Deps, 'db' | 'vault' | 'now'>, who: string): Promise<string | null> {
  if (!who.includes('@')) return accountByCode(deps, who);
  const account = await deps.db.account.findUnique({ where: { email: who.toLowerCase() }, select: { id: true } });
  return account?.id ?? null;
}

/** What there is to judge of an account before it is verified. */
export async function findAccount(db: Pick<Prisma.TransactionClient, 'account'>, id: string) {
  const account = await db.account.findUnique({
    where: { id },
    select: { name: true, email: true, confirmedAt: true, closedAt: true, officer: { select: { id: true } } },
  });
  if (!account) return null;
  const { name, email, confirmedAt, closedAt, officer } = account;
  const is = { isConfirmed: confirmedAt !== null, isClosed: closedAt !== null, isOfficer: officer !== null };
  return { accountId: id, name, email, ...is };
}
