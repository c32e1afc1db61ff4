import type { Citizen } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { mandateResigned, mandateRevoked } from '../../notifications/mandate-letters.ts';
import { auditMandate } from '../audit.ts';
import { tellSides } from '../tell-sides.ts';
import { givenBy, resignableBy } from './whose.ts';

type EndDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface Ending {
  mandateId: string;
  actor: Citizen;
}

/** False when it is not theirs to end, or over already. */
export async function revokeMandate(deps: EndDeps, ending: Ending): Promise<boolean> {
  return end(deps, ending, 'revoked');
}

export async function resignMandate(deps: EndDeps, ending: Ending): Promise<boolean> {
  return end(deps, ending, 'resigned');
}

const sides = {
  revoked: { whose: givenBy, from: ['offered', 'waiting', 'active'], kind: 'mandateRevoked', letter: mandateRevoked },
  resigned: { whose: resignableBy, from: ['waiting', 'active'], kind: 'mandateResigned', letter: mandateResigned },
} as const;

/** Ends it at once: whatever is filed by it waits for this row, and this for what is being filed. */
function end(deps: EndDeps, ending: Ending, state: keyof typeof sides): Promise<boolean> {
  return deps.db.$transaction(tx => endIn(tx, deps, ending, state));
}

async function endIn(
  tx: Prisma.TransactionClient,
  deps: Omit<EndDeps, 'db'>,
  { mandateId: id, actor }: Ending,
  state: keyof typeof sides,
  whose: (actor: Citizen) => Prisma.MandateWhereInput = sides[state].whose,
): Promise<boolean> {
  const { from, kind, letter } = sides[state];
  const { count } = await tx.mandate.updateMany({
    where: { AND: [{ id, state: { in: [...from] } }, whose(actor)] },
    data: { state, endedAt: new Date(deps.now().epochMilliseconds), endedById: actor.accountId },
  });
  if (count === 0) return false;
  await auditMandate(tx, deps, kind, { actor, mandateId: id });
  await tellSides(tx, deps, { mandateId: id, kind, letter });
  return true;
}

/** Whoever closes their account gives and holds no mandate any more. Those of organisations stay with the organisations. */
export async function endOwnMandates(
  tx: Prisma.TransactionClient,
  deps: Omit<EndDeps, 'db'>,
  actor: Citizen,
): Promise<void> {
  const { accountId } = actor;
  const state = { in: [...sides.revoked.from] };
  const select = { id: true } as const;
  const given = await tx.mandate.findMany({ where: { principalId: accountId, state }, select });
  const held = await tx.mandate.findMany({ where: { agentId: accountId, state }, select });
  for (const { id: mandateId } of given) await endIn(tx, deps, { mandateId, actor }, 'revoked');
  for (const { id: mandateId } of held) await endIn(tx, deps, { mandateId, actor }, 'resigned');
  await tx.mandate.updateMany({ where: { agentId: accountId }, data: { email: null } });
}

/**
 * Somebody else was in the account since then: whatever was given from it meanwhile, also for an organisation, is given no more.
 * What the account holds as an agent it may keep.
 */
export async function revokeGivenSince(
  tx: Prisma.TransactionClient,
  deps: Omit<EndDeps, 'db'>,
  { accountId, since }: { accountId: string; since: Date },
): Promise<void> {
  const actor: Citizen = { kind: 'citizen', accountId, name: '', level: 'account' };
  const made = { madeById: accountId, origin: 'online', createdAt: { gte: since } } as const;
  const given = await tx.mandate.findMany({
    where: { ...made, state: { in: [...sides.revoked.from] } },
    select: { id: true },
  });
  for (const { id: mandateId } of given) await endIn(tx, deps, { mandateId, actor }, 'revoked', () => made);
}
