import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';
import { isSecure } from '../web/is-secure.ts';
import { cookieName } from '../web/sessions.ts';

type Needs = Pick<Deps, 'vault' | 'config'>;

/**
 * A browser in which somebody has signed in remembers it by a sealed cookie, also when they have signed out. It opens nothing: it
 * tells a holder's attempts from a stranger's, and a browser that is new at an account.
 */
const cookie = z.object({ id: z.uuid(), known: z.array(z.string()).max(20) });
type KnownBrowser = z.infer<typeof cookie>;

const name = 'znamy-prohlizec';
const context = 'known-browser';
const days = 365;
/** People who share a browser; of more, the oldest gives way. */
const most = 10;

/** The browser's own name when that account was signed in to in it; null when it was not. */
export function knownBrowser(deps: Needs, req: Request, email: string): string | null {
  const browser = read(deps, req);
  return browser?.known.includes(markOf(deps.vault, email)) ? browser.id : null;
}

export function rememberBrowser(
  deps: Needs,
  { req, res, email }: { req: Request; res: Response; email: string },
): void {
  const { vault, config } = deps;
  const secure = isSecure(config);
  const { id, known } = read(deps, req) ?? { id: randomUUID(), known: [] };
  const mark = markOf(vault, email);
  const browser: KnownBrowser = { id, known: [...known.filter(other => other !== mark), mark].slice(-most) };
  const sealed = Buffer.from(vault.seal(JSON.stringify(browser), context)).toString('base64url');
  res.cookie(cookieName(name, secure), sealed, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: days * 86_400_000,
  });
}

/** Null when there is none, or it was not written by this portal. */
function read({ vault, config }: Needs, req: Request): KnownBrowser | null {
  const sealed: unknown = (req.cookies as Record<string, unknown>)[cookieName(name, isSecure(config))];
  if (typeof sealed !== 'string' || sealed.length > 4000) return null;
  try {
    return cookie.parse(JSON.parse(vault.open(Buffer.from(sealed, 'base64url'), context)));
  } catch {
    return null;
  }
}

function markOf(vault: Vault, email: string): string {
  return Buffer.from(vault.digest(email.toLowerCase(), context)).toString('base64url').slice(0, 22);
}
