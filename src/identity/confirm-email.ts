import type { Deps } from '../deps.ts';
import { auditAccount } from './audit-account.ts';
import { spendToken } from './tokens.ts';
import type { Holder } from './whois.ts';

/** The reader of the mail has the mailbox: the account is theirs from now on. Null when the link no longer works. */
export async function confirmEmail({ db, now }: Pick<Deps, 'db' | 'now'>, secret: string): Promise<Holder | null> {
  return db.$transaction(async tx => {
    const accountId = await spendToken(tx, { secret, purpose: 'confirmEmail', now: now() });
    if (accountId === null) return null;
    const { sessionEpoch } = await tx.account.update({
      where: { id: accountId },
      data: { confirmedAt: new Date(now().epochMilliseconds) },
      select: { sessionEpoch: true },
    });
    await auditAccount(tx, { at: now(), action: 'accountConfirmed', accountId, details: {} });
    return { accountId, epoch: sessionEpoch };
  });
}
