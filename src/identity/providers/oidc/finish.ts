import type { Request } from 'express';
import { authorizationCodeGrant, type Configuration, fetchProtectedResource, fetchUserInfo } from 'openid-client';
import type { Claims } from '../../../core/identity/claims.ts';
import type { Deps } from '../../../deps.ts';
import { ProviderProblem } from '../problem.ts';
import { returnAddress, type OnTheWay, type Question } from './begin.ts';
import { skewSeconds } from './client.ts';
import { refusalOf } from './refusal.ts';

export interface Answer {
  subject: string;
  /** What the ID token says, and what the provider says besides about the same person. */
  claims: Claims;
  /** When the person proved it; left out where the provider does not say. */
  provedAt?: string;
}

/** Somebody comes back from the provider: what it says of them, once all of it holds. Throws a ProviderProblem when it does not. */
export async function finish(
  deps: Pick<Deps, 'config' | 'now'>,
  req: Request,
  { slug, find }: Pick<Question, 'slug' | 'find'>,
): Promise<Answer> {
  const { onTheWay } = req.session;
  delete req.session.onTheWay;
  if (onTheWay?.slug !== slug || onTheWay.until < deps.now().epochMilliseconds) {
    throw new ProviderProblem('stale', 'nobody on the way');
  }
  try {
    return await answerOf(await find(), addressOf(deps, req, slug), onTheWay);
  } catch (error) {
    throw refusalOf(error);
  }
}

async function answerOf(
  configuration: Configuration,
  address: URL,
  { state, nonce, verifier }: OnTheWay,
): Promise<Answer> {
  const tokens = await authorizationCodeGrant(configuration, address, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const token = tokens.claims();
  if (!token) throw new ProviderProblem('unproved', 'no ID token');
  // The library reads `nbf`; a token issued in the future is no better.
  if (token.iat > Date.now() / 1000 + skewSeconds) throw new ProviderProblem('unproved', 'issued in the future');
  const { sub: subject } = token;
  const said = await saidBesides(configuration, tokens.access_token, subject);
  // The token is signed, so it has the last word; what it does not hold is what the provider says besides.
  const provedAt = token.auth_time;
  return {
    subject,
    claims: { ...said, acr: undefined, ...token },
    ...(typeof provedAt === 'number' && { provedAt: instantOf(provedAt) }),
  };
}

function instantOf(seconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(seconds) * 1000).toString();
}

/** Of the same person, or it throws. Bank iD keeps the address apart from the rest, at an address of its own. */
async function saidBesides(configuration: Configuration, token: string, subject: string): Promise<Claims> {
  const { userinfo_endpoint: userinfo, profile_endpoint: profile } = configuration.serverMetadata();
  const said: Claims = userinfo === undefined ? {} : { ...(await fetchUserInfo(configuration, token, subject)) };
  if (typeof profile !== 'string') return said;
  const answer = await fetchProtectedResource(configuration, token, new URL(profile), 'GET');
  if (!answer.ok) throw new ProviderProblem('unavailable', `profile: ${answer.status}`);
  const more: unknown = await answer.json().catch(() => null);
  if (typeof more !== 'object' || more === null || !('sub' in more) || more.sub !== subject) {
    throw new ProviderProblem('unproved', 'profile of another subject');
  }
  return { ...more, ...said };
}

/** The address the person came to. Its beginning is ours, whatever the request says of its host. */
function addressOf(deps: Pick<Deps, 'config'>, req: Request, slug: string): URL {
  const address = new URL(returnAddress(deps, slug));
  address.search = new URL(req.originalUrl, 'http://portal.invalid').search;
  return address;
}
