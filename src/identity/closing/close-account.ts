import { releaseCases, trackingCode } from '../../cases/commands.ts';
import type { Citizen } from '../../core/actor.ts';
import { type ClosingRefusal, judgeClosing, type OwnPlace } from '../../core/identity/closing.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { accountClosed } from '../../notifications/account-letters.ts';
import { addressDigest, forgetBounces } from '../../notifications/bounces.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { auditAccount } from '../audit-account.ts';
import { lockAccount } from '../lock-account.ts';
import { pageUrl } from '../../web/page-url.ts';
import { noPassword } from '../password.ts';

type Tx = Prisma.TransactionClient;
export type ClosingDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now' | 'files'>;

/** What somebody is to organisations and to those they act for, which other slices know. */
export interface Places {
  find: (tx: Tx, accountId: string) => Promise<OwnPlace[]>;
  leaveAll: (tx: Tx, actor: Citizen) => Promise<void>;
  endMandates: (tx: Tx, actor: Citizen) => Promise<void>;
}

/**
 * Empties an account, in one transaction. Its row stays without anything personal, so that the log of what was done says that
 * it was one person; what was filed stays with the office, and belongs to no account.
 */
export async function closeAccount(
  deps: ClosingDeps,
  places: Places,
  actor: Citizen,
): Promise<ClosingRefusal | 'gone' | 'closed'> {
  const { accountId } = actor;
  const unused: string[] = [];
  const result = await deps.db.$transaction(async tx => {
    const email = await findAddress(tx, accountId);
    if (email === undefined) return 'gone';
    const isOfficer = (await tx.officer.count({ where: { accountId } })) > 0;
    const refusal = judgeClosing({ isOfficer, places: await places.find(tx, accountId) });
    if (refusal) return refusal;
    await places.endMandates(tx, actor);
    await places.leaveAll(tx, actor);
    const open = await releaseCases(tx, accountId);
    unused.push(...(await deleteDrafts(tx, accountId)));
    await forget(tx, deps, { accountId, email });
    const at = deps.now();
    await tx.account.update({
      where: { id: accountId },
      data: { ...nobody, closedAt: new Date(at.epochMilliseconds) },
    });
    await auditAccount(tx, { actor, at, action: 'accountClosed', accountId, details: {} });
    if (email !== null) {
      const codes = open.map(({ id, reference }) => ({ reference, trackingCode: trackingCode(deps.vault, id) }));
      const letter = accountClosed({ open: codes, trackLink: pageUrl(deps, '/stav') });
      await enqueueMail(tx, deps, { kind: 'accountClosed', to: email, ...letter });
    }
    return 'closed';
  });
  // Should this fail, the nightly sweep finds files that belong to nothing.
  for (const key of unused) await deps.files.remove(key);
  return result;
}

/** Nothing that tells who it was, and nothing that opens it. */
const nobody = {
  email: null,
  name: '',
  phone: null,
  profile: null,
  passwordHash: noPassword,
  sessionEpoch: { increment: 1 },
} satisfies Prisma.AccountUpdateInput;

/**
 * The address of an account that is still somebody's. Its drafts first, as filing takes them before it asks for the account:
 * whoever files in another window at this moment comes before or after, never in between.
 */
async function findAddress(tx: Tx, id: string): Promise<string | null | undefined> {
  await tx.$queryRaw`SELECT FROM draft WHERE account_id = ${id}::uuid AND filed_at IS NULL ORDER BY id FOR UPDATE`;
  await lockAccount(tx, id);
  const account = await tx.account.findFirst({ where: { id, closedAt: null }, select: { email: true } });
  return account?.email;
}

/** Gives where their files lie. */
async function deleteDrafts(tx: Tx, accountId: string): Promise<string[]> {
  const drafts = { accountId, filedAt: null };
  const files = await tx.attachment.findMany({ where: { draft: drafts }, select: { storageKey: true } });
  await tx.draft.deleteMany({ where: drafts });
  return files.map(({ storageKey }) => storageKey);
}

/** All that hangs on the account, and the mails that are about the account alone. */
async function forget(
  tx: Tx,
  { vault }: Pick<Deps, 'vault'>,
  { accountId, email }: { accountId: string; email: string | null },
): Promise<void> {
  const where = { accountId };
  await tx.accountIdentity.deleteMany({ where });
  await tx.accountVerification.deleteMany({ where });
  await tx.counterCode.deleteMany({ where });
  await tx.accountToken.deleteMany({ where });
  await tx.emailChange.deleteMany({ where });
  await tx.codeApp.deleteMany({ where });
  await tx.recoveryCode.deleteMany({ where });
  await tx.passkey.deleteMany({ where });
  await tx.mailSettings.deleteMany({ where });
  await tx.signIn.deleteMany({ where });
  await tx.$executeRaw`DELETE FROM session WHERE sess #>> '{passport,user,accountId}' = ${accountId}`;
  if (email === null) return;
  const recipient = addressDigest(vault, email);
  await tx.mail.deleteMany({ where: { recipient, caseId: null } });
  await forgetBounces(tx, recipient);
}
