import { memberRolesWith } from '../core/organisation/roles.ts';
import type { Prisma } from '../generated/prisma/client.ts';

/** Where mails about a case go, and whose wishes about them count. */
export interface ApplicantMailbox {
  email: string;
  accountId: string | null;
}

/** Whoever has looked after the people of an organisation longest and can be written to. */
export async function managerOf(
  tx: Prisma.TransactionClient,
  organisationId: string,
): Promise<ApplicantMailbox | null> {
  const first = await tx.membership.findFirst({
    where: {
      ...{ organisationId, state: 'active', role: { in: memberRolesWith('managePeople') } },
      account: { email: { not: null } },
    },
    select: { accountId: true, account: { select: { email: true } } },
    orderBy: { id: 'asc' },
  });
  return first && { email: first.account.email ?? '', accountId: first.accountId };
}
