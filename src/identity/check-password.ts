import type { PrismaClient } from '../generated/prisma/client.ts';
import { verifyPassword } from './password.ts';
import type { Holder } from './whois.ts';

/** `unconfirmed` and `inactive` are told only to somebody who knows the password. */
type Checked = { ok: true; holder: Holder } | { ok: false; problem: 'wrong' | 'unconfirmed' | 'inactive' };

export async function checkPassword(
  db: PrismaClient,
  { email, password }: { email: string; password: string },
): Promise<Checked> {
  const account = await db.account.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: {
      id: true,
      passwordHash: true,
      sessionEpoch: true,
      confirmedAt: true,
      officer: { select: { active: true } },
    },
  });
  const matches = await verifyPassword(account?.passwordHash ?? null, password);
  if (!account || !matches) return { ok: false, problem: 'wrong' };
  if (!account.confirmedAt) return { ok: false, problem: 'unconfirmed' };
  if (account.officer?.active === false) return { ok: false, problem: 'inactive' };
  return { ok: true, holder: { accountId: account.id, epoch: account.sessionEpoch } };
}
