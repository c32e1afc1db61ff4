import { recordAudit } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { memberRemoved } from '../../notifications/organisation-letters.ts';
import { tell } from '../../notifications/tell.ts';
import { pageUrl } from '../../web/page-url.ts';
import { withdrawInvitationsOf } from '../people/change-member.ts';

type Tx = Prisma.TransactionClient;
type TakeBackDeps = Pick<Deps, 'boss' | 'vault' | 'config' | 'now'>;

/** Somebody else was in the account since then: nobody it has invited meanwhile is to become, or stay, a member. */
export async function takeBackInvitations(
  tx: Tx,
  deps: TakeBackDeps,
  { accountId, since }: { accountId: string; since: Date },
): Promise<void> {
  const at = new Date(deps.now().epochMilliseconds);
  const invited = { invitedById: accountId, createdAt: { gte: since } };
  const used = await tx.invitation.findMany({
    where: { ...invited, usedAt: { not: null } },
    select: { organisationId: true, usedById: true, usedAt: true },
  });
  await tx.invitation.updateMany({ where: { ...invited, usedAt: null, withdrawnAt: null }, data: { withdrawnAt: at } });
  for (const { organisationId, usedById, usedAt } of used) {
    if (usedById !== null && usedAt !== null)
      await end(tx, deps, { organisationId, usedById, usedAt, by: accountId, at });
  }
}

interface Ending {
  organisationId: string;
  usedById: string;
  usedAt: Date;
  by: string;
  at: Date;
}

async function end(tx: Tx, deps: TakeBackDeps, { organisationId, usedById, usedAt, by, at }: Ending): Promise<void> {
  const [ended] = await tx.membership.updateManyAndReturn({
    where: { organisationId, accountId: usedById, since: usedAt, role: { not: 'representative' }, state: 'active' },
    data: { state: 'ended', until: at },
    select: { id: true },
  });
  if (!ended) return;
  await withdrawInvitationsOf(tx, { organisationId, by: usedById, at });
  const actor = { kind: 'citizen', accountId: by, name: '', level: 'account' } as const;
  const details = { organisationId, membershipId: ended.id };
  const subject = `organisation/${organisationId}`;
  await recordAudit(tx, { actor, at: deps.now(), action: 'memberEnded', subject, details });
  const { name: organisation } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const { email } = await tx.account.findUniqueOrThrow({ where: { id: usedById }, select: { email: true } });
  const letter = memberRemoved({ organisation, link: pageUrl(deps, '/organizace') });
  await tell(tx, deps, email, { kind: 'memberRemoved', letter });
}
