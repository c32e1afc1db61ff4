import type { Citizen } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { stateOnceAgreed } from '../../core/mandate/giving.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { mandateAccepted, mandateRefused } from '../../notifications/mandate-letters.ts';
import { auditMandate } from '../audit.ts';
import { hashOf } from '../../vault/link-secret.ts';
import type { Side } from '../managed.ts';
import { tellSides } from '../tell-sides.ts';
import { entrust, isInHand } from '../terms/case-in-hand.ts';
import { type Offer, readOffer } from './read-offer.ts';

type Tx = Prisma.TransactionClient;
type AnswerDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface Answer {
  secret: string;
  actor: Citizen;
}

/** `inHand`: another agent acts in the case meanwhile; `principal`: the organisation would empower itself. */
export type Accepting = Offer | { state: 'inHand' | 'principal' };

/** Uses a link up: from now on the agent may act. Of two attempts at once, one finds it used. */
export async function acceptOffer(
  deps: AnswerDeps,
  { agent, ...answer }: Answer & { agent: Side },
): Promise<Accepting> {
  return deps.db.$transaction(async tx => {
    const offer = await lockOffer(tx, deps, answer);
    if (offer.state !== 'good') return offer;
    const { id, origin, caseId, principalOrganisationId } = offer.row;
    const { organisationId, accountId } = agent;
    if (organisationId !== null && organisationId === principalOrganisationId) return { state: 'principal' };
    if (caseId !== null && (await isInHand(tx, caseId, dayInPrague(deps.now())))) return { state: 'inHand' };
    await tx.mandate.update({
      where: { id },
      data: {
        state: stateOnceAgreed(origin),
        ...(organisationId === null ? { agentId: accountId } : { agentOrganisationId: organisationId }),
        acceptedById: accountId,
        acceptedAt: new Date(deps.now().epochMilliseconds),
      },
    });
    if (caseId !== null) await entrust(tx, caseId, id);
    await auditMandate(tx, deps, 'mandateAccepted', { actor: answer.actor, mandateId: id });
    await tellSides(tx, deps, { mandateId: id, kind: 'mandateAccepted', letter: mandateAccepted });
    return offer;
  });
}

export async function refuseOffer(deps: AnswerDeps, answer: Answer): Promise<Offer> {
  return deps.db.$transaction(async tx => {
    const offer = await lockOffer(tx, deps, answer);
    if (offer.state !== 'good') return offer;
    const { id } = offer.row;
    const endedAt = new Date(deps.now().epochMilliseconds);
    await tx.mandate.update({ where: { id }, data: { state: 'refused', endedAt, endedById: answer.actor.accountId } });
    await auditMandate(tx, deps, 'mandateRefused', { actor: answer.actor, mandateId: id });
    await tellSides(tx, deps, { mandateId: id, kind: 'mandateRefused', letter: mandateRefused });
    return offer;
  });
}

async function lockOffer(tx: Tx, deps: AnswerDeps, answer: Answer): Promise<Offer> {
  await tx.$queryRaw`SELECT FROM mandate WHERE secret_hash = ${hashOf(answer.secret)} FOR UPDATE`;
  return readOffer(deps, tx, answer);
}
