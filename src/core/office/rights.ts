import type { Actor, Officer, OfficerRole } from '../actor.ts';

/** What an officer may do at the office, apart from what they are to a single case (`core/case/roles`). */
export const officeRights = [
  'workCases',
  'routeCases',
  'verifyIdentity',
  'countOffice',
  'manageAgendas',
  'managePeople',
  'runOperation',
  'readLogs',
] as const;
export type OfficeRight = (typeof officeRights)[number];

/**
 * Which role brings which rights; the documentation shows this table. Nobody administers agendas or people by working
 * cases, and who reads the logs changes nothing (separation of duties, ISO/IEC 27002:2022, 5.3). A deputy has no row: they have the cases of whom they
 * stand in for, by the absence and as long as it lasts.
 */
const rightsOf: Record<OfficerRole, readonly OfficeRight[]> = {
  clerk: ['workCases'],
  head: ['workCases'],
  registry: ['routeCases', 'verifyIdentity', 'countOffice'],
  agendaAdmin: ['manageAgendas', 'countOffice'],
  peopleAdmin: ['managePeople'],
  operator: ['runOperation'],
  auditor: ['readLogs'],
};

/** Whether an officer may; whoever is no officer may nothing of it. */
export function may(actor: Actor, right: OfficeRight): boolean {
  return actor.kind === 'officer' && grants(actor.roles, right);
}

/** The same of roles alone, as they are about to be given. */
export function grants(roles: readonly OfficerRole[], right: OfficeRight): boolean {
  return roles.some(role => rightsOf[role].includes(right));
}

/** The roles that bring a right, to look for who has it. */
export function rolesWith(right: OfficeRight): OfficerRole[] {
  return (Object.keys(rightsOf) as OfficerRole[]).filter(role => rightsOf[role].includes(right));
}

/** Rights that lead to the administration, in the order in which it shows its parts. */
export const administrative: readonly OfficeRight[] = ['manageAgendas', 'managePeople', 'runOperation', 'readLogs'];

/** Roles that no administrator gives alone, nor to themselves: another has to agree. */
export const fourEyesRoles: readonly OfficerRole[] = ['agendaAdmin', 'peopleAdmin', 'operator', 'auditor'];

/** What of the roles about to be given still needs somebody else's consent. */
export function needsConsent(before: readonly OfficerRole[], wanted: readonly OfficerRole[]): OfficerRole[] {
  return wanted.filter(role => fourEyesRoles.includes(role) && !before.includes(role));
}

/** Whoever administers people, except for whoever asked for the roles and whom they are for. */
export function mayConsent(actor: Actor, { askedById, officerId }: { askedById: string; officerId: string }): boolean {
  if (actor.kind !== 'officer' || !may(actor, 'managePeople')) return false;
  return actor.officerId !== askedById && actor.officerId !== officerId;
}

/** Whether cases are any of this officer's business; an administrator of agendas alone has none. */
export function worksCases(officer: Pick<Officer, 'roles'>): boolean {
  return grants(officer.roles, 'workCases');
}
