import type { Action, ActionType } from './actions.ts';
import { type ClockState, extendClock, restartClock, resumeClock, stopClock } from './clock.ts';
import { clockLaws } from './clock-law.ts';
import type { CaseSnapshot } from './snapshot.ts';

/** What an action does to the period in which the office has to decide. */
export interface ClockEffect<T extends ActionType> {
  /** As the documentation says it. */
  name: string;
  after: (snapshot: CaseSnapshot, action: Action<T>, today: Temporal.PlainDate) => ClockState;
}

const effect = <T extends ActionType>(name: string, after: ClockEffect<T>['after']): ClockEffect<T> => ({
  name,
  after,
});

export const unchanged = effect<ActionType>('unchanged', ({ clock }) => clock);

/** From here on nothing is due; the state says so. */
export const ends = effect<ActionType>('ends', ({ clock }) => clock);

export const stops = effect<ActionType>('stops', ({ clock }, _action, today) => stopClock(clock, today));

export const stopsWhenAsked = effect<'requestSupplement'>('stops, if it is to', (snapshot, action, today) =>
  action.suspends ? stopClock(snapshot.clock, today) : snapshot.clock,
);

export const goesOn = effect<ActionType>('goes on, if it stood still', ({ agenda, clock }, _action, today) =>
  resumeClock(agenda.clock, clock, today),
);

export const goesOnOrBeginsAnew = effect<'supplement'>(
  'goes on; of a request for information it begins anew',
  ({ agenda, clock }, _action, today) =>
    clockLaws[agenda.clock.kind].supplement === 'restarts'
      ? restartClock(agenda.clock, clock, today)
      : resumeClock(agenda.clock, clock, today),
);

export const isExtended = effect<'extend'>('is extended', ({ agenda, clock }, { days }) =>
  extendClock(agenda.clock, clock, days),
);

/** § 90 and § 71 of the Code of Administrative Procedure: what was returned is decided anew, in a period of its own. */
export const beginsAnewWhenReturned = effect<'settleAppeal'>(
  'begins anew, if the case was returned',
  ({ agenda, clock }, { result }, today) => (result === 'returned' ? restartClock(agenda.clock, clock, today) : clock),
);
