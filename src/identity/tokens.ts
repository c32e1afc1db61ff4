import type { Prisma, PrismaClient, TokenPurpose } from '../generated/prisma/client.ts';
import { hashOf, newSecret } from '../vault/link-secret.ts';

const lifetimes: Record<TokenPurpose, Temporal.Duration> = {
  confirmEmail: Temporal.Duration.from({ hours: 7 * 24 }),
  resetPassword: Temporal.Duration.from({ hours: 1 }),
};

interface Issue {
  accountId: string;
  purpose: TokenPurpose;
  now: Temporal.Instant;
}

/** The secret for a link in a mail. Only its hash is kept, and older links of the same purpose stop working. */
export async function issueToken(tx: Prisma.TransactionClient, { accountId, purpose, now }: Issue): Promise<string> {
  const { secret, hash: secretHash } = newSecret();
  const expiresAt = new Date(now.add(lifetimes[purpose]).epochMilliseconds);
  await tx.accountToken.deleteMany({ where: { accountId, purpose } });
  await tx.accountToken.create({ data: { secretHash, accountId, purpose, expiresAt } });
  return secret;
}

interface Presented {
  secret: string;
  purpose: TokenPurpose;
  now: Temporal.Instant;
}

/** Whether the link would still work; looking at it uses nothing up. */
export async function isTokenGood(db: PrismaClient, presented: Presented): Promise<boolean> {
  return (await db.accountToken.count({ where: usable(presented) })) === 1;
}

/** Uses the link up and answers whose it was. Of two attempts at once, one gets null. */
export async function spendToken(tx: Prisma.TransactionClient, presented: Presented): Promise<string | null> {
  const usedAt = new Date(presented.now.epochMilliseconds);
  const [spent] = await tx.accountToken.updateManyAndReturn({
    where: usable(presented),
    data: { usedAt },
    select: { accountId: true },
  });
  return spent?.accountId ?? null;
}

function usable({ secret, purpose, now }: Presented): Prisma.AccountTokenWhereInput {
  return { secretHash: hashOf(secret), purpose, usedAt: null, expiresAt: { gt: new Date(now.epochMilliseconds) } };
}
