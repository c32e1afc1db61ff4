import type { Actor } from '../actor.ts';
import type { Action, ActionType } from './actions.ts';
import { dueOn } from './clock.ts';
import { clockLaws } from './clock-law.ts';
import { isRecorded } from './confirmation.ts';
import type { RefusalCode } from './refusals.ts';
import { roles } from './roles.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { mayAnswer } from './tasks.ts';

/** What an action must bring, or what must hold for it, said in words for the documentation. */
export interface Demand<T extends ActionType> {
  name: string;
  /** Null when it is met, otherwise what is missing. `today` is a day in Prague. */
  check: (snapshot: CaseSnapshot, action: Action<T>, today: Temporal.PlainDate, actor: Actor) => RefusalCode | null;
}

type WithReason = { [T in ActionType]: Action<T> extends { reason: string } ? T : never }[ActionType];

function demand<T extends ActionType>(name: string, check: Demand<T>['check']): Demand<T> {
  return { name, check };
}

/** § 37 (4) of the Code of Administrative Procedure. What counts is the day it came, not the one it was written down. */
export const aConfirmationInTime = demand<'confirm'>(
  'a day that was in time and is not ahead',
  ({ confirmUntil }, { on }, today) => {
    if (Temporal.PlainDate.compare(on, today) > 0) return 'confirmedInFuture';
    return confirmUntil && Temporal.PlainDate.compare(on, confirmUntil) <= 0 ? null : 'confirmedTooLate';
  },
);

export const aWayOfTheirs = demand<'confirm'>(
  'a way the office writes down, of officers; of the applicant the other ones, today',
  (snapshot, { way, on }, today, actor) => {
    if (!roles.applicant.is(snapshot, actor)) return isRecorded(way) ? null : 'wayOfOthers';
    return isRecorded(way) || !on.equals(today) ? 'wayOfOthers' : null;
  },
);

export const aMissedConfirmation = demand<'lapse'>('a period that is over', ({ confirmUntil }, _action, today) =>
  confirmUntil && Temporal.PlainDate.compare(confirmUntil, today) < 0 ? null : 'isDueToConfirm',
);

/** § 68 of the Code of Administrative Procedure (500/2004): what the office decides it gives reasons for. */
export const aReason = demand<WithReason>('a reason', (_case, { reason }) =>
  isBlank(reason) ? 'reasonMissing' : null,
);

export const anOfficerOfTheDepartment = demand<'assign' | 'moveOn' | 'giveTask'>(
  'an officer of that department, if any',
  (_case, { department, officer }) =>
    officer && officer.departmentId !== department.id ? 'officerOfAnotherDepartment' : null,
);

export const anUnbiasedOfficer = demand<'assign' | 'moveOn' | 'giveTask'>(
  'nobody who is biased',
  ({ biased }, { officer }) => (officer && biased.includes(officer.id) ? 'officerBiased' : null),
);

export const anotherHolder = demand<'assign'>('somebody else', (snapshot, { department, officer }) =>
  snapshot.departmentId === department.id && snapshot.officerId === (officer?.id ?? null) ? 'nothingChanges' : null,
);

export const aStepOfThePlan = demand<'moveOn'>('another step of the plan', ({ agenda, step }, { to }) =>
  to !== step && agenda.plan.some(({ id }) => id === to) ? null : 'noSuchStep',
);

export const aReasonToSkip = demand<'moveOn'>('a reason, unless it is the next step', (snapshot, { to, reason }) =>
  isNextStep(snapshot, to) || !isBlank(reason) ? null : 'skipUnexplained',
);

export const somethingToMend = demand<'requestSupplement'>('what is wrong, answer by answer', (_case, { items }) =>
  items.length === 0 || items.some(({ problem }) => isBlank(problem)) ? 'nothingToMend' : null,
);

/** § 45 (2): a reasonable time. How long is reasonable is for the officer to say. */
export const aDeadline = demand<'requestSupplement'>('a deadline after today', (_case, { until }, today) =>
  Temporal.PlainDate.compare(until, today) > 0 ? null : 'untilTooSoon',
);

