import { dayColumn } from '../database/days.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { type ApplicantMailbox, managerOf } from './manager-of.ts';

type Tx = Prisma.TransactionClient;

interface Agent {
  mandateId: string;
  /** Who filed it as the agent, or for the organisation that is. */
  actedById: string | null;
  today: Temporal.PlainDate;
}

/** Where the agent of a case is written to today; null when the mandate does not hold. */
export async function findAgentMailbox(
  tx: Tx,
  { mandateId, actedById, today }: Agent,
): Promise<ApplicantMailbox | null> {
  const day = dayColumn(today);
  const mandate = await tx.mandate.findFirst({
    where: {
      ...{ id: mandateId, state: 'active', fromOn: { lte: day } },
      OR: [{ untilOn: null }, { untilOn: { gte: day } }],
    },
    select: { agentOrganisationId: true, agent: { select: { id: true, email: true } } },
  });
  if (!mandate) return null;
  const { agent, agentOrganisationId } = mandate;
  if (agent) return { email: agent.email ?? '', accountId: agent.id };
  if (agentOrganisationId === null) return null;
  const filer = actedById === null ? null : await memberOf(tx, agentOrganisationId, actedById);
  return filer ?? managerOf(tx, agentOrganisationId);
}

/** Who filed it, as long as they belong to the organisation. */
async function memberOf(tx: Tx, organisationId: string, accountId: string): Promise<ApplicantMailbox | null> {
  const member = await tx.membership.findFirst({
    where: { organisationId, accountId, state: 'active' },
    select: { account: { select: { email: true } } },
  });
  return member && { email: member.account.email ?? '', accountId };
}
