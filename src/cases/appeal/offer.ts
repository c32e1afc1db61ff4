import type { ActionType } from '../../core/case/actions.ts';
import { appealPeriod, deliveryDay, isAppealed, isAppealOffered } from '../../core/case/appeal.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { FoundCase } from '../find-case.ts';

/** An appeal that may be filed against the decision. */
export interface AppealOffer {
  sentence: string;
  isLate: boolean;
}

/** Null where none may be; one that was filed just now may not be in the history yet. */
export function appealOffer(
  { snapshot, decidedAt, events, appeals }: FoundCase,
  { actions, today }: { actions: readonly ActionType[]; today: Temporal.PlainDate },
): AppealOffer | null {
  const known = events.filter(({ type }) => type === 'appealed').length;
  if (!actions.includes('appeal') || isAppealed(events) || appeals.length > known) return null;
  const deliveredOn = deliveryDay(events, today);
  // Before the day of delivery the period does not run, also where its end is known.
  const appealUntil = deliveredOn && snapshot.appealUntil;
  const decidedOn = decidedAt ? dayInPrague(decidedAt) : today;
  if (!isAppealOffered({ outcome: snapshot.outcome, decidedOn, deliveredOn, appealUntil }, today)) return null;
  return appealPeriod(appealUntil, today);
}
