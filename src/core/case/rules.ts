import type { Actor } from '../actor.ts';
import type { Action, ActionType } from './actions.ts';
import { dueOn } from './clock.ts';
import * as clock from './clock-effects.ts';
import type { ClockEffect } from './clock-effects.ts';
import * as demands from './demands.ts';
import type { Demand } from './demands.ts';
import type { EventBody } from './events.ts';
import type { RoleName } from './roles.ts';
import { serviceOf } from './service.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { type CaseState, caseStates, openStates } from './states.ts';
import type { OpenTask } from './tasks.ts';

type Changes = Partial<Omit<CaseSnapshot, 'version' | 'clock' | 'agenda' | 'applicantId' | 'mandateId'>>;

/** One action with a case. The documentation (docs/lifecycle.md) is drawn from these rows. */
export interface Rule<T extends ActionType> {
  from: readonly CaseState[];
  /** Any of them is enough. */
  who: readonly RoleName[];
  /** Allowed, but for this person it would change nothing. */
  pointless?: (snapshot: CaseSnapshot, actor: Actor) => boolean;
  demands: readonly Demand<T>[];
  clock: ClockEffect<T>;
  /** Where it may lead; `stays` in the state it is in. */
  to: readonly (CaseState | 'stays')[];
  changes: (snapshot: CaseSnapshot, action: Action<T>, actor: Actor) => Changes;
  /** What the history says; `after` is the case as it is then, its clock included. */
  event: (snapshot: CaseSnapshot, action: Action<T>, actor: Actor, after: CaseSnapshot) => EventBody;
}

const officersOfCase: readonly RoleName[] = ['holder', 'deputy', 'clerkOfDepartment', 'headOfDepartment'];
/** Open and confirmed: only then is it anybody's work. */
const standing: readonly CaseState[] = openStates.filter(state => state !== 'unconfirmed');
const applicants: readonly RoleName[] = ['applicant', 'agent'];
const worked: readonly CaseState[] = ['takenOver', 'inProgress'];
const underWay: readonly CaseState[] = ['takenOver', 'inProgress', 'awaitingApplicant', 'suspended'];

/**
 * What may happen to a case, one row an action: from which states, who may, what it demands, what it does to the clock,
 * what it changes and what the history says of it. What the citizen reads of it is in `event-words.ts`.
 */
