import { recordAudit } from '../../audit/record.ts';
import type { Citizen } from '../../core/actor.ts';
import type { OwnPlace } from '../../core/identity/closing.ts';
import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { memberLeft } from '../../notifications/organisation-letters.ts';
import { tellManagers } from '../../notifications/tell.ts';
import { pageUrl } from '../../web/page-url.ts';

type Tx = Prisma.TransactionClient;
type LeaveDeps = Pick<Deps, 'boss' | 'vault' | 'config' | 'now'>;

/** The organisations somebody is something to; locked, so that of two who leave at once one finds out. */
export async function findPlaces(tx: Tx, accountId: string): Promise<OwnPlace[]> {
  await tx.$queryRaw(Prisma.sql`
    SELECT FROM organisation WHERE id IN (
      SELECT organisation_id FROM membership WHERE account_id = ${accountId}::uuid AND state = 'active')
    ORDER BY id FOR UPDATE`);
  const own = await tx.membership.findMany({
    where: { accountId, state: 'active' },
    select: {
      id: true,
      organisation: {
        select: { name: true, memberships: { where: { state: 'active' }, select: { id: true, role: true } } },
      },
    },
    orderBy: { id: 'asc' },
  });
  return own.map(({ id, organisation }) => ({
    own: id,
    organisation: organisation.name,
    members: organisation.memberships,
  }));
}

/** Whoever closes their account is nothing to any organisation any more; those who manage them are told. */
export async function leaveAll(tx: Tx, deps: LeaveDeps, actor: Citizen): Promise<void> {
  const { accountId, name: member } = actor;
  const active = await tx.membership.findMany({
    where: { accountId, state: 'active' },
    include: { organisation: true },
  });
  for (const { id: membershipId, organisationId, organisation } of active) {
    const details = { organisationId, membershipId };
    const subject = `organisation/${organisationId}`;
    await recordAudit(tx, { actor, at: deps.now(), action: 'memberEnded', subject, details });
    const link = pageUrl(deps, `/organizace/${organisationId}`);
    const letter = memberLeft({ organisation: organisation.name, member, link });
    await tellManagers(tx, deps, { organisationId, except: [accountId] }, { kind: 'memberLeft', letter });
  }
  // Those they took hold their address.
  await tx.invitation.deleteMany({ where: { OR: [{ invitedById: accountId }, { usedById: accountId }] } });
  await tx.membership.deleteMany({ where: { accountId } });
}
