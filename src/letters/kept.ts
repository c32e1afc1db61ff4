import type { Request } from 'express';
import type { Officer } from '../core/actor.ts';
import { parseReference } from '../core/case/reference.ts';
import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';
import { formBody, textParam } from '../web/input.ts';
import type { KeepForm } from '../web/route.ts';
import { type TypedLetter, typedLetter } from './form.ts';

declare module 'express-session' {
  interface SessionData {
    /** A letter that came when its officer was signed in no more: sealed, for that officer and page alone. */
    keptLetter: { officerId: string; path: string; content: string };
  }
}

/** Lies in the form: whose it is when the session is over, written by the portal alone. */
export function formKey(vault: Vault, { officerId }: Officer, reference: string): string {
  return Buffer.from(vault.seal(officerId, `letter-form/${reference}/key`)).toString('base64url');
}

/** Keeps a letter that was being written until the officer has signed in again, and leads back to it. */
export function keepLetter({ vault }: Pick<Deps, 'vault'>): KeepForm {
  return req => {
    const reference = parseReference(textParam(req, 'ref'));
    const body = formBody(req);
    const officerId = reference === null ? null : ownerOf(vault, body['klic'], reference);
    if (reference === null || officerId === null) return null;
    const sealed = vault.seal(JSON.stringify(typedLetter(body)), context(officerId, req.path));
    req.session.keptLetter = { officerId, path: req.path, content: Buffer.from(sealed).toString('base64') };
    req.session.notice = 'Přihlášení skončilo. Dopis máme uložený: přihlaste se a\u00a0najdete ho tam, kde jste psali.';
    return req.path;
  };
}

/** What this officer had typed on this page before the session was over. */
export function keptLetter(vault: Vault, req: Request, { officerId }: Officer): TypedLetter | undefined {
  const kept = req.session.keptLetter;
  if (kept?.officerId !== officerId || kept.path !== req.path) return undefined;
  return JSON.parse(vault.open(Buffer.from(kept.content, 'base64'), context(officerId, req.path))) as TypedLetter;
}

function ownerOf(vault: Vault, key: unknown, reference: string): string | null {
  if (typeof key !== 'string' || key.length > 300) return null;
  try {
    return vault.open(Buffer.from(key, 'base64url'), `letter-form/${reference}/key`);
  } catch {
    // Not written by this portal, or for another case.
    return null;
  }
}

function context(officerId: string, path: string): string {
  return `kept-letter/${officerId}${path}`;
}
