import type { Actor } from '../core/actor.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { AuditAction, AuditDetails } from './actions.ts';

export interface AuditEntry<A extends AuditAction> {
  actor: Actor;
  at: Temporal.Instant;
  action: A;
  /** What it was done to: `case/<id>`, `account/<id>`. */
  subject: string;
  details: AuditDetails<A>;
}

/** Writes who did what, in the transaction of what was done: one is not true without the other. */
export async function recordAudit<A extends AuditAction>(
  tx: Pick<Prisma.TransactionClient, 'auditRecord'>,
  { actor, at, action, subject, details }: AuditEntry<A>,
): Promise<void> {
  const by = actorColumns(actor);
  await tx.auditRecord.create({
    data: { at: new Date(at.epochMilliseconds), ...by, action, subject, details },
  });
}

/** How the database names an actor: an officer by the officer's id, a citizen by the account's. */
export function actorColumns(actor: Actor): { actorKind: Actor['kind']; actorId: string | null } {
  switch (actor.kind) {
    case 'officer':
      return { actorKind: actor.kind, actorId: actor.officerId };
    case 'citizen':
      return { actorKind: actor.kind, actorId: actor.accountId };
    default:
      return { actorKind: actor.kind, actorId: null };
  }
}
