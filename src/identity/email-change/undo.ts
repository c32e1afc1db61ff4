import type { Prisma } from '../../generated/prisma/client.ts';
import { auditAccount } from '../audit-account.ts';
import { lockAccount } from '../lock-account.ts';
import { noPassword } from '../password.ts';
import { issueToken } from '../tokens.ts';
import { type EmailChangeDeps, openAddresses, undoable } from './links.ts';

/** Ends what was given from an account since then, which other slices know: mandates and places in organisations. */
export type TakeBack = (tx: Prisma.TransactionClient, of: { accountId: string; since: Date }) => Promise<void>;

/** `secret` is that of the link for a new password. `taken`: the old address is another account's by now. */
export type Undone = { kind: 'done'; secret: string } | { kind: 'dead' } | { kind: 'taken' };

/**
 * The reader of the old mailbox did not want it: the account has the old address again, whatever it was changed to since.
 * Everybody is signed out of it, no password opens it until they set one, and what was added to open it since the change was
 * asked for is gone, along with whom it let act since; what they had before stays, so that an old mailbox alone does not do away with their second factor.
 */
export async function undoEmailChange(deps: EmailChangeDeps, takeBack: TakeBack, secret: string): Promise<Undone> {
  const { db, vault, now } = deps;
  return db.$transaction(async tx => {
    const found = await tx.emailChange.findFirst({ where: undoable(now(), secret), select: { accountId: true } });
    if (!found) return { kind: 'dead' };
    const { accountId } = found;
    await lockAccount(tx, accountId);
    const change = await tx.emailChange.findFirst({ where: { accountId, ...undoable(now(), secret) } });
    const from = change && openAddresses(vault, change.id, change.content).from;
    if (!change || from === null) return { kind: 'dead' };
    const holder = await tx.account.findUnique({ where: { email: from }, select: { id: true } });
    if (holder && holder.id !== accountId) return { kind: 'taken' };
    await tx.account.update({
      where: { id: accountId },
      data: { email: from, passwordHash: noPassword, sessionEpoch: { increment: 1 } },
    });
    const endedAt = new Date(now().epochMilliseconds);
    await tx.signIn.updateMany({ where: { accountId, endedAt: null }, data: { endedAt } });
    await takeAwaySince(tx, accountId, change.askedAt);
    await takeBack(tx, { accountId, since: change.askedAt });
    await auditAccount(tx, { at: now(), action: 'emailChangeUndone', accountId, details: {} });
    return { kind: 'done', secret: await issueToken(tx, { accountId, purpose: 'resetPassword', now: now() }) };
  });
}

async function takeAwaySince(tx: Prisma.TransactionClient, accountId: string, since: Date): Promise<void> {
  const addedAt = { gte: since };
  await tx.emailChange.deleteMany({ where: { accountId, askedAt: { gte: since } } });
  await tx.passkey.deleteMany({ where: { accountId, addedAt } });
  await tx.accountIdentity.deleteMany({ where: { accountId, linkedAt: { gte: since } } });
  const { count } = await tx.codeApp.deleteMany({ where: { accountId, addedAt } });
  if (count > 0) await tx.recoveryCode.deleteMany({ where: { accountId } });
}
