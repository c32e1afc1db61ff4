import type { Citizen } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
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
async function end(deps: EndDeps, { mandateId: id, actor }: Ending, state: keyof typeof sides): Promise<boolean> {
  const { whose, from, kind, letter } = sides[state];
  return deps.db.$transaction(async tx => {
    const { count } = await tx.mandate.updateMany({
      where: { AND: [{ id, state: { in: [...from] } }, whose(actor)] },
      data: { state, endedAt: new Date(deps.now().epochMilliseconds), endedById: actor.accountId },
    });
    if (count === 0) return false;
    await auditMandate(tx, deps, kind, { actor, mandateId: id });
    await tellSides(tx, deps, { mandateId: id, kind, letter });
    return true;
  });
}
