import type { CaseEvent } from '../../core/case/events.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { openEvent } from '../history.ts';

/** How many times an appeal returned the case: each time the office decides anew. */
export async function roundOf(
  tx: Pick<Prisma.TransactionClient, 'caseEvent'>,
  { vault }: Pick<Deps, 'vault'>,
  caseId: string,
): Promise<number> {
  const rows = await tx.caseEvent.findMany({
    where: { caseId, type: 'appealSettled' },
    select: { number: true, data: true },
  });
  const events: CaseEvent[] = rows.map(row => openEvent(vault, caseId, row));
  return events.filter(event => event.type === 'appealSettled' && event.data.result === 'returned').length;
}
