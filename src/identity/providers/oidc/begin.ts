import type { Request, Response } from 'express';
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { awaitedBySignIn } from '../../../authorisation/by-sign-in.ts';
import type { Deps } from '../../../deps.ts';
import { pageUrl } from '../../../web/page-url.ts';
import type { FindProvider } from './client.ts';

declare module 'express-session' {
  interface SessionData {
    /** A person on the way to a provider and back; each is for one return. */
    onTheWay: OnTheWay;
  }
}

export interface OnTheWay {
  slug: string;
  state: string;
  nonce: string;
  verifier: string;
  /** In milliseconds. */
  until: number;
}

export interface Question {
  slug: string;
  find: FindProvider;
  scope: string;
  /** The levels asked for, best first; left out where there is one way only. */
  acr?: string;
}

const minutes = 30;

/** Sends the person to the provider, with what their return will be known by. */
export async function begin(
  deps: Pick<Deps, 'config' | 'now'>,
  req: Request,
  res: Response,
  { slug, find, scope, acr }: Question,
): Promise<void> {
  const configuration = await find();
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const until = deps.now().epochMilliseconds + minutes * 60_000;
  req.session.onTheWay = { slug, state, nonce, verifier, until };
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress(deps, slug),
    scope,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(acr !== undefined && { acr_values: acr }),
    // To be let in because one was in before confirms nothing. With `max_age` the provider has to say when it was proved.
    ...(awaitedBySignIn(req) !== null && { prompt: 'login', max_age: '0' }),
  });
  res.redirect(303, address.href);
}

/** Each provider returns people to an address of its own, so that none can answer for another. */
export function returnAddress(deps: Pick<Deps, 'config'>, slug: string): string {
  return pageUrl(deps, `/prihlaseni/${slug}/navrat`);
}
