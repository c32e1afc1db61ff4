import type { AuditAction, AuditDetails } from '../audit/actions.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../core/actor.ts';
import type { Prisma } from '../generated/prisma/client.ts';

interface AccountEvent<A extends AccountAction> {
  /** Left out: the holder of the account, proved by a link in a mail. */
  actor?: Actor;
  at: Temporal.Instant;
  action: A;
  accountId: string;
  details: AuditDetails<A>;
}

type AccountAction = Extract<
  AuditAction,
  | 'signedIn'
  | 'emailChanged'
  | 'emailChangeUndone'
  | 'accountConfirmed'
  | 'passwordChanged'
  | 'identityLinked'
  | 'identityUnlinked'
  | 'endedByProvider'
  | 'secondFactorOn'
  | 'secondFactorOff'
  | 'secondFactorReset'
  | 'recoveryCodeUsed'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'accountFoundAtCounter'
  | 'identityVerified'
  | 'verificationRevoked'
  | 'dataExported'
  | 'accountClosed'
>;

/** Who got into an account and who changed the key to it; a stolen account is looked into by these. */
export function auditAccount<A extends AccountAction>(
  tx: Pick<Prisma.TransactionClient, 'auditRecord'>,
  { actor, at, action, accountId, details }: AccountEvent<A>,
): Promise<void> {
  const holder: Actor = { kind: 'citizen', accountId, name: '', level: 'account' };
  return recordAudit(tx, { actor: actor ?? holder, at, action, subject: `account/${accountId}`, details });
}
