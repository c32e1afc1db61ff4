import type { Request } from 'express';
import type { Officer } from '../core/actor.ts';
import { parseReference } from '../core/case/reference.ts';
import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';
import { formBody, textParam } from '../web/input.ts';
import type { KeepForm } from '../web/route.ts';
import { type TypedLetter, typedLetter, typedReason } from './form.ts';

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

/** What was in the boxes of the letter, or why it was to be given back. */
type Kept = { typed: TypedLetter } | { reason: string };

const returning = '/vraceni';

/** Keeps what was being written until the officer has signed in again, and leads back to it. */
export function keepLetter({ vault }: Pick<Deps, 'vault'>): KeepForm {
  return req => {
    const reference = parseReference(textParam(req, 'ref'));
    const body = formBody(req);
    const officerId = reference === null ? null : ownerOf(vault, body['klic'], reference);
    if (reference === null || officerId === null) return null;
    const isReason = req.path.endsWith(returning);
    const path = isReason ? req.path.slice(0, -returning.length) : req.path;
    const kept: Kept = isReason ? { reason: typedReason(body) } : { typed: typedLetter(body) };
    const sealed = vault.seal(JSON.stringify(kept), context(officerId, path));
    req.session.keptLetter = { officerId, path, content: Buffer.from(sealed).toString('base64') };
    req.session.notice =
      'Přihlášení skončilo. Co jste psali, máme uložené: přihlaste se a\u00a0najdete to na stejném místě.';
    return path;
  };
}

/** What this officer had typed on this page before the session was over. */
export function keptLetter(vault: Vault, req: Request, { officerId }: Officer): Kept | undefined {
  const kept = req.session.keptLetter;
  if (kept?.officerId !== officerId || kept.path !== req.path) return undefined;
  return JSON.parse(vault.open(Buffer.from(kept.content, 'base64'), context(officerId, req.path))) as Kept;
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
