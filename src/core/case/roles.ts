import { accountOf, type Actor, departmentsOf, type Officer } from '../actor.ts';
import { may, worksCases } from '../office/rights.ts';
import { heldIn } from '../mandate/reach.ts';
import { organisationsOf } from '../organisation/reach.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { mayAnswer } from './tasks.ts';

/** What somebody is to a case. */
interface RoleInCase {
  /** As the documentation names it. */
  name: string;
  is: (snapshot: CaseSnapshot, actor: Actor) => boolean;
}

/** Nobody is an officer in their own matter, nor in one they declared bias in (§ 14 of the Code of Administrative Procedure). */
const officers = (name: string, is: (snapshot: CaseSnapshot, officer: Officer) => boolean): RoleInCase => ({
  name,
  is: (snapshot, actor) => actor.kind === 'officer' && !isBiased(snapshot, actor) && is(snapshot, actor),
});

export const roles = {
  /** Whoever has the case, of whichever department. An officer who is no clerk any more lost their cases with the role. */
  holder: officers('the officer who has it', (snapshot, officer) => {
    return snapshot.officerId === officer.officerId && worksCases(officer);
  }),
  /** Whoever stands in today for the officer who has it. */
  deputy: officers('the deputy of that officer', ({ officerId }, officer) => {
    return officerId !== null && officer.standsInFor.includes(officerId) && worksCases(officer);
  }),
  clerkOfDepartment: officers('a clerk of its department', ({ departmentId }, officer) => {
    return departmentId === officer.departmentId && officer.roles.includes('clerk');
  }),
  headOfDepartment: officers('the head of its department or of one above it', ({ departmentId }, officer) => {
    return officer.roles.includes('head') && departmentsOf(officer).includes(departmentId);
  }),
  /** Whoever may answer something the case asks other departments for. */
  consulted: officers('whom another department asked', ({ tasks }, officer) => {
    return tasks.some(task => mayAnswer(task, officer));
  }),
  /** The registry routes every case of the office. */
  registry: officers('the registry', (_snapshot, officer) => may(officer, 'routeCases')),
  /**
   * Whose filing it is. Of a filing without an account, whoever was let in by its secret code; that they were, the read
   * of the case has found out. With an account, that account alone: a code is enough to look, not to act. On behalf of an
   * organisation, whoever may file for it, whichever of them filed it.
   */
  applicant: {
    name: 'the applicant',
    is: (snapshot, actor) => {
      const { applicantId, organisationId } = snapshot;
      if (organisationId !== null) return organisationsOf(actor, 'file').includes(organisationId);
      if (applicantId !== null) return accountOf(actor) === applicantId;
      // A member of an agent who may only read was let in by the mandate, not by the code.
      return actor.kind === 'guest' || (actor.kind === 'citizen' && !heldIn(snapshot, actor, 'readCases'));
    },
  },
  /** Whom they empowered to act in it, as long as the mandate holds (§ 33 of the Code of Administrative Procedure). */
  agent: { name: 'the agent of the applicant', is: (snapshot, actor) => heldIn(snapshot, actor, 'file') !== undefined },
  portal: { name: 'the portal itself', is: (_snapshot, actor) => actor.kind === 'system' },
} satisfies Record<string, RoleInCase>;

export type RoleName = keyof typeof roles;

function isBiased({ biased, applicantId }: CaseSnapshot, { officerId, accountId }: Officer): boolean {
  return biased.includes(officerId) || applicantId === accountId;
}
