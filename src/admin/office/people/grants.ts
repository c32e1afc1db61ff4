import { recordAudit } from '../../../audit/record.ts';
import type { Officer, OfficerRole } from '../../../core/actor.ts';
import { mayConsent, rolesWith } from '../../../core/office/rights.ts';
import { mailboxOf } from '../../../database/mailbox.ts';
import type { Deps } from '../../../deps.ts';
import type { Prisma } from '../../../generated/prisma/client.ts';
import { rolesAsked } from '../../../notifications/letters.ts';
import { enqueueMail } from '../../../notifications/queue.ts';

type Tx = Prisma.TransactionClient;
export type GrantDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface Asked {
  officerId: string;
  roles: OfficerRole[];
  actor: Officer;
}

/** Asks other administrators of people to agree; what was asked for the same officer before is replaced, of no role withdrawn. */
export async function askForRoles(tx: Tx, deps: GrantDeps, { officerId, roles, actor }: Asked): Promise<void> {
  const open = await tx.roleGrant.findFirst({ where: { officerId, decidedAt: null } });
  if (open && sameRoles(open.roles, roles)) return;
  await tx.roleGrant.deleteMany({ where: { officerId, decidedAt: null } });
  if (roles.length === 0) return;
  const askedAt = new Date(deps.now().epochMilliseconds);
  await tx.roleGrant.create({ data: { officerId, roles, askedById: actor.officerId, askedAt } });
  const details = { officerId, roles: roles.join(' ') };
  await recordAudit(tx, { actor, at: deps.now(), action: 'rolesAsked', subject: `officer/${officerId}`, details });
  await tellOthers(tx, deps, { officerId, roles, actor });
}

export interface OpenGrant {
  id: string;
  roles: OfficerRole[];
  askedBy: string;
  askedAt: Temporal.Instant;
  /** Whether this administrator may agree. */
  isMine: boolean;
}

/** What waits for consent, of one officer. */
export async function findOpenGrant(db: Tx | Deps['db'], officerId: string, actor: Officer): Promise<OpenGrant | null> {
  const grant = await db.roleGrant.findFirst({
    where: { officerId, decidedAt: null },
    include: { askedBy: { select: { account: { select: { name: true } } } } },
  });
  return (
    grant && {
      id: grant.id,
      roles: grant.roles,
      askedBy: grant.askedBy.account.name,
      askedAt: grant.askedAt.toTemporalInstant(),
      isMine: mayConsent(actor, grant),
    }
  );
}

/** `gone`: decided or changed meanwhile; `notMine`: whoever asked, and whom it is for, cannot agree. */
export type Decided = 'done' | 'gone' | 'notMine';

export async function decideGrant(
  deps: GrantDeps,
  { officerId, grantId, granted, actor }: { officerId: string; grantId: string; granted: boolean; actor: Officer },
): Promise<Decided> {
  return deps.db.$transaction(async tx => {
    await tx.$queryRaw`SELECT FROM officer WHERE id = ${officerId}::uuid FOR UPDATE`;
    const grant = await tx.roleGrant.findFirst({ where: { id: grantId, officerId, decidedAt: null } });
    if (!grant) return 'gone';
    // Who asked may take it back; to agree takes somebody else.
    if (granted && !mayConsent(actor, grant)) return 'notMine';
    const decidedAt = new Date(deps.now().epochMilliseconds);
    await tx.roleGrant.update({ where: { id: grant.id }, data: { granted, decidedAt, decidedById: actor.officerId } });
    if (granted) {
      const { roles } = await tx.officer.findUniqueOrThrow({ where: { id: officerId }, select: { roles: true } });
      await tx.officer.update({ where: { id: officerId }, data: { roles: [...new Set([...roles, ...grant.roles])] } });
    }
    const action = granted ? 'rolesGranted' : 'rolesRefused';
    const details = { officerId, roles: grant.roles.join(' ') };
    await recordAudit(tx, { actor, at: deps.now(), action, subject: `officer/${officerId}`, details });
    return 'done';
  });
}

async function tellOthers(tx: Tx, deps: GrantDeps, { officerId, actor }: Asked): Promise<void> {
  const [others, { account }] = await Promise.all([
    tx.officer.findMany({
      where: {
        active: true,
        roles: { hasSome: rolesWith('managePeople') },
        id: { notIn: [officerId, actor.officerId] },
      },
      select: { account: { select: { email: true } } },
    }),
    tx.officer.findUniqueOrThrow({ where: { id: officerId }, select: { account: { select: { name: true } } } }),
  ]);
  const link = new URL(`/sprava/lide/${officerId}`, deps.config.publicUrl).toString();
  const letter = rolesAsked({ asker: actor.name, officer: account.name, link });
  for (const { account: to } of others) {
    await enqueueMail(tx, deps, { kind: 'rolesAsked', to: mailboxOf(to), ...letter });
  }
}

function sameRoles(some: readonly OfficerRole[], others: readonly OfficerRole[]): boolean {
  return some.length === others.length && some.every(role => others.includes(role));
}
