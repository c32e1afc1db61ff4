import type { AuditAction } from '../audit/actions.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../core/actor.ts';
import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';

type MandateAction = Extract<AuditAction, `mandate${string}` | `power${string}`>;

export async function auditMandate(
  tx: Pick<Prisma.TransactionClient, 'auditRecord'>,
  { now }: Pick<Deps, 'now'>,
  action: MandateAction,
  { actor, mandateId }: { actor: Actor; mandateId: string },
): Promise<void> {
  await recordAudit(tx, { actor, at: now(), action, subject: `mandate/${mandateId}`, details: { mandateId } });
}
