import type { Officer } from '../../core/actor.ts';
import { representationRevoked, representativeRevoked } from '../../notifications/organisation-letters.ts';
import { withdrawInvitationsOf } from '../people/change-member.ts';
import { sealReason } from '../reason.ts';
import { tell, tellManagers } from '../../notifications/tell.ts';
import { pageUrl } from '../../web/page-url.ts';
import { audit, type DecideDeps, type Decided, takeIn } from './decide.ts';

interface Revocation {
  membershipId: string;
  actor: Officer;
  reason: string;
}

/** The registry has found that they represent it no more. What was filed stays with the organisation. */
export async function revoke(deps: DecideDeps, { membershipId: id, actor, reason }: Revocation): Promise<Decided> {
  return deps.db.$transaction(async tx => {
    const membership = await takeIn(tx, id, 'active');
    if (membership?.role !== 'representative') return 'gone';
    const { accountId, organisationId, organisation, account } = membership;
    if (accountId === actor.accountId) return 'own';
    const until = new Date(deps.now().epochMilliseconds);
    await tx.membership.update({
      where: { id },
      data: { state: 'ended', until, decidedById: actor.officerId, reason: sealReason(deps.vault, id, reason) },
    });
    await withdrawInvitationsOf(tx, { organisationId, by: accountId, at: until });
    await audit(tx, deps, 'representationRevoked', { actor, organisationId, membershipId: id });
    const about = { organisation: organisation.name, link: pageUrl(deps, '/organizace') };
    await tell(tx, deps, account.email, { kind: 'representationRevoked', letter: representationRevoked(about) });
    const link = pageUrl(deps, `/organizace/${organisationId}`);
    const letter = representativeRevoked({ organisation: organisation.name, member: account.name, link });
    await tellManagers(tx, deps, { organisationId, except: [accountId] }, { kind: 'representativeRevoked', letter });
    return 'done';
  });
}
