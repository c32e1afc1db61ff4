import type { MandateTerms } from './mandate.ts';

export const mandateStates = ['offered', 'waiting', 'active', 'refused', 'rejected', 'revoked', 'resigned'] as const;
type MandateState = (typeof mandateStates)[number];

/** How a mandate stands today, as its two sides read it: besides its state, what days alone make of it. */
export type Standing = MandateState | 'expired' | 'ahead' | 'over';

interface Kept extends Pick<MandateTerms, 'from' | 'until'> {
  state: MandateState;
  /** Until when the agent may answer; null where nobody was asked by a link. */
  expiresAt: Temporal.Instant | null;
}

export function standingOf(
  { state, from, until, expiresAt }: Kept,
  { now, today }: { now: Temporal.Instant; today: Temporal.PlainDate },
): Standing {
  if (state === 'offered' && expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0) return 'expired';
  if (state !== 'active') return state;
  if (Temporal.PlainDate.compare(today, from) < 0) return 'ahead';
  return until !== null && Temporal.PlainDate.compare(today, until) > 0 ? 'over' : 'active';
}

/** Whether there is something to end: the principal revokes it, the agent resigns it or gives the check up. */
export function isEndable(standing: Standing): boolean {
  return standing === 'offered' || standing === 'expired' || standing === 'waiting' || isAgreed(standing);
}

/** Whether both sides have said yes and nobody no, and there are days left. */
export function isAgreed(standing: Standing): boolean {
  return standing === 'active' || standing === 'ahead';
}
