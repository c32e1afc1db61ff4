import type { Citizen, Guest, Officer, System } from '../../../src/core/actor.ts';
import type { Action } from '../../../src/core/case/actions.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';

/** The people and cases of the tables in this folder. */

export const transport = { id: 'transport', name: 'Odbor dopravy' };
export const building = { id: 'building', name: 'Stavební odbor' };

function officer(officerId: string, name: string, departmentId: string, ...roles: Officer['roles']): Officer {
  return { kind: 'officer', accountId: `account-${officerId}`, officerId, name, departmentId, roles };
}

export const clerk = officer('jana', 'Jana Nováková', transport.id, 'clerk');
export const colleague = officer('petr', 'Petr Dvořák', transport.id, 'clerk');
export const head = officer('eva', 'Eva Malá', transport.id, 'head');
export const builder = officer('ivo', 'Ivo Zedník', building.id, 'clerk');
export const registrar = officer('rita', 'Rita Poštová', 'office', 'registry');
export const administrator = officer('adam', 'Adam Správce', transport.id, 'admin');

export const guest: Guest = { kind: 'guest' };
export const citizen: Citizen = { kind: 'citizen', accountId: 'karel', name: 'Karel Občan' };
export const system: System = { kind: 'system' };

export const now = Temporal.Instant.from('2026-11-22T13:03:27.123456Z');

export function aCase(having: Partial<CaseSnapshot> = {}): CaseSnapshot {
  return { state: 'filed', departmentId: transport.id, officerId: null, outcome: null, version: 1, ...having };
}

export const held = aCase({ state: 'takenOver', officerId: clerk.officerId, version: 2 });
export const worked = aCase({ state: 'inProgress', officerId: clerk.officerId, version: 3 });
export const decided = aCase({ state: 'decided', officerId: clerk.officerId, outcome: 'granted', version: 4 });
export const closed = aCase({ state: 'closed', officerId: clerk.officerId, outcome: 'granted', version: 5 });

export function assignTo(person: Officer | null, department = transport): Action<'assign'> {
  const contact = person && {
    id: person.officerId,
    name: person.name,
    phone: '+420 495 707 111',
    email: `${person.officerId}@example.cz`,
    departmentId: person.departmentId,
  };
  return { type: 'assign', department, officer: contact, reason: 'zástup' };
}

export const takeOver: Action<'takeOver'> = { type: 'takeOver' };
export const start: Action<'start'> = { type: 'start' };
export const decide: Action<'decide'> = { type: 'decide', outcome: 'refused', explanation: 'Chybí souhlas vlastníka.' };
export const close: Action<'close'> = { type: 'close' };
