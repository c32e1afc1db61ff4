import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../../audit/record.ts';
import type { Citizen } from '../../core/actor.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { memberRoleWords } from '../../core/organisation/role-words.ts';
import { type GivenRole, mayMember } from '../../core/organisation/roles.ts';
import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { invitationWithdrawn, memberInvited } from '../../notifications/organisation-letters.ts';
import { tell } from '../../notifications/tell.ts';
import { pageUrl } from '../../web/page-url.ts';
import { newSecret } from '../../vault/link-secret.ts';
import { emailDigest, openEmail, sealEmail } from './content.ts';

type Tx = Prisma.TransactionClient;
export type InviteDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface Invited {
  organisationId: string;
  email: string;
  role: GivenRole;
  actor: Citizen;
}

const days = 14;

/** `gone`: whoever invites manages people no more; `member`: that address is one of theirs already. */
export type Inviting = 'invited' | 'member' | 'gone';

/** Sends a link that makes its reader a member. An older one to the same address stops working. */
export async function invite(deps: InviteDeps, { organisationId, email, role, actor }: Invited): Promise<Inviting> {
  const { vault, now } = deps;
  return deps.db.$transaction(async tx => {
    const organisation = await lockIfManaged(tx, organisationId, actor);
    if (!organisation) return 'gone';
    const active = { organisationId, state: 'active' as const, account: { email } };
    if ((await tx.membership.count({ where: active })) > 0) return 'member';
    const id = randomUUIDv7();
    const { secret, hash: secretHash } = newSecret();
    const at = new Date(now().epochMilliseconds);
    const expires = now().add({ hours: 24 * days });
    const digest = emailDigest(vault, email);
    await tx.invitation.updateMany({
      where: { organisationId, emailDigest: digest, usedAt: null, withdrawnAt: null },
      data: { withdrawnAt: at },
    });
    await tx.invitation.create({
      data: {
        id,
        organisationId,
        secretHash,
        email: sealEmail(vault, id, email),
        emailDigest: digest,
        role,
        invitedById: actor.accountId,
        createdAt: at,
        expiresAt: new Date(expires.epochMilliseconds),
      },
    });
    const details = { organisationId, invitationId: id, role };
    const subject = `organisation/${organisationId}`;
    await recordAudit(tx, { actor, at: now(), action: 'memberInvited', subject, details });
    const letter = memberInvited({
      organisation: organisation.name,
      inviter: actor.name,
      role: memberRoleWords[role].name,
      until: dayInPrague(expires),
      link: pageUrl(deps, '/organizace/pozvanka', { klic: secret }),
    });
    await tell(tx, deps, email, { kind: 'memberInvited', letter });
    return 'invited';
  });
}

interface Withdrawn {
  organisationId: string;
  invitationId: string;
  actor: Citizen;
}

/** False when it was used, withdrawn or never there. Whom it was for is told that the link has stopped working. */
export async function withdraw(deps: InviteDeps, { organisationId, invitationId, actor }: Withdrawn): Promise<boolean> {
  return deps.db.$transaction(async tx => {
    const organisation = await lockIfManaged(tx, organisationId, actor);
    if (!organisation) return false;
    const [withdrawn] = await tx.invitation.updateManyAndReturn({
      where: { id: invitationId, organisationId, usedAt: null, withdrawnAt: null },
      data: { withdrawnAt: new Date(deps.now().epochMilliseconds) },
      select: { id: true, email: true },
    });
    if (!withdrawn) return false;
    const details = { organisationId, invitationId };
    const subject = `organisation/${organisationId}`;
    await recordAudit(tx, { actor, at: deps.now(), action: 'invitationWithdrawn', subject, details });
    const email = openEmail(deps.vault, withdrawn.id, withdrawn.email);
    const letter = invitationWithdrawn({ organisation: organisation.name, link: pageUrl(deps, '/organizace') });
    await tell(tx, deps, email, { kind: 'invitationWithdrawn', letter });
    return true;
  });
}

/** The organisation, locked, when the actor manages its people still; of two who invite the same address one comes second. */
async function lockIfManaged(tx: Tx, organisationId: string, { accountId }: Citizen): Promise<{ name: string } | null> {
  await tx.$queryRaw(Prisma.sql`SELECT FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`);
  const own = await tx.membership.findFirst({
    where: { organisationId, accountId, state: 'active' },
    select: { role: true, organisation: { select: { name: true } } },
  });
  return own && mayMember(own.role, 'managePeople') ? own.organisation : null;
}
