import { isOpen } from '../core/case/states.ts';
import type { Prisma } from '../generated/prisma/client.ts';

/** A case that goes on without an account. */
export interface ReleasedCase {
  id: string;
  reference: string;
}

/**
 * An account is closed: what was filed from it stays as if it had been filed without one, so that its secret code opens it and
 * lets act in it. What was filed for an organisation is its members' as before. What an agent had
 * in hand opens by no code, and is followed by the letters it is written to. Gives those that go on and were the person's own.
 */
export async function releaseCases(tx: Prisma.TransactionClient, accountId: string): Promise<ReleasedCase[]> {
  const own = await tx.case.findMany({
    where: { applicantId: accountId, organisationId: null, mandateId: null, trial: false },
    select: { id: true, reference: true, state: true },
    orderBy: { filedAt: 'asc' },
  });
  await tx.case.updateMany({ where: { applicantId: accountId }, data: { applicantId: null } });
  await tx.draft.updateMany({ where: { accountId, filedAt: { not: null } }, data: { accountId: null } });
  return own.filter(({ state }) => isOpen(state)).map(({ id, reference }) => ({ id, reference }));
}
