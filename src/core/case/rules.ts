import type { Officer } from '../actor.ts';
import type { Action, ActionType } from './actions.ts';
import { aReason, anExplanation, anOfficerOfTheDepartment, anotherHolder, type Demand } from './demands.ts';
import type { EventBody } from './events.ts';
import { clerkOfDepartment, headOfDepartment, holder, registry, type Role } from './roles.ts';
import type { CaseSnapshot } from './snapshot.ts';
import type { CaseState } from './states.ts';

/**
 * What may happen to a case, one row an action: from which states, who may (any of them is enough), what it demands,
 * what it changes and what the history says of it.
 */
export const rules: { [T in ActionType]: Rule<T> } = {
  assign: {
    from: ['filed', 'takenOver', 'inProgress'],
    who: [holder, clerkOfDepartment, headOfDepartment, registry],
    demands: [aReason, anOfficerOfTheDepartment, anotherHolder],
    // Without an officer the case waits to be taken over again; with one it stays where it was.
    changes: ({ state }, { department, officer }) => ({
      state: officer ? state : 'filed',
      departmentId: department.id,
      officerId: officer?.id ?? null,
    }),
    event: ({ departmentId, officerId }, { department, officer, reason }) => ({
      type: 'assigned',
      data: {
        from: { departmentId, officerId },
        department: { id: department.id, name: department.name },
        officer: officer && { id: officer.id, name: officer.name, phone: officer.phone, email: officer.email },
        reason: reason.trim(),
      },
    }),
  },
  takeOver: {
    from: ['filed', 'takenOver', 'inProgress'],
    who: [holder, clerkOfDepartment, headOfDepartment],
    pointless: ({ state, officerId }, officer) => state !== 'filed' && officerId === officer.officerId,
    demands: [],
    changes: ({ state }, _action, officer) => ({
      state: state === 'filed' ? 'takenOver' : state,
      officerId: officer.officerId,
    }),
    event: ({ officerId }, _action, officer) => ({
      type: 'takenOver',
      data: { from: { officerId }, officer: { id: officer.officerId, name: officer.name } },
    }),
  },
  start: {
    from: ['takenOver'],
    who: [holder, clerkOfDepartment, headOfDepartment],
    demands: [],
    changes: () => ({ state: 'inProgress' }),
    event: () => ({ type: 'started', data: {} }),
  },
  decide: {
    from: ['takenOver', 'inProgress'],
    who: [holder, clerkOfDepartment, headOfDepartment],
    demands: [anExplanation],
    changes: (_case, { outcome }) => ({ state: 'decided', outcome }),
    event: (_case, { outcome, explanation }) => ({
      type: 'decided',
      data: { outcome, explanation: explanation.trim() },
    }),
  },
  close: {
    from: ['decided'],
    who: [holder, clerkOfDepartment, headOfDepartment],
    demands: [],
    changes: () => ({ state: 'closed' }),
    event: (_case, { note = '' }) => ({ type: 'closed', data: { note: note.trim() || null } }),
  },
};

export interface Rule<T extends ActionType> {
  from: CaseState[];
  who: Role[];
  /** Allowed, but for this person it would change nothing. */
  pointless?: (snapshot: CaseSnapshot, officer: Officer) => boolean;
  demands: Demand<T>[];
  changes: (snapshot: CaseSnapshot, action: Action<T>, officer: Officer) => Partial<Omit<CaseSnapshot, 'version'>>;
  event: (snapshot: CaseSnapshot, action: Action<T>, officer: Officer) => EventBody;
}
