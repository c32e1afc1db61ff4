import type { Actor } from '../actor.ts';
import type { ActionType } from './actions.ts';
import { daysLeft, dueOn } from './clock.ts';
import { clockLaws } from './clock-law.ts';
import { allowedActions } from './lifecycle.ts';
import type { CaseSnapshot } from './snapshot.ts';

/**
 * The actions worth a button: those this person may take, without those that would be refused whatever they brought,
 * because the law of this agenda does not know them (a suspension, an extension) or there is nothing to choose from.
 * `today` is a day in Prague.
 */
export function offeredActions(snapshot: CaseSnapshot, actor: Actor, today: Temporal.PlainDate): ActionType[] {
  return allowedActions(snapshot, actor).filter(type => possible[type]?.(snapshot, today) ?? true);
}

const possible: Partial<Record<ActionType, (snapshot: CaseSnapshot, today: Temporal.PlainDate) => boolean>> = {
  moveOn: ({ agenda }) => agenda.plan.length > 1,
  suspend: maySuspend,
  extend: (snapshot, today) => extensionLeft(snapshot, today) > 0,
  recordService: ({ outcome }) => outcome !== null && outcome !== 'settled',
};

/** Whether the law lets the period stand still (500/2004, § 64 and 65; 106/1999, § 14 (5) a)). */
export function maySuspend({ agenda }: Pick<CaseSnapshot, 'agenda'>): boolean {
  return clockLaws[agenda.clock.kind].suspension !== null;
}

/**
 * By how many days the period may still be made longer, in its own unit; zero where no law knows it, while it stands
 * still and when it is over (500/2004, § 71 (3); 106/1999, § 14 (7)).
 */
export function extensionLeft(
  { agenda, clock }: Pick<CaseSnapshot, 'agenda' | 'clock'>,
  today: Temporal.PlainDate,
): number {
  const { extension } = clockLaws[agenda.clock.kind];
  if (!extension || clock.stoppedOn || daysLeft(dueOn(clock), today) < 0) return 0;
  return Math.max(0, extension.days - clock.extendedBy);
}
