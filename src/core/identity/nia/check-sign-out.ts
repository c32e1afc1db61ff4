/** A request of the provider to sign somebody out, whose signature was found to be the provider's. */
export interface SignOutRequest {
  issuer: string | null;
  destination: string | null;
  issuedAt: Temporal.Instant | null;
  notOnOrAfter: Temporal.Instant | null;
}

interface Expected {
  issuer: string;
  destination: string;
  now: Temporal.Instant;
}

export type SignOutProblem = 'issuer' | 'destination' | 'stale' | 'early';

/** How far the clocks may be apart, and how long a request is on its way through the browser. */
const skew = Temporal.Duration.from({ minutes: 2 });
const onTheWay = Temporal.Duration.from({ minutes: 5 });

/**
 * Why a request is not to be followed; null when it is (SAML 2.0 Core, section 3.7.1). One sent again later is refused, so that nobody
 * keeps signing somebody out by an address they once saw.
 */
export function signOutProblem(request: SignOutRequest, { issuer, destination, now }: Expected): SignOutProblem | null {
  const { issuedAt, notOnOrAfter } = request;
  if (request.issuer !== issuer) return 'issuer';
  if (request.destination !== destination) return 'destination';
  if (issuedAt === null || Temporal.Instant.compare(issuedAt.add(onTheWay), now) <= 0) return 'stale';
  if (Temporal.Instant.compare(issuedAt, now.add(skew)) > 0) return 'early';
  const isOver = notOnOrAfter !== null && Temporal.Instant.compare(now.subtract(skew), notOnOrAfter) >= 0;
  return isOver ? 'stale' : null;
}
