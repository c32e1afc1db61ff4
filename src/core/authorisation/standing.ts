import type { AssuranceLevel } from '../actor.ts';
import { type IdentityLevel, meets } from '../form/identity.ts';

/** That somebody confirmed one exact document. */
export interface Confirmation {
  /** SHA-256 of the document in hexadecimal. */
  sha256: string;
  accountId: string | null;
  level: AssuranceLevel;
  at: Temporal.Instant;
}

/** What is to be confirmed now, and by whom. */
interface Wanted {
  sha256: string;
  accountId: string | null;
  /** How surely it has to be known who confirms it. */
  needed: IdentityLevel;
  now: Temporal.Instant;
}

/**
 * `given`: it holds; `missing`: nobody has confirmed it; `changed`: the document is another one since; `old`: it was too long
 * ago; `weak`: by somebody not known surely enough.
 */
export type Standing = 'given' | 'missing' | 'changed' | 'old' | 'weak';

/** How long a confirmation holds before what it is of has to be sent. */
const confirmedMinutes = 15;

/** Whether a confirmation is one of just this document, by just this account, made just now. */
export function standingOf(confirmation: Confirmation | null, { sha256, accountId, needed, now }: Wanted): Standing {
  if (confirmation === null || confirmation.accountId !== accountId) return 'missing';
  if (confirmation.sha256 !== sha256) return 'changed';
  const age = now.epochMilliseconds - confirmation.at.epochMilliseconds;
  if (age >= confirmedMinutes * 60_000) return 'old';
  return meets(confirmation.level, needed) ? 'given' : 'weak';
}
