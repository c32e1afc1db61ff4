import type { Actor } from '../actor.ts';
import { worksCases } from './roles.ts';

/** A condition on cases, in the form database queries take; `{}` holds for every case. */
export type CaseScope =
  | Record<string, never>
  | { applicantId: string }
  | { trial: false }
  | { trial: false; OR: [{ departmentId: string }, { officerId: { in: string[] } }] }
  | { id: { in: never[] } };

/**
 * The cases a person may see. Every query for cases carries it, so that a stranger's case is not found at all.
 * Join it with `AND: [visibleTo(actor), ...]`; spread beside another `OR`, it would be lost.
 * A citizen sees what they filed; an officer the cases of their department, those assigned to them and those of whom they
 * stand in for; the registry all. What was filed on trial is nobody's work. A guest, and an officer who neither works nor
 * routes cases, sees none.
 */
export function visibleTo(actor: Actor): CaseScope {
  switch (actor.kind) {
    case 'guest':
      return nothing();
    case 'citizen':
      return { applicantId: actor.accountId };
    case 'officer':
      if (actor.roles.includes('registry')) return { trial: false };
      if (!worksCases(actor)) return nothing();
      return {
        trial: false,
        OR: [{ departmentId: actor.departmentId }, { officerId: { in: [actor.officerId, ...actor.standsInFor] } }],
      };
    case 'system':
      return {};
  }
}

function nothing(): CaseScope {
  return { id: { in: [] } };
}
