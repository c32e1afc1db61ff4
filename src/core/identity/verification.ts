import type { AssuranceLevel } from '../actor.ts';

/** Identity documents (§ 36(5) of the Code of Administrative Procedure, 500/2004) that a clerk may have been shown. */
export const seenDocuments = ['idCard', 'passport', 'residencePermit'] as const;
export type SeenDocument = (typeof seenDocuments)[number];

/** What a clerk read in the document. Its number is written down nowhere, and nobody makes a copy. */
export interface SeenIdentity {
  document: SeenDocument;
  name: string;
  /** YYYY-MM-DD. */
  birthDate: string;
}

/** How long it counts that somebody was seen with their document; then they come again. */
const validYears = 3;

/** The last day on which a verification made today counts. */
export function verifiedUntil(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ years: validYears });
}

/** Ways in by which the holder of the account themselves proves to be the holder; a demo has a click in place of a password. */
const ownWays: readonly string[] = ['password', 'passkey', 'demo'];

interface SignedInBy {
  /** By the way they signed in alone. */
  level: AssuranceLevel;
  method: string;
}

/**
 * How surely it is known who acts. Whoever was seen at the counter is substantially known when they come in by what only the
 * holder has. A link in a mail proves a mailbox and so raises nothing, and another provider's word counts as it stands.
 */
export function levelOf(
  { level, method }: SignedInBy,
  until: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): AssuranceLevel {
  const isVerified = until !== null && Temporal.PlainDate.compare(today, until) <= 0;
  return level === 'account' && isVerified && ownWays.includes(method) ? 'substantial' : level;
}

interface Verified {
  accountId: string;
  isConfirmed: boolean;
  isClosed: boolean;
  isOfficer: boolean;
}

/**
 * `own`: nobody verifies themselves (§ 14); `officer`: a working account proves a post, not a person; `unconfirmed`: nobody
 * has shown yet that they read the mailbox of the account; `closed`: it is nobody's any more.
 */
export type VerificationRefusal = 'own' | 'officer' | 'unconfirmed' | 'closed';

/** Whether the account may be raised by whoever saw the document. */
export function judgeVerification(account: Verified, verifierId: string): VerificationRefusal | null {
  if (account.accountId === verifierId) return 'own';
  if (account.isClosed) return 'closed';
  if (account.isOfficer) return 'officer';
  return account.isConfirmed ? null : 'unconfirmed';
}
