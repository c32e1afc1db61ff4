import type { Actor } from '../../core/actor.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { tellConsulted } from './tell.ts';

interface Withdrawn {
  caseId: string;
  event: CaseEvent;
  actor: Actor;
  now: Temporal.Instant;
}

/** A task that was withdrawn, or ended with its case, waits no more; whoever was asked is told. */
export async function closeWithdrawn(
  tx: Prisma.TransactionClient,
  deps: Pick<Deps, 'config' | 'boss' | 'vault'>,
  { caseId, event, actor, now }: Withdrawn,
): Promise<void> {
  if (event.type !== 'taskWithdrawn') return;
  const { taskId } = event.data;
  const closedById = actor.kind === 'officer' ? actor.officerId : null;
  await tx.caseTask.update({
    where: { id: taskId },
    data: { state: 'withdrawn', closedById, closedAt: new Date(now.epochMilliseconds) },
    select: { id: true },
  });
  await tellConsulted(tx, deps, { kind: 'taskWithdrawn', caseId, taskId, now });
}
