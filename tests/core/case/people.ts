import type { Citizen, Guest, Officer, System } from '../../../src/core/actor.ts';
import type { Action } from '../../../src/core/case/actions.ts';
import { startClock, stopClock } from '../../../src/core/case/clock.ts';
import type { file } from '../../../src/core/case/lifecycle.ts';
import type { CaseSnapshot } from '../../../src/core/case/snapshot.ts';
import type { OpenTask } from '../../../src/core/case/tasks.ts';

/** The people and cases of the tables in this folder. */

export const transport = { id: 'transport', name: 'Odbor dopravy' };
export const building = { id: 'building', name: 'Stavební odbor' };

function officer(officerId: string, name: string, departmentId: string, ...roles: Officer['roles']): Officer {
  const post = { officerId, name, departmentId, units: [], roles, standsInFor: [] };
  return { kind: 'officer', accountId: `account-${officerId}`, ...post };
}

export const clerk = officer('jana', 'Jana Nováková', transport.id, 'clerk');
export const colleague = officer('petr', 'Petr Dvořák', transport.id, 'clerk');
export const head = officer('eva', 'Eva Malá', transport.id, 'head');
/** Of the department that transport is a unit of. */
export const headAbove: Officer = { ...officer('olga', 'Olga Vrchní', 'city', 'head'), units: [transport.id] };
export const builder = officer('ivo', 'Ivo Zedník', building.id, 'clerk');
export const registrar = officer('rita', 'Rita Poštová', 'office', 'registry');
export const deputy: Officer = {
  ...officer('dana', 'Dana Zástupná', 'office', 'clerk'),
  standsInFor: [clerk.officerId],
};
export const administrator = officer('adam', 'Adam Správce', transport.id, 'agendaAdmin');

export const guest: Guest = { kind: 'guest' };
export const citizen: Citizen = { kind: 'citizen', accountId: 'karel', name: 'Karel Občan', level: 'account' };
export const system: System = { kind: 'system' };

export const now = Temporal.Instant.from('2026-11-22T13:03:27.123456Z');

export const today = Temporal.PlainDate.from('2026-11-22');

export const agenda: CaseSnapshot['agenda'] = {
  plan: [
    { id: 'check', title: 'Kontrola podání', department: 'doprava', targetDays: 3 },
    { id: 'assess', title: 'Posouzení žádosti', department: 'doprava', targetDays: 15 },
    { id: 'decide', title: 'Vydání rozhodnutí', department: 'stavebni', targetDays: 1 },
  ],
  clock: { kind: 'administrative', days: 30, unit: 'calendar', provision: '§ 71 odst. 3 zákona č. 500/2004 Sb.' },
};

/** Filed today by Karel; due on 22 December. */
export function aCase(having: Partial<CaseSnapshot> = {}): CaseSnapshot {
  return {
    state: 'filed',
    departmentId: transport.id,
    officerId: null,
    applicantId: citizen.accountId,
    organisationId: null,
    mandateId: null,
    outcome: null,
    clock: startClock(agenda.clock, today),
    step: 'check',
    awaitingUntil: null,
    confirmUntil: null,
    biased: [],
    appealUntil: null,
    tasks: [],
    version: 1,
    agenda,
    ...having,
  };
}

const inHand = { officerId: clerk.officerId };
export const held = aCase({ ...inHand, state: 'takenOver', version: 2 });
export const worked = aCase({ ...inHand, state: 'inProgress', version: 3 });
export const awaiting = aCase({
  ...inHand,
  state: 'awaitingApplicant',
  awaitingUntil: Temporal.PlainDate.from('2026-12-10'),
  clock: stopClock(worked.clock, today),
  version: 4,
});
export const suspended = aCase({ ...inHand, state: 'suspended', clock: stopClock(worked.clock, today), version: 4 });
export const decided = aCase({ ...inHand, state: 'decided', outcome: 'granted', version: 4 });
export const appealed = aCase({ ...inHand, state: 'appealed', outcome: 'granted', version: 5 });
export const closed = aCase({ ...inHand, state: 'closed', outcome: 'granted', version: 5 });

const confirmUntil = Temporal.PlainDate.from('2026-11-27');
export const unconfirmed = aCase({ state: 'unconfirmed', confirmUntil });
export const lapsed = aCase({ state: 'lapsed', confirmUntil, version: 2 });

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

