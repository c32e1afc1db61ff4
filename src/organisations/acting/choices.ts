import type { Actor } from '../../core/actor.ts';
import { mandatesOf } from '../../core/mandate/reach.ts';
import { mayMember, type MemberRole } from '../../core/organisation/roles.ts';
import type { ActingFor } from '../../web/route.ts';

const mandateKey = 'zmocneni:';

/** For whom somebody may choose to act: their organisations and those who empowered them. */
export function choicesOf(actor: Actor): ActingFor[] {
  const memberships = actor.kind === 'citizen' ? (actor.memberships ?? []) : [];
  return [
    ...memberships
      .filter(({ role }) => mayActAs(role))
      .map(membership => ({ key: membership.organisationId, name: membership.name, membership })),
    ...mandatesOf(actor, 'readCases').map(mandate => ({
      key: mandateKey + mandate.mandateId,
      name: mandate.principal.name,
      mandate,
    })),
  ];
}

/** Whether a choice, perhaps one that is no more, was a mandate. */
export function isMandateKey(key: string): boolean {
  return key.startsWith(mandateKey);
}

/** Whoever only manages people has nothing to do on behalf of the organisation. */
function mayActAs(role: MemberRole): boolean {
  return mayMember(role, 'file') || mayMember(role, 'readCases');
}
