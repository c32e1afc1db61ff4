import { type Actor, type Citizen, departmentsOf, type Officer } from '../actor.ts';
import { may, worksCases } from '../office/rights.ts';
import { mandatesOf } from '../mandate/reach.ts';
import { organisationsOf } from '../organisation/reach.ts';

/** A condition on cases, in the form database queries take; `{}` holds for every case. */
export type CaseScope =
  | Record<string, never>
  | OwnFilings
  | { OR: (OwnFilings | OneOf<'organisationId'> | OneOf<'mandateId'>)[] }
  | { trial: false }
  | { trial: false; OR: [OneOf<'departmentId'>, OneOf<'officerId'>] }
  | { trial: false; OR: [OneOf<'departmentId'>, OneOf<'officerId'>, { tasks: { some: TaskScope } }] }
  | { id: { in: never[] } };

/** What somebody filed for themselves; what they filed for an organisation is not theirs once they have left it. */
type OwnFilings = { applicantId: string; organisationId: null };

type OneOf<Name extends string> = Record<Name, { in: string[] }>;

/**
 * The cases a person may see. Every query for cases carries it, so that a stranger's case is not found at all.
 * Join it with `AND: [visibleTo(actor), ...]`; spread beside another `OR`, it would be lost.
 * A citizen sees what they filed for themselves, what anybody filed for the organisations whose filings they may read, and what they act in under a mandate as long as it holds; an officer the cases of their department, a head those of its units too, those assigned to
 * them, those of whom they stand in for, and those that ask them for something as long as they do; the registry all. What was filed on trial is nobody's work. A guest, and an officer who neither works nor
 * routes cases, sees none.
 */
export function visibleTo(actor: Actor): CaseScope {
  const scope = scopeOf(actor);
  if (actor.kind !== 'officer' || !('trial' in scope && 'OR' in scope)) return scope;
  return { trial: false, OR: [scope.OR[0], scope.OR[1], { tasks: { some: answerableBy(actor) } }] };
}

/** A condition on tasks, in the same form. */
type TaskScope = {
  state: 'open';
  OR: (OneOf<'departmentId'> | { departmentId: string; officerId: null } | OneOf<'officerId'>)[];
};

/** The tasks an officer who works cases may answer, as `mayAnswer` says of one. */
export function answerableBy(officer: Officer): TaskScope {
  const { departmentId, officerId, roles, standsInFor } = officer;
  const ofDepartment = roles.includes('head')
    ? { departmentId: { in: departmentsOf(officer) } }
    : { departmentId, officerId: null };
  return { state: 'open', OR: [ofDepartment, { officerId: { in: [officerId, ...standsInFor] } }] };
}

/** Of whoever else, or of nobody with an account; and without bias of this officer. */
type Impartial = { OR: [{ applicantId: null }, { applicantId: { not: string } }]; NOT: { biased: { has: string } } };

/**
 * The same without what an officer sees only because they were asked for something, without their own matters and those they
 * declared bias in: what the office writes there is not for them, nor is it theirs to write (§ 14 of 500/2004).
 */
export function workableBy(actor: Actor): CaseScope | { AND: [CaseScope, Impartial] } {
  const scope = scopeOf(actor);
  if (actor.kind !== 'officer') return scope;
  const { accountId, officerId } = actor;
  const impartial: Impartial = {
    OR: [{ applicantId: null }, { applicantId: { not: accountId } }],
    NOT: { biased: { has: officerId } },
  };
  return { AND: [scope, impartial] };
}

function scopeOf(actor: Actor): CaseScope {
  switch (actor.kind) {
    case 'guest':
      return nothing();
    case 'citizen':
      return ofCitizen(actor);
    case 'officer':
      if (may(actor, 'routeCases')) return { trial: false };
      if (!worksCases(actor)) return nothing();
      return {
        trial: false,
        OR: [
          { departmentId: { in: departmentsOf(actor) } },
          { officerId: { in: [actor.officerId, ...actor.standsInFor] } },
        ],
      };
    case 'system':
      return {};
  }
}

function ofCitizen(actor: Citizen): CaseScope {
  const own: OwnFilings = { applicantId: actor.accountId, organisationId: null };
  const organisations = organisationsOf(actor, 'readCases');
  const mandates = mandatesOf(actor, 'readCases').map(({ mandateId }) => mandateId);
  const others = [
    ...(organisations.length === 0 ? [] : [{ organisationId: { in: organisations } }]),
    ...(mandates.length === 0 ? [] : [{ mandateId: { in: mandates } }]),
  ];
  return others.length === 0 ? own : { OR: [own, ...others] };
}

function nothing(): CaseScope {
  return { id: { in: [] } };
}
