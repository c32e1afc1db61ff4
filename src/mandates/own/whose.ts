import type { Citizen } from '../../core/actor.ts';
import { organisationsOf } from '../../core/organisation/reach.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

/** The mandates somebody gives: their own and those of organisations whose people they manage. */
export function givenBy(actor: Citizen): Prisma.MandateWhereInput {
  return {
    OR: [{ principalId: actor.accountId }, { principalOrganisationId: { in: organisationsOf(actor, 'managePeople') } }],
  };
}

/** The mandates by which somebody acts: their own, and those of their organisations. */
export function heldBy(actor: Citizen): Prisma.MandateWhereInput {
  const organisations = [...organisationsOf(actor, 'managePeople'), ...organisationsOf(actor, 'readCases')];
  return { OR: [{ agentId: actor.accountId }, { agentOrganisationId: { in: organisations } }] };
}

/** Those of them that they may resign: of an organisation, whoever manages its people. */
export function resignableBy(actor: Citizen): Prisma.MandateWhereInput {
  const managed = organisationsOf(actor, 'managePeople');
  return { OR: [{ agentId: actor.accountId }, { agentOrganisationId: { in: managed } }] };
}
