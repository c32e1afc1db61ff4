import type { Answers } from './answers.ts';
import type { Definition } from './definition.ts';
import { compute, holds } from './logic.ts';

/** How much a filing costs, in Kč to the haller, and of what that consists. */
export interface Charge {
  crowns: number;
  /** Empty when a formula gave the amount. */
  lines: { label: string; crowns: number }[];
}

type ChargeRule = NonNullable<Definition['fee']['charge']>;

/** Nothing when the formula needs an answer that is not there. A table none of whose rows applies gives zero. */
export function chargeOf(rule: ChargeRule, answers: Answers): Charge | undefined {
  if (rule.by === 'formula') {
    const crowns = compute(rule.crowns, answers);
    return crowns === undefined ? undefined : { crowns: toHallers(Math.max(0, crowns)), lines: [] };
  }
  const applicable = rule.rows.filter(({ when }) => holds(when, answers));
  const lines = applicable
    .slice(0, rule.take === 'first' ? 1 : undefined)
    .map(({ label, crowns }) => ({ label, crowns }));
  return { crowns: toHallers(lines.reduce((total, { crowns }) => total + crowns, 0)), lines };
}

function toHallers(crowns: number): number {
  return Math.round(crowns * 100) / 100;
}
