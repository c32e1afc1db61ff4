import { dayColumn } from '../database/days.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { type ApplicantMailbox, managerOf } from './manager-of.ts';

interface Agent {
  mandateId: string | null;
  /** Who filed it as the agent, or for the organisation that is. */
  actedById: string | null;
  today: Temporal.PlainDate;
}

/** Where the agent of a case is written to today; null when the mandate does not hold. */
export async function findAgentMailbox(
  tx: Prisma.TransactionClient,
  { mandateId, actedById, today }: Agent,
): Promise<ApplicantMailbox | null> {
  const day = dayColumn(today);
  const mandate = await tx.mandate.findFirst({
    where: {
      ...{ id: mandateId ?? '', state: 'active', fromOn: { lte: day } },
      OR: [{ untilOn: null }, { untilOn: { gte: day } }],
    },
    select: {
      agentOrganisationId: true,
      agent: { select: { id: true, email: true } },
      agentOrganisation: {
        select: {
          memberships: {
            where: { accountId: actedById ?? '', state: 'active' },
            select: { account: { select: { id: true, email: true } } },
          },
        },
      },
    },
  });
  if (!mandate) return null;
  const person = mandate.agent ?? mandate.agentOrganisation?.memberships[0]?.account;
  if (person) return { email: person.email ?? '', accountId: person.id };
  return mandate.agentOrganisationId === null ? null : managerOf(tx, mandate.agentOrganisationId);
}
