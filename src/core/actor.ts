import type { HeldMandate } from './mandate/mandate.ts';
import type { MemberRole } from './organisation/roles.ts';

/** Who acts. Passed to every decision of the core; there is no ambient current user. */
export type Actor = Guest | Citizen | Officer | System;

/** Somebody who has not signed in. */
export interface Guest {
  kind: 'guest';
}

export interface Citizen {
  kind: 'citizen';
  accountId: string;
  name: string;
  /** How surely it is known who they are, by the way they signed in. */
  level: AssuranceLevel;
  /** What they are to organisations; left out of whoever is to none. */
  memberships?: Membership[];
  /** By which they may act for others today; left out of whoever has none. */
  mandates?: HeldMandate[];
}

export interface Membership {
  organisationId: string;
  /** Of the organisation. */
  name: string;
  role: MemberRole;
}

/**
 * account: a mailbox is proved, nothing more; the others: an identity, as in article 8 of the eIDAS regulation (910/2014).
 */
export const assuranceLevels = ['account', 'substantial', 'high'] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

export interface Officer {
  kind: 'officer';
  accountId: string;
  officerId: string;
  name: string;
  departmentId: string;
  /** Of a head, the units below their department, however deep; of others none. */
  units: string[];
  roles: OfficerRole[];
  /** Absent officers whose deputy this one is today, by their ids. */
  standsInFor: string[];
}

/** The portal itself: jobs and migrations. */
export interface System {
  kind: 'system';
}

/** Whose account acts; nobody's when it is a guest or the portal itself. */
export function accountOf(actor: Actor): string | null {
  return actor.kind === 'citizen' || actor.kind === 'officer' ? actor.accountId : null;
}

/** The departments whose cases are an officer's business: their own, and of a head its units. */
export function departmentsOf({ departmentId, units }: Pick<Officer, 'departmentId' | 'units'>): string[] {
  return [departmentId, ...units];
}

/** clerk: works the cases of their department; head: also assigns within it, and works those of the units below; registry: sees and routes all; the others administer and have no cases. What each brings, `core/office/rights` says. */
export const officerRoles = ['clerk', 'head', 'registry', 'agendaAdmin', 'peopleAdmin', 'operator', 'auditor'] as const;
export type OfficerRole = (typeof officerRoles)[number];