/** § 45 (2): the applicant is told what follows when they mend nothing. */
export const aConsequence = demand<'requestSupplement'>('what follows otherwise', (_case, { consequence }) =>
  isBlank(consequence) ? 'consequenceMissing' : null,
);

export const aPeriodThatMayStop = demand<'requestSupplement' | 'suspend'>(
  'a law by which the period may stand still, if it is to',
  ({ agenda }, action) => {
    const isToStop = action.type === 'suspend' || action.suspends;
    return isToStop && clockLaws[agenda.clock.kind].suspension === null ? 'mayNotStandStill' : null;
  },
);

export const aMissedDeadline = demand<'supplementMissed'>('a deadline that is over', ({ awaitingUntil }, _a, today) =>
  awaitingUntil && Temporal.PlainDate.compare(awaitingUntil, today) < 0 ? null : 'isDue',
);

/** § 71 (3) of the Code; § 14 (7) of 106/1999: announced before the period is over, and no longer than the law says. */
export const anExtensionTheLawKnows = demand<'extend'>(
  'no more days than the law gives, before the period is over',
  ({ agenda, clock }, { days }, today) => {
    const { extension } = clockLaws[agenda.clock.kind];
    if (!extension) return 'mayNotBeExtended';
    if (clock.stoppedOn) return 'standsStill';
    if (Temporal.PlainDate.compare(dueOn(clock), today) < 0) return 'tooLateToExtend';
    return Number.isInteger(days) && days > 0 && clock.extendedBy + days <= extension.days ? null : 'extendedTooMuch';
  },
);

/** § 68 of the Code of Administrative Procedure (500/2004): a decision gives its reasons. */
export const anExplanation = demand<'decide'>('an explanation', (_case, { explanation }) =>
  isBlank(explanation) ? 'explanationMissing' : null,
);

export const anApprovedDecision = demand<'decide'>(
  'an approved decision, where the agenda wants one',
  ({ agenda }, { isWritten = false }) => (agenda.decision?.approval && !isWritten ? 'decisionNotApproved' : null),
);

export const aDecisionToServe = demand<'recordService'>('a decision', ({ outcome }) =>
  outcome === 'settled' ? 'notServable' : null,
);

export const aDeliveryThatHappened = demand<'recordService'>('a delivery that has happened', (_case, action, today) => {
  const { sentOn, takenOn } = action.delivery;
  const sent = Temporal.PlainDate.from(sentOn);
  const taken = takenOn === null ? sent : Temporal.PlainDate.from(takenOn);
  if ([sent, taken].some(day => Temporal.PlainDate.compare(day, today) > 0)) return 'servedInFuture';
  return Temporal.PlainDate.compare(taken, sent) < 0 ? 'takenBeforeSent' : null;
});

export const anAuthority = demand<'forward'>('the authority', (_case, { authority }) =>
  isBlank(authority) ? 'authorityMissing' : null,
);

export const anotherDepartment = demand<'giveTask'>('another department', ({ departmentId }, { department }) =>
  department.id === departmentId ? 'taskToItself' : null,
);

export const aDayToAnswer = demand<'giveTask'>('a day that is not over', (_case, { until }, today) =>
  Temporal.PlainDate.compare(until, today) < 0 ? 'taskInPast' : null,
);

export const anOpenTask = demand<'answerTask' | 'withdrawTask'>('a task that waits', ({ tasks }, { taskId }) =>
  tasks.some(({ id }) => id === taskId) ? null : 'taskNotOpen',
);

export const aTaskOfTheirs = demand<'answerTask'>('a task of theirs', ({ tasks }, { taskId }, _today, actor) =>
  tasks.some(task => task.id === taskId && actor.kind === 'officer' && mayAnswer(task, actor)) ? null : 'taskOfOthers',
);

/** The step after the one that goes on. */
function isNextStep({ agenda, step }: Pick<CaseSnapshot, 'agenda' | 'step'>, to: string): boolean {
  const at = agenda.plan.findIndex(({ id }) => id === step);
  return at >= 0 && agenda.plan[at + 1]?.id === to;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
