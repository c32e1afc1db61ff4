import type { AssuranceLevel } from '../../actor.ts';
import { type Attributes, statusAttribute } from './attributes.ts';
import { isAtLeast, levelOf } from './level.ts';

/** What an answer and the assertion in it say, once their signatures were found to be the provider's. */
export interface Answer {
  /** Of the answer as a whole. */
  issuer: string | null;
  destination: string | null;
  inResponseTo: string | null;
  status: string | null;
  assertion: Assertion;
}

export interface Assertion {
  id: string;
  issuer: string | null;
  audiences: string[];
  conditions: Period;
  /** How the one who brings the assertion is known to be the one it is of. */
  confirmation: Period & { method: string | null; recipient: string | null; inResponseTo: string | null };
  authnContextClass: string | null;
  /** When the person proved who they are. */
  authnInstant: Temporal.Instant | null;
  nameId: { value: string; format: string | null } | null;
  sessionIndex: string | null;
  attributes: Attributes;
}

export interface Period {
  notBefore: Temporal.Instant | null;
  notOnOrAfter: Temporal.Instant | null;
}

/** What the portal expects of an answer to its own question. */
export interface Expected {
  issuer: string;
  audience: string;
  /** Where answers are received. */
  recipient: string;
  requestId: string;
  level: AssuranceLevel;
  now: Temporal.Instant;
}

export type AnswerProblem =
  | 'issuer'
  | 'destination'
  | 'inResponseTo'
  | 'status'
  | 'authnFailed'
  | 'audience'
  | 'confirmation'
  | 'stale'
  | 'early'
  | 'unknownLevel'
  | 'lowLevel';

/** How far the clocks of the provider and of the portal may be apart. */
const skew = Temporal.Duration.from({ minutes: 2 });

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';

/**
 * Why an answer is none to that question; null when it is. What SAML 2.0 asks of whoever receives an answer (Profiles, section
 * 4.1.4.3), and that Identita občana itself does not say that signing in failed.
 */
export function problemOf(answer: Answer, expected: Expected): AnswerProblem | null {
  const { assertion } = answer;
  if (assertion.issuer !== expected.issuer) return 'issuer';
  if (answer.issuer !== null && answer.issuer !== expected.issuer) return 'issuer';
  if (answer.status !== success) return 'status';
  const status = assertion.attributes.get(statusAttribute);
  if (status !== undefined && status !== success) return 'authnFailed';
  if (answer.destination !== expected.recipient) return 'destination';
  if (answer.inResponseTo !== expected.requestId) return 'inResponseTo';
  if (!assertion.audiences.includes(expected.audience)) return 'audience';
  return confirmationProblem(assertion, expected) ?? levelProblem(assertion, expected.level);
}

function confirmationProblem({ conditions, confirmation }: Assertion, expected: Expected): AnswerProblem | null {
  if (confirmation.method !== bearer || confirmation.notOnOrAfter === null) return 'confirmation';
  if (confirmation.recipient !== expected.recipient) return 'destination';
  if (confirmation.inResponseTo !== expected.requestId) return 'inResponseTo';
  return periodProblem(confirmation, expected.now) ?? periodProblem(conditions, expected.now);
}

function periodProblem({ notBefore, notOnOrAfter }: Period, now: Temporal.Instant): AnswerProblem | null {
  const isEarly = notBefore !== null && Temporal.Instant.compare(now.add(skew), notBefore) < 0;
  if (isEarly) return 'early';
  const isStale = notOnOrAfter !== null && Temporal.Instant.compare(now.subtract(skew), notOnOrAfter) >= 0;
  return isStale ? 'stale' : null;
}

function levelProblem({ authnContextClass }: Assertion, wanted: AssuranceLevel): AnswerProblem | null {
  const level = levelOf(authnContextClass ?? '');
  if (level === null) return 'unknownLevel';
  return isAtLeast(level, wanted) ? null : 'lowLevel';
}

/** Until when an answer could be sent again: it is remembered until then. */
export function replayableUntil({ conditions, confirmation }: Assertion, now: Temporal.Instant): Temporal.Instant {
  const ends = [conditions.notOnOrAfter, confirmation.notOnOrAfter].filter(end => end !== null);
  return [now, ...ends].reduce((last, end) => (Temporal.Instant.compare(end, last) > 0 ? end : last)).add(skew);
}