/** By the applicant, on the day of the tables. */
export const confirm: Action<'confirm'> = {
  type: 'confirm',
  way: 'signIn',
  on: today,
  sha256: 'e'.repeat(64),
  officer: null,
};
/** Written down by an officer. */
export const confirmOnPaper: Action<'confirm'> = { ...confirm, way: 'paper' };
export const lapse: Action<'lapse'> = { type: 'lapse' };
export const takeOver: Action<'takeOver'> = { type: 'takeOver' };
export const start: Action<'start'> = { type: 'start' };
export const decide: Action<'decide'> = { type: 'decide', outcome: 'refused', explanation: 'Chybí souhlas vlastníka.' };
export const close: Action<'close'> = { type: 'close' };
export const declareBias: Action<'declareBias'> = { type: 'declareBias', reason: 'Žadatel je můj bratr.' };
export const requestSupplement: Action<'requestSupplement'> = {
  type: 'requestSupplement',
  items: [{ kind: 'answer', id: 'place', label: 'Místo', problem: 'Chybí číslo domu.' }],
  until: Temporal.PlainDate.from('2026-12-10'),
  consequence: 'Když nic nedoplníte, řízení zastavíme.',
  suspends: true,
};
export const supplement: Action<'supplement'> = {
  type: 'supplement',
  correctionId: 'correction',
  sha256: 'a'.repeat(64),
};
export const supplementMissed: Action<'supplementMissed'> = { type: 'supplementMissed' };
export const suspend: Action<'suspend'> = { type: 'suspend', reason: 'Čekáme na stavební úřad.' };
export const resume: Action<'resume'> = { type: 'resume', reason: 'Stavební úřad rozhodl.' };
export const extend: Action<'extend'> = { type: 'extend', days: 30, reason: 'Bude místní šetření.' };
export const serve: Action<'recordService'> = {
  type: 'recordService',
  delivery: { way: 'dataBox', sentOn: '2026-11-20', takenOn: null },
};
export const appeal: Action<'appeal'> = { type: 'appeal', reference: 'HK26-00124-B', isLate: false };
export const uphold: Action<'settleAppeal'> = {
  type: 'settleAppeal',
  result: 'upheld',
  reason: 'Kraj odvolání zamítl.',
};
export const returnCase: Action<'settleAppeal'> = { ...uphold, result: 'returned', reason: 'Kraj věc vrátil.' };
export const forward: Action<'forward'> = { type: 'forward', authority: 'Krajský úřad', reason: 'Patří jemu.' };
export const withdraw: Action<'withdraw'> = { type: 'withdraw', reason: '' };
export const discontinue: Action<'discontinue'> = { type: 'discontinue', reason: 'Žádost nebyla doplněna.' };
export const shelve: Action<'shelve'> = { type: 'shelve', reason: 'Žádost nebyla doplněna.' };
export const requestInspection: Action<'requestInspection'> = { type: 'requestInspection', note: '' };
export const issueLetter: Action<'issueLetter'> = {
  type: 'issueLetter',
  letterId: 'letter',
  kind: 'decision',
  title: 'Povolení záboru',
  sha256: 'c'.repeat(64),
};
export const write: Action<'write'> = { type: 'write', messageId: 'message', sha256: 'b'.repeat(64) };

export function moveOn(to: string, department = transport): Action<'moveOn'> {
  return { type: 'moveOn', to, department, officer: null, reason: '' };
}

/** What transport asks the building department for. */
export const aTask: OpenTask = { id: 'task', kind: 'statement', department: building, officerId: null };
export const giveTask: Action<'giveTask'> = {
  type: 'giveTask',
  taskId: 'task',
  sha256: 'c'.repeat(64),
  kind: 'statement',
  department: building,
  officer: null,
  until: today.add({ days: 10 }),
};
export const answerTask: Action<'answerTask'> = {
  type: 'answerTask',
  taskId: 'task',
  answer: 'agrees',
  sha256: 'd'.repeat(64),
};
export const withdrawTask: Action<'withdrawTask'> = { type: 'withdrawTask', taskId: 'task', reason: 'Už ho máme.' };

/** What `file` is told when Karel files for the department of transport. */
export const filing: Parameters<typeof file>[0] = {
  department: transport,
  officer: null,
  applicantId: citizen.accountId,
  organisationId: null,
  mandateId: null,
  agenda,
  clock: startClock(agenda.clock, today),
  confirmUntil: null,
  actor: citizen,
  now,
};