export const rules: { [T in ActionType]: Rule<T> } = {
  // The period of the office is that of the day of filing: what is confirmed in time counts from then (§ 37 (4) and § 44).
  confirm: {
    // What came in time may be written down after the portal has given up waiting.
    from: ['unconfirmed', 'lapsed'],
    who: [...applicants, 'clerkOfDepartment', 'headOfDepartment', 'registry'],
    demands: [demands.aWayOfTheirs, demands.aConfirmationInTime],
    clock: clock.unchanged,
    to: ['filed'],
    changes: (_case, { officer }) => ({ state: 'filed', officerId: officer?.id ?? null }),
    event: (_case, { way, on, sha256, officer }, _actor, after) => ({
      type: 'confirmed',
      data: {
        way,
        on: on.toString(),
        sha256,
        officer: officer && { id: officer.id },
        dueOn: dueOn(after.clock).toString(),
      },
    }),
  },
  lapse: {
    from: ['unconfirmed'],
    who: ['portal'],
    demands: [demands.aMissedConfirmation],
    clock: clock.ends,
    to: ['lapsed'],
    changes: () => ({ state: 'lapsed' }),
    event: ({ confirmUntil }, _action, _actor, after) => ({
      type: 'lapsed',
      data: { until: (confirmUntil ?? dueOn(after.clock)).toString() },
    }),
  },
  assign: {
    from: standing,
    // The portal does it for somebody who has left.
    who: [...officersOfCase, 'registry', 'portal'],
    demands: [demands.aReason, demands.anOfficerOfTheDepartment, demands.anUnbiasedOfficer, demands.anotherHolder],
    clock: clock.unchanged,
    to: ['stays', 'filed'],
    changes: (snapshot, { department, officer }) => ({
      departmentId: department.id,
      officerId: officer?.id ?? null,
      // Without an officer the case waits to be taken over again; unless it waits for somebody outside anyway.
      ...(!officer && worked.includes(snapshot.state) && { state: 'filed' }),
    }),
    event: ({ departmentId, officerId }, { department, officer, reason }) => ({
      type: 'assigned',
      data: {
        from: { departmentId, officerId },
        department: named(department),
        officer: contact(officer),
        reason: reason.trim(),
      },
    }),
  },
  takeOver: {
    from: standing,
    who: officersOfCase,
    pointless: ({ state, officerId }, actor) =>
      actor.kind === 'officer' && state !== 'filed' && officerId === actor.officerId,
    demands: [],
    clock: clock.unchanged,
    to: ['takenOver', 'stays'],
    // What waits for an absent officer, a deputy takes over in their place: it is theirs again afterwards.
    changes: ({ state, officerId }, _action, actor) => ({
      state: state === 'filed' ? 'takenOver' : state,
      officerId: state === 'filed' && isDeputyOf(actor, officerId) ? officerId : officerOf(actor).officerId,
    }),
    event: ({ officerId }, _action, actor) => ({
      type: 'takenOver',
      data: { from: { officerId }, officer: { id: officerOf(actor).officerId, name: officerOf(actor).name } },
    }),
  },
  start: {
    from: ['takenOver'],
    who: officersOfCase,
    demands: [],
    clock: clock.unchanged,
    to: ['inProgress'],
    changes: () => ({ state: 'inProgress' }),
    event: () => ({ type: 'started', data: {} }),
  },
  moveOn: {
    from: worked,
    who: officersOfCase,
    demands: [
      demands.aStepOfThePlan,
      demands.aReasonToSkip,
      demands.anOfficerOfTheDepartment,
      demands.anUnbiasedOfficer,
    ],
    clock: clock.unchanged,
    to: ['inProgress', 'filed'],
    // Another department takes it over first; who it was chosen for stays with whoever chose.
    changes: ({ departmentId, officerId }, { to, department, officer }) =>
      department.id === departmentId
        ? { step: to, state: 'inProgress', officerId: officer?.id ?? officerId }
        : { step: to, state: 'filed', departmentId: department.id, officerId: officer?.id ?? null },
    event: ({ step, departmentId, agenda }, { to, department, officer, reason }) => ({
      type: 'movedOn',
      data: {
        from: { step, departmentId },
        step: { id: to, title: agenda.plan.find(({ id }) => id === to)?.title ?? to },
        department: named(department),
        officer: contact(officer),
        reason: reason.trim() || null,
      },
    }),
  },
  declareBias: {
    from: standing,
    who: ['holder', 'deputy', 'clerkOfDepartment', 'headOfDepartment'],
    demands: [demands.aReason],
    clock: clock.unchanged,
    to: ['filed', 'stays'],
    // Whoever is biased gives the case up; a colleague's goes on with the colleague.
    changes: ({ state, officerId, biased }, _action, actor) => ({
      biased: [...biased, officerOf(actor).officerId],
      ...(officerId === officerOf(actor).officerId && {
        officerId: null,
        ...(worked.includes(state) && { state: 'filed' as const }),
      }),
    }),
    event: (_case, { reason }, actor) => ({
      type: 'biasDeclared',
      data: { officer: { id: officerOf(actor).officerId, name: officerOf(actor).name }, reason: reason.trim() },
    }),
  },
  requestSupplement: {
    from: worked,
    who: officersOfCase,
    demands: [demands.somethingToMend, demands.aDeadline, demands.aConsequence, demands.aPeriodThatMayStop],
    clock: clock.stopsWhenAsked,
    to: ['awaitingApplicant'],
    changes: (_case, { until }) => ({ state: 'awaitingApplicant', awaitingUntil: until }),
    event: (_case, { items, until, consequence, suspends }) => ({
      type: 'supplementRequested',
      data: { items, until: until.toString(), consequence: consequence.trim(), suspends },
    }),
  },
  supplement: {
    from: ['awaitingApplicant'],
    who: applicants,
    demands: [],
    clock: clock.goesOnOrBeginsAnew,
    to: ['inProgress'],
    changes: () => ({ state: 'inProgress', awaitingUntil: null }),
    event: (_case, { correctionId, sha256 }, _actor, after) => ({
      type: 'supplemented',
      data: { correctionId, sha256, dueOn: dueOn(after.clock).toString() },
    }),
  },
  supplementMissed: {
    from: ['awaitingApplicant'],
    who: ['portal'],
    demands: [demands.aMissedDeadline],
    clock: clock.goesOn,
    to: ['inProgress'],
    changes: () => ({ state: 'inProgress', awaitingUntil: null }),
    event: ({ awaitingUntil }, _action, _actor, after) => ({
      type: 'supplementMissed',
      data: { until: (awaitingUntil ?? dueOn(after.clock)).toString(), dueOn: dueOn(after.clock).toString() },
    }),
  },
  suspend: {
    from: worked,
    who: officersOfCase,
    demands: [demands.aReason, demands.aPeriodThatMayStop],
    clock: clock.stops,
    to: ['suspended'],
    changes: () => ({ state: 'suspended' }),
    event: (_case, { reason }) => ({ type: 'suspended', data: { reason: reason.trim() } }),
  },
  resume: {
    // An officer ends a call to mend the filing early, when what came by another way is enough.
    from: ['suspended', 'awaitingApplicant'],
    who: officersOfCase,
    demands: [demands.aReason],
    clock: clock.goesOn,
    to: ['inProgress', 'filed'],
    changes: ({ officerId }) => ({ state: officerId === null ? 'filed' : 'inProgress', awaitingUntil: null }),
    event: (_case, { reason }, _actor, after) => ({
      type: 'resumed',
      data: { reason: reason.trim(), dueOn: dueOn(after.clock).toString() },
    }),
  },
  extend: {
    from: worked,
    who: officersOfCase,
    demands: [demands.aReason, demands.anExtensionTheLawKnows],
    clock: clock.isExtended,
    to: ['stays'],
    changes: () => ({}),
    event: ({ agenda }, { days, reason }, _actor, after) => ({
      type: 'extended',
      data: { days, unit: agenda.clock.unit, reason: reason.trim(), dueOn: dueOn(after.clock).toString() },
    }),
  },
  decide: {
    from: worked,
    who: officersOfCase,
    demands: [demands.anExplanation, demands.anApprovedDecision],
    clock: clock.ends,
    to: ['decided'],
    changes: (_case, { outcome }) => ({ state: 'decided', outcome, appealUntil: null }),
    event: (_case, { outcome, explanation }) => ({
      type: 'decided',
      data: { outcome, explanation: explanation.trim() },
    }),
  },
  issueLetter: {
    // The decision itself may go out after the case was decided.
    from: [...underWay, 'decided', 'appealed'],
    who: officersOfCase,
    demands: [],
    clock: clock.unchanged,
    to: ['stays'],
    changes: () => ({}),
    event: (_case, { letterId, title, kind, sha256 }) => ({
      type: 'letterIssued',
      data: { letterId, title: title.trim(), kind, sha256 },
    }),
  },
  recordService: {
    from: ['decided', 'appealed'],
    who: [...officersOfCase, 'registry'],
    demands: [demands.aDecisionToServe, demands.aDeliveryThatHappened],
    clock: clock.unchanged,
    to: ['stays'],
    changes: (_case, { delivery }) => ({ appealUntil: serviceOf(delivery).appealUntil }),
    event: (_case, { delivery }) => {
      const { deliveredOn, appealUntil } = serviceOf(delivery);
      return {
        type: 'served',
        data: {
          delivery,
          deliveredOn: deliveredOn?.toString() ?? null,
          appealUntil: appealUntil?.toString() ?? null,
        },
      };
    },
  },
  appeal: {
    from: ['decided', 'closed'],
    who: applicants,
    pointless: ({ outcome }) => outcome === null || outcome === 'settled',
    demands: [],
    clock: clock.unchanged,
    to: ['appealed'],
    changes: () => ({ state: 'appealed' }),
    event: (_case, { reference, isLate }) => ({ type: 'appealed', data: { reference, isLate } }),
  },
  settleAppeal: {
    from: ['appealed'],
    who: officersOfCase,
    demands: [demands.aReason],
    clock: clock.beginsAnewWhenReturned,
    to: ['decided', 'inProgress', 'filed'],
    changes: ({ officerId }, { result }) =>
      result === 'upheld'
        ? { state: 'decided', appealUntil: null }
        : { state: officerId === null ? 'filed' : 'inProgress', outcome: null, appealUntil: null },
    event: (_case, { result, reason }, _actor, after) => ({
      type: 'appealSettled',
      data: { result, reason: reason.trim(), dueOn: result === 'returned' ? dueOn(after.clock).toString() : null },
    }),
  },
  forward: {
    from: [...worked, 'filed'],
    who: [...officersOfCase, 'registry'],
    demands: [demands.anAuthority, demands.aReason],
    clock: clock.ends,
    to: ['forwarded'],
    changes: () => ({ state: 'forwarded' }),
    event: (_case, { authority, reason }) => ({
      type: 'forwarded',
      data: { authority: authority.trim(), reason: reason.trim() },
    }),
  },
  withdraw: {
    from: openStates,
    who: applicants,
    demands: [],
    clock: clock.ends,
    to: ['withdrawn'],
    changes: () => ({ state: 'withdrawn', awaitingUntil: null }),
    event: (_case, { reason }) => ({ type: 'withdrawn', data: { reason: reason.trim() || null } }),
  },
  discontinue: {
    from: underWay,
    who: officersOfCase,
    demands: [demands.aReason],
    clock: clock.ends,
    to: ['discontinued'],
    changes: () => ({ state: 'discontinued', awaitingUntil: null }),
    event: (_case, { reason }) => ({ type: 'discontinued', data: { reason: reason.trim() } }),
  },
  shelve: {
    from: underWay,
    who: officersOfCase,
    demands: [demands.aReason],
    clock: clock.ends,
    to: ['shelved'],
    changes: () => ({ state: 'shelved', awaitingUntil: null }),
    event: (_case, { reason }) => ({ type: 'shelved', data: { reason: reason.trim() } }),
  },
  requestInspection: {
    from: caseStates,
    who: applicants,
    demands: [],
    clock: clock.unchanged,
    to: ['stays'],
    changes: () => ({}),
    event: (_case, { note }) => ({ type: 'inspectionRequested', data: { note: note.trim() || null } }),
  },
  write: {
    from: caseStates,
    who: [...officersOfCase, ...applicants],
    demands: [],
    clock: clock.unchanged,
    to: ['stays'],
    changes: () => ({}),
    event: (_case, { messageId, sha256 }) => ({ type: 'written', data: { messageId, sha256 } }),
  },
  // What others are asked for is the office's own matter and stops no clock; who waits for it may suspend the case.
  giveTask: {
    from: underWay,
    who: officersOfCase,
    demands: [
      demands.anotherDepartment,
      demands.anOfficerOfTheDepartment,
      demands.anUnbiasedOfficer,
      demands.aDayToAnswer,
    ],
    clock: clock.unchanged,
    to: ['stays'],
    changes: ({ tasks }, { taskId, kind, department, officer }) => ({
      tasks: [...tasks, { id: taskId, kind, department: named(department), officerId: officer?.id ?? null }],
    }),
    event: (_case, { taskId, sha256, kind, department, officer, until }) => ({
      type: 'taskGiven',
      data: {
        taskId,
        sha256,
        kind,
        department: named(department),
        officer: officer && { id: officer.id, name: officer.name },
        until: until.toString(),
      },
    }),
  },
  answerTask: {
    from: standing,
    who: ['consulted'],
    demands: [demands.anOpenTask, demands.aTaskOfTheirs],
    clock: clock.unchanged,
    to: ['stays'],
    changes: ({ tasks }, { taskId }) => ({ tasks: tasks.filter(({ id }) => id !== taskId) }),
    event: ({ tasks }, { taskId, sha256, answer }) => {
      const { kind, department } = taskIn(tasks, taskId);
      return { type: 'taskAnswered', data: { taskId, sha256, kind, department, answer } };
    },
  },
  withdrawTask: {
    from: standing,
    who: officersOfCase,
    pointless: ({ tasks }) => tasks.length === 0,
    demands: [demands.anOpenTask, demands.aReason],
    clock: clock.unchanged,
    to: ['stays'],
    changes: ({ tasks }, { taskId }) => ({ tasks: tasks.filter(({ id }) => id !== taskId) }),
    event: ({ tasks }, { taskId, reason }) => taskWithdrawn(taskIn(tasks, taskId), reason.trim()),
  },
  close: {
    from: ['decided', 'forwarded', 'withdrawn', 'discontinued', 'shelved', 'lapsed'],
    who: officersOfCase,
    demands: [],
    clock: clock.unchanged,
    to: ['closed'],
    changes: () => ({ state: 'closed' }),
    event: (_case, { note = '' }) => ({ type: 'closed', data: { note: note.trim() || null } }),
  },
};

/** A task that is not needed any more; without a reason the case ended before it was answered. */
export function taskWithdrawn({ id, kind, department }: OpenTask, reason: string | null): EventBody {
  return { type: 'taskWithdrawn', data: { taskId: id, kind, department, reason } };
}

/** The demands let only tasks through that are open. */
function taskIn(tasks: OpenTask[], taskId: string): OpenTask {
  const task = tasks.find(({ id }) => id === taskId);
  if (!task) throw new Error('no such task is open');
  return task;
}

function isDeputyOf(actor: Actor, officerId: string | null): boolean {
  return officerId !== null && officerOf(actor).standsInFor.includes(officerId);
}

/** The roles of officers let only officers through. */
function officerOf(actor: Actor) {
  if (actor.kind !== 'officer') throw new Error('only an officer does this');
  return actor;
}

function named({ id, name }: { id: string; name: string }) {
  return { id, name };
}

function contact(officer: { id: string; name: string; phone: string; email: string } | null) {
  return officer && { id: officer.id, name: officer.name, phone: officer.phone, email: officer.email };
}
