import { addWorkingDays, workingDayFrom, workingDaysBetween } from '../czech/working-days.ts';
import type { Definition } from '../form/definition.ts';

/** The period an agenda has: how long, in which days, by which law. */
export type Clock = Definition['clock'];

/** How the period of one case stands. Days are days in Prague. */
export interface ClockState {
  /** The last day the period counts. When it is no working day, the period ends later, see `dueOn`. */
  countedTo: Temporal.PlainDate;
  /** The day since which the period stands still; null while it runs. */
  stoppedOn: Temporal.PlainDate | null;
  /** By how many days it has been made longer, in the unit of the period. */
  extendedBy: number;
}

/** § 65 (1) of the Code of Administrative Procedure: the period does not end earlier after a suspension. Calendar days. */
const leastAfterSuspension = 15;

/** The period as it begins: § 40 (1) a) of the Code of Administrative Procedure (500/2004), the day of filing does not count. */
export function startClock(clock: Clock, filedOn: Temporal.PlainDate): ClockState {
  return { countedTo: passed(clock, filedOn, clock.days), stoppedOn: null, extendedBy: 0 };
}

/**
 * The last day to decide. § 40 (1) c) of the Code of Administrative Procedure: a period that would end on a Saturday, a
 * Sunday or a holiday ends on the next working day. While the period stands still it is the day it would have been.
 */
export function dueOn({ countedTo }: ClockState): Temporal.PlainDate {
  return workingDayFrom(countedTo);
}

/** The period stands still from this day on; the day itself is no longer counted (§ 65 (1)). Standing still already, it stays so. */
export function stopClock(state: ClockState, on: Temporal.PlainDate): ClockState {
  return state.stoppedOn ? state : { ...state, stoppedOn: on };
}

/**
 * The period goes on, on the day after: with what was left of it, and at least fifteen days (§ 65 (1)). What had run out
 * before it stopped is not revived; it is as many days over as it was.
 */
export function resumeClock(clock: Clock, state: ClockState, on: Temporal.PlainDate): ClockState {
  if (!state.stoppedOn) return state;
  const left = daysOfPeriod(clock, state.stoppedOn.subtract({ days: 1 }), state.countedTo);
  const rest = passed(clock, on, left);
  const least = on.add({ days: leastAfterSuspension });
  const wasInTime = Temporal.PlainDate.compare(state.stoppedOn, dueOn(state)) <= 0;
  return { ...state, countedTo: wasInTime ? later(rest, least) : rest, stoppedOn: null };
}

/** The whole period counts anew from the day after, as when a request for information has been completed (106/1999, § 14 (5)). */
export function restartClock(clock: Clock, state: ClockState, on: Temporal.PlainDate): ClockState {
  return { ...state, countedTo: passed(clock, on, clock.days), stoppedOn: null };
}

/** The period is longer by so many of its days. Whether it may be, and by how many, says `clockLaws`. */
export function extendClock(clock: Clock, state: ClockState, days: number): ClockState {
  return { ...state, countedTo: passed(clock, state.countedTo, days), extendedBy: state.extendedBy + days };
}

/** Calendar days from today to the due day; zero on the day itself, negative when it has passed. */
export function daysLeft(due: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return today.until(due, { largestUnit: 'days' }).days;
}

/** The day on which so many days of the period have passed; `from` is not counted. */
function passed({ unit }: Clock, from: Temporal.PlainDate, days: number): Temporal.PlainDate {
  return unit === 'working' ? addWorkingDays(from, days) : from.add({ days });
}

/** How many days of the period lie after `from` up to and with `to`; negative the other way round. */
function daysOfPeriod({ unit }: Clock, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return unit === 'working' ? workingDaysBetween(from, to) : from.until(to, { largestUnit: 'days' }).days;
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? b : a;
}
