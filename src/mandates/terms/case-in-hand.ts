import { dayColumn } from '../../database/days.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

type Tx = Prisma.TransactionClient;

/**
 * Whether an agent acts in the case already: in one matter somebody has one agent at a time (§ 33(1) of act 500/2004). The
 * case is locked, so that of two who would become its agent at once one comes second.
 */
export async function isInHand(tx: Tx, caseId: string, today: Temporal.PlainDate): Promise<boolean> {
  await tx.$queryRaw`SELECT FROM "case" WHERE id = ${caseId}::uuid FOR UPDATE`;
  const holds: Prisma.MandateWhereInput = {
    state: 'active',
    OR: [{ untilOn: null }, { untilOn: { gte: dayColumn(today) } }],
  };
  return (await tx.case.count({ where: { id: caseId, mandate: holds } })) > 0;
}

/** From now on the agent acts in the case. */
export async function entrust(tx: Tx, caseId: string, mandateId: string): Promise<void> {
  await tx.case.update({ where: { id: caseId }, data: { mandateId }, select: { id: true } });
}
