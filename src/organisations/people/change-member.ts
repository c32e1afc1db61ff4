import { recordAudit } from '../../audit/record.ts';
import type { Citizen } from '../../core/actor.ts';
import { judgeChange, type PeopleRefusal } from '../../core/organisation/people.ts';
import { memberRoleWords } from '../../core/organisation/role-words.ts';
import { type GivenRole, mayMember } from '../../core/organisation/roles.ts';
import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { memberChanged, memberLeft, memberRemoved } from '../../notifications/organisation-letters.ts';
import { tell, tellManagers } from '../../notifications/tell.ts';
import { pageUrl } from '../../web/page-url.ts';

type Tx = Prisma.TransactionClient;
export type ChangeDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface Change {
  organisationId: string;
  /** Membership that is changed. */
  memberId: string;
  /** Null: it ends. */
  to: GivenRole | null;
  actor: Citizen;
}

/**
 * Gives a member another role or ends the membership. The organisation is locked, so that of two who part at once as the
 * last who manage its people one stays.
 */
export async function changeMember(deps: ChangeDeps, change: Change): Promise<PeopleRefusal | 'done'> {
  const { organisationId, memberId, to, actor } = change;
  return deps.db.$transaction(async tx => {
    await tx.$queryRaw(Prisma.sql`SELECT FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`);
    const members = await tx.membership.findMany({
      where: { organisationId, state: 'active' },
      select: { id: true, role: true, accountId: true },
    });
    const by = members.find(({ accountId }) => accountId === actor.accountId);
    const of = members.find(({ id }) => id === memberId);
    if (!by || !of) return 'gone';
    const refusal = judgeChange({ members, by: by.id, of: of.id, to });
    if (refusal) return refusal;
    if (to === of.role) return 'done';
    const until = new Date(deps.now().epochMilliseconds);
    const data = to === null ? ({ state: 'ended', until } as const) : { role: to };
    await tx.membership.update({ where: { id: of.id }, data });
    if (!mayMember(to, 'managePeople'))
      await withdrawInvitationsOf(tx, { organisationId, by: of.accountId, at: until });
    await audit(tx, deps, change);
    await tellOf(tx, deps, change, of.accountId);
    return 'done';
  });
}

/** Who may manage people no more has invited nobody. */
export async function withdrawInvitationsOf(
  tx: Tx,
  { organisationId, by, at }: { organisationId: string; by: string; at: Date },
): Promise<void> {
  await tx.invitation.updateMany({
    where: { organisationId, invitedById: by, usedAt: null, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
}

async function audit(tx: Tx, { now }: ChangeDeps, { organisationId, memberId, to, actor }: Change): Promise<void> {
  const about = { actor, at: now(), subject: `organisation/${organisationId}` };
  const details = { organisationId, membershipId: memberId };
  await (to === null
    ? recordAudit(tx, { ...about, action: 'memberEnded', details })
    : recordAudit(tx, { ...about, action: 'memberRoleChanged', details: { ...details, role: to } }));
}

/** Whom it is about, unless they did it themselves; when they leave, those who manage people. */
async function tellOf(
  tx: Tx,
  deps: ChangeDeps,
  { organisationId, to, actor }: Change,
  accountId: string,
): Promise<void> {
  const select = { name: true } as const;
  const { name: organisation } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select });
  const { email, name: member } = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
  const link = pageUrl(deps, `/organizace/${organisationId}`);
  if (accountId !== actor.accountId) {
    const letter =
      to === null
        ? memberRemoved({ organisation, link: pageUrl(deps, '/organizace') })
        : memberChanged({ organisation, role: memberRoleWords[to].name, link });
    await tell(tx, deps, email, { kind: to === null ? 'memberRemoved' : 'memberChanged', letter });
  } else if (to === null) {
    const letter = memberLeft({ organisation, member, link });
    await tellManagers(tx, deps, { organisationId, except: [accountId] }, { kind: 'memberLeft', letter });
  }
}
