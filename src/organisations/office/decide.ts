import { recordAudit } from '../../audit/record.ts';
import type { Officer } from '../../core/actor.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import {
  organisationApproved,
  organisationRefused,
  representativeJoined,
} from '../../notifications/organisation-letters.ts';
import { sealReason } from '../reason.ts';
import { tell, tellManagers } from '../../notifications/tell.ts';
import { pageUrl } from '../../web/page-url.ts';

type Tx = Prisma.TransactionClient;
export type DecideDeps = Pick<Deps, 'db' | 'boss' | 'vault' | 'config' | 'now'>;

interface Decision {
  membershipId: string;
  actor: Officer;
}

/** `gone`: decided meanwhile; `own`: nobody decides about themselves (§ 14 of act 500/2004). */
export type Decided = 'done' | 'gone' | 'own';

/** The registry has found that they represent it. What else they were to it ends. */
export async function approve(deps: DecideDeps, { membershipId: id, actor }: Decision): Promise<Decided> {
  return deps.db.$transaction(async tx => {
    const request = await takeIn(tx, id, 'waiting');
    if (request === null) return 'gone';
    const { accountId, organisationId, organisation, account } = request;
    if (accountId === actor.accountId) return 'own';
    const at = new Date(deps.now().epochMilliseconds);
    const active = { accountId, organisationId, state: 'active' } as const;
    await tx.membership.updateMany({ where: active, data: { state: 'ended', until: at } });
    await tx.membership.update({ where: { id }, data: { state: 'active', since: at, decidedById: actor.officerId } });
    await audit(tx, deps, 'representationApproved', { actor, organisationId, membershipId: id });
    const link = pageUrl(deps, `/organizace/${organisationId}`);
    const about = { organisation: organisation.name, link };
    await tell(tx, deps, account.email, { kind: 'organisationApproved', letter: organisationApproved(about) });
    const letter = representativeJoined({ ...about, member: account.name });
    await tellManagers(tx, deps, { organisationId, except: [accountId] }, { kind: 'representativeJoined', letter });
    return 'done';
  });
}

export async function refuse(
  deps: DecideDeps,
  { membershipId: id, actor, reason }: Decision & { reason: string },
): Promise<Decided> {
  return deps.db.$transaction(async tx => {
    const request = await takeIn(tx, id, 'waiting');
    if (request === null) return 'gone';
    const { accountId, organisationId, organisation, account } = request;
    if (accountId === actor.accountId) return 'own';
    await tx.membership.update({
      where: { id },
      data: { state: 'refused', decidedById: actor.officerId, reason: sealReason(deps.vault, id, reason) },
    });
    await audit(tx, deps, 'representationRefused', { actor, organisationId, membershipId: id });
    const letter = organisationRefused({ organisation: organisation.name, link: pageUrl(deps, '/organizace') });
    await tell(tx, deps, account.email, { kind: 'organisationRefused', letter });
    return 'done';
  });
}

/** Locked, so that of two who decide at once one finds it decided. */
export async function takeIn(tx: Tx, id: string, state: 'waiting' | 'active') {
  await tx.$queryRaw`SELECT FROM membership WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.membership.findFirst({
    where: { id, state },
    select: {
      role: true,
      accountId: true,
      organisationId: true,
      organisation: { select: { name: true } },
      account: { select: { name: true, email: true } },
    },
  });
}

export async function audit(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  action: 'representationApproved' | 'representationRefused' | 'representationRevoked',
  { actor, organisationId, membershipId }: Decision & { organisationId: string },
): Promise<void> {
  const subject = `organisation/${organisationId}`;
  await recordAudit(tx, { actor, at: now(), action, subject, details: { organisationId, membershipId } });
}
