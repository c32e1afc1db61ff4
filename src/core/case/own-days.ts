import { type CaseState, isOpen } from './states.ts';

/** How long a case has not been up to the office; days in Prague. */
export interface Waiting {
  /** Calendar days that are over. */
  waitedDays: number;
  /** Since when it waits again; null while the office has it in its hands. */
  since: Temporal.PlainDate | null;
}

/**
 * The waiting once a case has come to a state on a day: it waits while the applicant is to confirm or mend it, while the
 * proceedings are suspended, and while it is decided, for an appeal may return it. What lies between is the office's own time.
 */
export function waitingAfter(waiting: Waiting, state: CaseState, today: Temporal.PlainDate): Waiting {
  if (isWaiting(state)) return { ...waiting, since: waiting.since ?? today };
  return { waitedDays: waitedUntil(waiting, today), since: null };
}

interface Counted {
  filedOn: Temporal.PlainDate;
  waiting: Waiting;
}

/** The calendar days from filing to a day that were the office's own; never below zero. */
export function ownDays({ filedOn, waiting }: Counted, today: Temporal.PlainDate): number {
  return Math.max(0, daysBetween(filedOn, today) - waitedUntil(waiting, today));
}

function isWaiting(state: CaseState): boolean {
  return !isOpen(state) || state === 'unconfirmed' || state === 'awaitingApplicant' || state === 'suspended';
}

function waitedUntil({ waitedDays, since }: Waiting, today: Temporal.PlainDate): number {
  return since === null ? waitedDays : waitedDays + Math.max(0, daysBetween(since, today));
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days;
}
