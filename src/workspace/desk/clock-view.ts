import { dueOn } from '../../core/case/clock.ts';
import { explainClock } from '../../core/case/clock-words.ts';
import { dayInPrague, formatDate } from '../../core/czech/format.ts';
import { type DueView, dueView } from '../due.ts';
import type { DeskCase } from './find.ts';

export type ClockView = DueView & {
  /** With the weekday; empty while the period stands still. */
  date: string;
  explanation: string[];
  /** Until when the applicant was asked to mend the filing. */
  awaiting: string | null;
};

/** By when the office has to decide, and why just then. */
export function clockView({ filedAt, snapshot, events }: DeskCase, now: Temporal.Instant): ClockView {
  const { clock, agenda, state, awaitingUntil } = snapshot;
  const due = dueOn(clock);
  return {
    ...dueView({ state, dueOn: due, isStopped: clock.stoppedOn !== null }, dayInPrague(now)),
    date: clock.stoppedOn ? '' : formatDate(due, 'weekday'),
    explanation: explainClock({ clock: agenda.clock, filedOn: dayInPrague(filedAt), events }),
    awaiting: awaitingUntil && formatDate(awaitingUntil, 'weekday'),
  };
}
