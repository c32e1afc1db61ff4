import type { Actor, Citizen } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { maskEmail } from '../../core/organisation/mask-email.ts';
import { memberRolesWith } from '../../core/organisation/roles.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { hashOf } from '../../vault/link-secret.ts';
import { openEmail } from '../content.ts';
import { mandateColumns, type MandateRow } from '../read.ts';

type Tx = Prisma.TransactionClient;

/**
 * What a link is worth to who has opened it. `forwarded`: it was sent to another address, named in part; `own`: it is their
 * own mandate; `accepted`: they have accepted it themselves; `revoked`: also by whoever offered it managing the organisation no more; `officer`: officers act for the office. Of a link that is
 * over, nothing else is said.
 */
export type Offer =
  | { state: 'good'; row: MandateRow }
  | { state: 'unknown' | 'used' | 'refused' | 'revoked' | 'expired' | 'over' | 'officer' | 'own' }
  | { state: 'forwarded'; address: string }
  | { state: 'accepted'; id: string };

interface Presented {
  secret: string;
  actor: Actor;
}

export async function readOffer(
  { vault, now }: Pick<Deps, 'vault' | 'now'>,
  tx: Pick<Tx, 'mandate' | 'account' | 'membership'>,
  { secret, actor }: Presented,
): Promise<Offer> {
  const found = await tx.mandate.findUnique({
    where: { secretHash: hashOf(secret) },
    select: { ...mandateColumns, acceptedById: true },
  });
  if (!found) return { state: 'unknown' };
  const { acceptedById, ...row } = found;
  if (row.state === 'revoked' && row.acceptedAt === null) return { state: 'revoked' };
  if (row.state === 'refused') return { state: 'refused' };
  if (row.state !== 'offered') {
    const isTheirs = actor.kind === 'citizen' && acceptedById === actor.accountId;
    return isTheirs ? { state: 'accepted', id: row.id } : { state: 'used' };
  }
  if (!(await isStillGiven(tx, row))) return { state: 'revoked' };
  if ((row.expiresAt?.getTime() ?? 0) <= now().epochMilliseconds) return { state: 'expired' };
  if (row.untilOn && row.untilOn.toISOString().slice(0, 10) < dayInPrague(now()).toString()) return { state: 'over' };
  if (actor.kind !== 'citizen') return { state: 'officer' };
  const address = row.email === null ? '' : openEmail(vault, row.id, row.email);
  if (!(await isAddressOf(tx, actor, address))) return { state: 'forwarded', address: maskEmail(address) };
  return row.principalId === actor.accountId ? { state: 'own' } : { state: 'good', row };
}

/** Whoever manages the people of an organisation no more has offered nothing in its name. */
async function isStillGiven(
  tx: Pick<Tx, 'membership'>,
  { principalOrganisationId, madeById }: MandateRow,
): Promise<boolean> {
  if (principalOrganisationId === null) return true;
  const role = { in: memberRolesWith('managePeople') };
  const where = { organisationId: principalOrganisationId, accountId: madeById, state: 'active', role } as const;
  return (await tx.membership.count({ where })) > 0;
}

async function isAddressOf(tx: Pick<Tx, 'account'>, { accountId }: Citizen, address: string): Promise<boolean> {
  const account = await tx.account.findUnique({ where: { id: accountId } });
  return account?.email === address && account.confirmedAt !== null;
}
