import type { Officer } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { powerAccepted, powerRejected } from '../../notifications/mandate-letters.ts';
import { openPrincipal } from '../../vault/mandate-principal.ts';
import { auditMandate } from '../audit.ts';
import { sealReason } from '../content.ts';
import { tellSides } from '../tell-sides.ts';
import { entrust, isInHand } from '../terms/case-in-hand.ts';
import { mandateColumns, type MandateRow } from '../read.ts';
import { principalColumns } from './known-principal.ts';

type Tx = Prisma.TransactionClient;
export type DecideDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface Decision {
  mandateId: string;
  actor: Officer;
}

/**
 * `gone`: decided meanwhile; `own`: nobody decides about themselves (§ 14 of act 500/2004); `self`: agent and principal are
 * the same; `inHand`: another agent acts in the case.
 */
export type Decided = 'done' | 'gone' | 'own' | 'self' | 'inHand';

/** The registry has found the power of attorney good. `isAccount`: the account found by the address is the principal's. */
export async function acceptPower(
  deps: DecideDeps,
  { mandateId: id, actor, isAccount }: Decision & { isAccount: boolean },
): Promise<Decided> {
  return deps.db.$transaction(async tx => {
    const row = await takeWaiting(tx, id);
    if (!row?.principal) return 'gone';
    const principal = openPrincipal(deps.vault, id, row.principal);
    const known = await principalColumns(tx, deps, { row, principal, isAccount });
    if (isParty(row, actor) || known.principalId === actor.accountId) return 'own';
    if (known.principalId !== null && known.principalId === row.agentId) return 'self';
    if (known.principalOrganisationId !== null && known.principalOrganisationId === row.agentOrganisationId)
      return 'self';
    if (row.caseId !== null && (await isInHand(tx, row.caseId, dayInPrague(deps.now())))) return 'inHand';
    await tx.mandate.update({ where: { id }, data: { ...known, state: 'active', decidedById: actor.officerId } });
    if (row.caseId !== null) await entrust(tx, row.caseId, id);
    await auditMandate(tx, deps, 'powerAccepted', { actor, mandateId: id });
    await tellSides(tx, deps, { mandateId: id, kind: 'powerAccepted', letter: powerAccepted });
    return 'done';
  });
}

export async function rejectPower(
  deps: DecideDeps,
  { mandateId: id, actor, reason }: Decision & { reason: string },
): Promise<Decided> {
  return deps.db.$transaction(async tx => {
    const row = await takeWaiting(tx, id);
    if (!row) return 'gone';
    if (isParty(row, actor)) return 'own';
    const data = {
      state: 'rejected',
      decidedById: actor.officerId,
      reason: sealReason(deps.vault, id, reason),
    } as const;
    await tx.mandate.update({ where: { id }, data });
    await auditMandate(tx, deps, 'powerRejected', { actor, mandateId: id });
    await tellSides(tx, deps, { mandateId: id, kind: 'powerRejected', letter: powerRejected });
    return 'done';
  });
}

function isParty({ madeById, agentId }: MandateRow, { accountId }: Officer): boolean {
  return madeById === accountId || agentId === accountId;
}

/** Locked, so that of two who decide at once one finds it decided. */
async function takeWaiting(tx: Tx, id: string): Promise<MandateRow | null> {
  await tx.$queryRaw`SELECT FROM mandate WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.mandate.findFirst({ where: { id, state: 'waiting' }, select: mandateColumns });
}
