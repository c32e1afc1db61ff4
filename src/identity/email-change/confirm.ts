import type { Citizen } from '../../core/actor.ts';
import { emailChanged, emailKept } from '../../notifications/letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { newSecret } from '../../vault/link-secret.ts';
import { auditAccount } from '../audit-account.ts';
import { lockAccount } from '../lock-account.ts';
import { pageUrl } from '../../web/page-url.ts';
import { confirmable, type EmailChangeDeps, openAddresses, sealAddresses, undoHours } from './links.ts';

/**
 * Whoever asked for the new address can read it: the account is written to there from now on. False when the link no longer
 * works. Reading the mailbox is not enough without being signed in: a mistyped address is somebody's, too.
 */
export async function confirmNewEmail(
  deps: EmailChangeDeps,
  { actor, secret }: { actor: Citizen; secret: string },
): Promise<boolean> {
  const { db, vault, now } = deps;
  const { accountId } = actor;
  return db.$transaction(async tx => {
    await lockAccount(tx, accountId);
    const { email } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
    const change = await tx.emailChange.findFirst({ where: { accountId, ...confirmable(now(), secret) } });
    if (!change) return false;
    const { id } = change;
    const { to } = openAddresses(vault, id, change.content);
    // Somebody registered with it meanwhile.
    if (await tx.account.findUnique({ where: { email: to }, select: { id: true } })) return false;
    const undo = newSecret();
    await tx.emailChange.update({
      where: { id },
      data: {
        content: sealAddresses(vault, id, { from: email, to }),
        doneAt: new Date(now().epochMilliseconds),
        undoHash: undo.hash,
        expiresAt: new Date(now().add({ hours: undoHours }).epochMilliseconds),
      },
    });
    await tx.account.update({ where: { id: accountId }, data: { email: to } });
    // Links sent to the old mailbox open nothing any more.
    await tx.accountToken.deleteMany({ where: { accountId } });
    await enqueueMail(tx, deps, { kind: 'emailKept', to, ...emailKept({ accountLink: pageUrl(deps, '/ucet') }) });
    if (email !== null) {
      const link = pageUrl(deps, '/zmena-emailu/zpet', { token: undo.secret });
      await enqueueMail(tx, deps, { kind: 'emailChanged', to: email, ...emailChanged({ link }) });
    }
    await auditAccount(tx, { actor, at: now(), action: 'emailChanged', accountId, details: {} });
    return true;
  });
}
