import { recordAudit } from '../../audit/record.ts';
import type { Actor, Citizen } from '../../core/actor.ts';
import { accountOf } from '../../core/actor.ts';
import { maskEmail } from '../../core/organisation/mask-email.ts';
import { memberRoleWords } from '../../core/organisation/role-words.ts';
import type { MemberRole } from '../../core/organisation/roles.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { memberJoined } from '../../notifications/organisation-letters.ts';
import { tell } from '../../notifications/tell.ts';
import { pageUrl } from '../../web/page-url.ts';
import { hashOf } from '../../vault/link-secret.ts';
import { openEmail } from './content.ts';

type Tx = Prisma.TransactionClient;
type AcceptDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface GoodInvitation {
  state: 'good';
  id: string;
  organisationId: string;
  organisation: string;
  ico: string;
  inviter: string;
  inviterEmail: string | null;
  role: Exclude<MemberRole, 'representative'>;
}

/**
 * What a link is worth to who has opened it. `forwarded`: it was sent to another address, named in part; `member`: they are
 * one already; `officer`: officers act for the office. Of a link that is over, nothing else is said.
 */
export type Invitation =
  | GoodInvitation
  | { state: 'unknown' | 'used' | 'withdrawn' | 'expired' | 'officer' }
  | { state: 'forwarded'; address: string }
  | { state: 'member'; organisationId: string };

interface Presented {
  secret: string;
  actor: Actor;
}

export async function readInvitation(
  { vault, now }: Pick<Deps, 'vault' | 'now'>,
  tx: Pick<Tx, 'invitation' | 'account' | 'membership'>,
  { secret, actor }: Presented,
): Promise<Invitation> {
  const found = await tx.invitation.findUnique({
    where: { secretHash: hashOf(secret) },
    include: {
      organisation: { select: { name: true, ico: true } },
      invitedBy: { select: { name: true, email: true } },
    },
  });
  if (!found || found.role === 'representative') return { state: 'unknown' };
  const { id, organisationId, role, usedAt, usedById, withdrawnAt, expiresAt, organisation, invitedBy } = found;
  const accountId = accountOf(actor);
  if (usedAt) return usedById === accountId ? { state: 'member', organisationId } : { state: 'used' };
  if (withdrawnAt) return { state: 'withdrawn' };
  if (expiresAt.getTime() <= now().epochMilliseconds) return { state: 'expired' };
  if (actor.kind !== 'citizen') return { state: 'officer' };
  const address = openEmail(vault, id, found.email);
  const account = await tx.account.findUnique({ where: { id: actor.accountId } });
  const isTheirs = account?.confirmedAt !== null && account?.email === address;
  if (!isTheirs) return { state: 'forwarded', address: maskEmail(address) };
  const own = { accountId: actor.accountId, organisationId, state: 'active' } as const;
  if ((await tx.membership.count({ where: own })) > 0) return { state: 'member', organisationId };
  const { name: inviter, email: inviterEmail } = invitedBy;
  const about = { organisation: organisation.name, ico: organisation.ico, inviter, inviterEmail };
  return { state: 'good', id, organisationId, role, ...about };
}

/** Uses a link up; of two attempts at once, one finds it used. */
export async function acceptInvitation(
  deps: AcceptDeps,
  { secret, actor }: { secret: string; actor: Citizen },
): Promise<Invitation> {
  return deps.db.$transaction(async tx => {
    await tx.$queryRaw`SELECT FROM invitation WHERE secret_hash = ${hashOf(secret)} FOR UPDATE`;
    const invitation = await readInvitation(deps, tx, { secret, actor });
    if (invitation.state !== 'good') return invitation;
    const at = new Date(deps.now().epochMilliseconds);
    await tx.invitation.update({ where: { id: invitation.id }, data: { usedAt: at, usedById: actor.accountId } });
    await join(tx, deps, { invitation, actor, at });
    return invitation;
  });
}

async function join(
  tx: Tx,
  deps: AcceptDeps,
  { invitation, actor, at }: { invitation: GoodInvitation; actor: Citizen; at: Date },
): Promise<void> {
  const { id: invitationId, organisationId, organisation, role, inviterEmail } = invitation;
  const { accountId, level, name: member } = actor;
  const dates = { askedAt: at, since: at };
  const { id: membershipId } = await tx.membership.create({
    data: { accountId, organisationId, role, state: 'active', level, ...dates },
    select: { id: true },
  });
  const details = { organisationId, membershipId, invitationId, role };
  const subject = `organisation/${organisationId}`;
  await recordAudit(tx, { actor, at: deps.now(), action: 'memberJoined', subject, details });
  const link = pageUrl(deps, `/organizace/${organisationId}`);
  const letter = memberJoined({ organisation, member, role: memberRoleWords[role].name, link });
  await tell(tx, deps, inviterEmail, { kind: 'memberJoined', letter });
}
