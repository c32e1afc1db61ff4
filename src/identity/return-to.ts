import type { Request } from 'express';
import { formBody, queryText } from '../web/input.ts';

declare module 'express-session' {
  interface SessionData {
    /** Where a person was when they went to make an account; kept until they have confirmed it. */
    returnTo: string;
  }
}

/** The page a person came from (`?zpet=`, or carried on by the form), so that signing in is not the end of the way. */
export function wantedPath(req: Request): string | null {
  const { zpet } = formBody(req);
  return localPath(typeof zpet === 'string' ? zpet : queryText(req, 'zpet', maxLength + 1));
}

const maxLength = 500;

/**
 * The path when it leads to this portal, else null. A browser reads `//host` and `/\host` as another site and drops tabs
 * and new lines before it looks, so none of that is let through.
 */
export function localPath(text: string): string | null {
  const isLocal = text.length <= maxLength && /^\/(?![/\\])/.test(text) && !/[\p{Cc}\\]/u.test(text);
  if (!isLocal || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  const path = url.pathname + url.search;
  return url.origin === base && !path.startsWith('//') ? path : null;
}

const base = 'http://portal.invalid';
