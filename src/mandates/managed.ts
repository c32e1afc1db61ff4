import type { Citizen } from '../core/actor.ts';
import { organisationsOf } from '../core/organisation/reach.ts';

/** An account or an organisation, as one side of a mandate; `organisationId` null is the account itself. */
export interface Side {
  accountId: string;
  organisationId: string | null;
}

/** Organisations for which somebody may give, accept and end mandates: those whose people they manage. */
export function managedBy(actor: Citizen): { id: string; name: string }[] {
  const ids = organisationsOf(actor, 'managePeople');
  return (actor.memberships ?? [])
    .filter(({ organisationId }) => ids.includes(organisationId))
    .map(({ organisationId, name }) => ({ id: organisationId, name }));
}

/** As whom they do it: themselves, where nothing is chosen; undefined of an organisation that is not theirs to manage. */
export function chosenSide(actor: Citizen, chosen: unknown): Side | undefined {
  const { accountId } = actor;
  if (typeof chosen !== 'string' || chosen === '') return { accountId, organisationId: null };
  const managed = managedBy(actor).find(({ id }) => id === chosen);
  return managed && { accountId, organisationId: managed.id };
}
