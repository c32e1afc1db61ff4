import type { AssuranceLevel } from '../actor.ts';
import type { MandateScope } from './mandate.ts';

/**
 * How a mandate comes to be. `online`: the principal gave it in the portal, signed in; `power`: the agent brought a written
 * power of attorney.
 */
export const mandateOrigins = ['online', 'power'] as const;
export type MandateOrigin = (typeof mandateOrigins)[number];

/**
 * How surely it has to be known who the principal is, to give a mandate in the portal. § 33(1) of act 500/2004 asks for a
 * written power of attorney; whoever runs a case in the portal by their account may give one for that case by the same account.
 * § 33(2)(c) asks for a certified signature where it is for proceedings yet to come; an identity that was proved stands for it.
 */
export function levelToGive(scope: MandateScope): AssuranceLevel {
  return scope === 'case' ? 'account' : 'substantial';
}

const ascending: readonly AssuranceLevel[] = ['account', 'substantial', 'high'];

/** Whether somebody known at that level may give it online; whoever may not signs on paper, and the agent brings it. */
export function mayGiveOnline(level: AssuranceLevel, scope: MandateScope): boolean {
  return ascending.indexOf(level) >= ascending.indexOf(levelToGive(scope));
}

/** Whether an officer has to check it before it holds. What the principal did themselves in the portal proves itself. */
export function needsCheck(origin: MandateOrigin): boolean {
  return origin === 'power';
}

/** What a mandate is once both sides have said yes. */
export function stateOnceAgreed(origin: MandateOrigin): 'waiting' | 'active' {
  return needsCheck(origin) ? 'waiting' : 'active';
}
