import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { ProviderProblem } from '../problem.ts';

/** Why the library did not accept an answer, as a page and a line of the log. What is no refusal of an answer is a defect and stays as it is. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof ProviderProblem) return error;
  if (error instanceof AuthorizationResponseError) {
    const isCancelled = error.error === 'access_denied';
    return new ProviderProblem(isCancelled ? 'cancelled' : 'unproved', `provider: ${plain(error.error)}`);
  }
  if (error instanceof ResponseBodyError) {
    return new ProviderProblem(error.status >= 500 ? 'unavailable' : 'unproved', `provider: ${plain(error.error)}`);
  }
  if (error instanceof WWWAuthenticateChallengeError) return new ProviderProblem('unproved', 'token not accepted');
  if (isUnreachable(error)) return new ProviderProblem('unavailable', 'unreachable');
  if (!(error instanceof ClientError)) return error;
  const isDown = error.code === 'OAUTH_TIMEOUT' || isUnreachable(error.cause) || isBroken(error.cause);
  return new ProviderProblem(isDown ? 'unavailable' : 'unproved', detailOf(error));
}

/** What went wrong, by the code of the library; its messages and causes may quote what somebody said of themselves. */
export function detailOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.constructor.name : typeof error;
}

/** `fetch` says no more than that it failed. */
function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'fetch failed';
}

/** A server that answers with its own failure. */
function isBroken(cause: unknown): boolean {
  return cause instanceof Response && cause.status >= 500;
}

function plain(code: string): string {
  return /^[a-z_]{1,60}$/.test(code) ? code : 'unknown error';
}
