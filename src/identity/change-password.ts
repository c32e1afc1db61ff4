import type { Citizen, Officer } from '../core/actor.ts';
import { mailboxOf } from '../database/mailbox.ts';
import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { passwordChanged, resetPassword } from '../notifications/letters.ts';
import { enqueueMail } from '../notifications/queue.ts';
import { auditAccount } from './audit-account.ts';
import { pageUrl } from '../web/page-url.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { issueToken, spendToken } from './tokens.ts';
import type { Holder } from './whois.ts';

type Needs = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

/** Sends a link for a new password, if there is an account to send it to; whoever asks cannot tell. */
export async function offerNewPassword(deps: Needs, email: string): Promise<void> {
  await deps.db.$transaction(async tx => {
    const account = await tx.account.findUnique({ where: { email }, select: { id: true } });
    if (!account) return;
    const token = await issueToken(tx, { accountId: account.id, purpose: 'resetPassword', now: deps.now() });
    const link = pageUrl(deps, '/nove-heslo', { token });
    await enqueueMail(tx, deps, { kind: 'resetPassword', to: email, ...resetPassword({ link }) });
  });
}

/** Null when the link no longer works. Reading the mail proves the address as well as confirming it would. */
export async function setPasswordByLink(
  deps: Needs,
  { secret, password }: { secret: string; password: string },
): Promise<Holder | null> {
  const passwordHash = await hashPassword(password);
  return deps.db.$transaction(async tx => {
    const now = deps.now();
    const accountId = await spendToken(tx, { secret, purpose: 'resetPassword', now });
    if (accountId === null) return null;
    await tx.account.updateMany({
      where: { id: accountId, confirmedAt: null },
      data: { confirmedAt: new Date(now.epochMilliseconds) },
    });
    return replacePassword(tx, deps, { accountId, passwordHash });
  });
}

/** For somebody signed in, who says the old password too. Null when it is not the old password. */
export async function changeOwnPassword(
  deps: Needs,
  { actor, current, password }: { actor: Citizen | Officer; current: string; password: string },
): Promise<Holder | null> {
  const { accountId } = actor;
  const account = await deps.db.account.findUnique({ where: { id: accountId }, select: { passwordHash: true } });
  if (!(await verifyPassword(account?.passwordHash ?? null, current))) return null;
  const passwordHash = await hashPassword(password);
  return deps.db.$transaction(tx => replacePassword(tx, deps, { accountId, passwordHash, actor }));
}

/** Every session of the account ends with its epoch; the one that goes on gets the new one. */
async function replacePassword(
  tx: Prisma.TransactionClient,
  deps: Needs,
  { accountId, passwordHash, actor }: { accountId: string; passwordHash: string; actor?: Citizen | Officer },
): Promise<Holder> {
  const { email, sessionEpoch } = await tx.account.update({
    where: { id: accountId },
    data: { passwordHash, sessionEpoch: { increment: 1 } },
    select: { email: true, sessionEpoch: true },
  });
  const endedAt = new Date(deps.now().epochMilliseconds);
  await tx.signIn.updateMany({ where: { accountId, endedAt: null }, data: { endedAt } });
  await tx.accountToken.deleteMany({ where: { accountId, purpose: 'resetPassword', usedAt: null } });
  // Whoever asked for another address may be the one the password is changed against.
  await tx.emailChange.deleteMany({ where: { accountId, doneAt: null } });
  const letter = passwordChanged({ resetLink: pageUrl(deps, '/zapomenute-heslo') });
  await enqueueMail(tx, deps, { kind: 'passwordChanged', to: mailboxOf({ email }), ...letter });
  await auditAccount(tx, {
    ...(actor && { actor }),
    at: deps.now(),
    action: 'passwordChanged',
    accountId,
    details: {},
  });
  return { accountId, epoch: sessionEpoch };
}
