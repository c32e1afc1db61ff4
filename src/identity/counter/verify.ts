import { randomUUID } from 'node:crypto';
import type { Officer } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import {
  judgeVerification,
  type SeenIdentity,
  type VerificationRefusal,
  verifiedUntil,
} from '../../core/identity/verification.ts';
import { dayColumn } from '../../database/days.ts';
import type { Deps } from '../../deps.ts';
import { identityVerified, verificationRevoked } from '../../notifications/account-letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { auditAccount } from '../audit-account.ts';
import { lockAccount } from '../lock-account.ts';
import { pageUrl } from '../../web/page-url.ts';
import { findAccount } from './account.ts';
import { sealRevocation, sealSeen } from '../../vault/seen.ts';

export type CounterDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface Seen {
  accountId: string;
  identity: SeenIdentity;
  actor: Officer;
}

/** A clerk has seen the document of whoever holds the account; what was written down of an earlier one stays as it was. */
export async function verify(
  deps: CounterDeps,
  { accountId, identity, actor }: Seen,
): Promise<VerificationRefusal | 'gone' | 'done'> {
  return deps.db.$transaction(async tx => {
    await lockAccount(tx, accountId);
    const account = await findAccount(tx, accountId);
    if (!account) return 'gone';
    const refusal = judgeVerification(account, actor.accountId);
    if (refusal) return refusal;
    const id = randomUUID();
    const until = verifiedUntil(dayInPrague(deps.now()));
    await tx.accountVerification.create({
      data: {
        id,
        accountId,
        officerId: actor.officerId,
        at: new Date(deps.now().epochMilliseconds),
        validUntil: dayColumn(until),
        content: sealSeen(deps.vault, id, identity),
      },
    });
    await tx.counterCode.deleteMany({ where: { accountId } });
    const details = { until: until.toString() };
    await auditAccount(tx, { actor, at: deps.now(), action: 'identityVerified', accountId, details });
    if (account.email !== null) {
      const letter = identityVerified({ until, accountLink: pageUrl(deps, '/ucet') });
      await enqueueMail(tx, deps, { kind: 'identityVerified', to: account.email, ...letter });
    }
    return 'done';
  });
}

interface Revoked {
  accountId: string;
  reason: string;
  actor: Officer;
}

/** Takes back all that counts; the next request of the account is known no more surely than by its sign-in. */
export async function revoke(
  deps: CounterDeps,
  { accountId, reason, actor }: Revoked,
): Promise<'gone' | 'own' | 'done'> {
  if (accountId === actor.accountId) return 'own';
  return deps.db.$transaction(async tx => {
    await lockAccount(tx, accountId);
    const account = await findAccount(tx, accountId);
    const counting = await tx.accountVerification.findMany({ where: { accountId, revokedAt: null } });
    if (!account || counting.length === 0) return 'gone';
    const revokedAt = new Date(deps.now().epochMilliseconds);
    for (const { id } of counting) {
      const data = { revokedAt, revokedById: actor.officerId, reason: sealRevocation(deps.vault, id, reason) };
      await tx.accountVerification.update({ where: { id }, data });
    }
    await auditAccount(tx, { actor, at: deps.now(), action: 'verificationRevoked', accountId, details: {} });
    if (account.email !== null) {
      const letter = verificationRevoked({ accountLink: pageUrl(deps, '/ucet') });
      await enqueueMail(tx, deps, { kind: 'verificationRevoked', to: account.email, ...letter });
    }
    return 'done';
  });
}
