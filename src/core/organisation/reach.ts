import type { Actor } from '../actor.ts';
import { mayMember, type MemberRight } from './roles.ts';

/** Ids of the organisations for which somebody may do this; an officer acts for the office alone. */
export function organisationsOf(actor: Actor, right: MemberRight): string[] {
  if (actor.kind !== 'citizen') return [];
  const { memberships = [] } = actor;
  return memberships.filter(({ role }) => mayMember(role, right)).map(({ organisationId }) => organisationId);
}
