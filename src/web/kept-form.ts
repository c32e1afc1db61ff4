import type { Request } from 'express';
import { accountOf } from '../core/actor.ts';
import type { Vault } from '../vault/vault.ts';
import { formBody } from './input.ts';
import type { KeepForm } from './route.ts';

/** What was typed into a form whose sender was signed in no more: sealed, for that person and page alone. */
interface KeptForm extends Place {
  content: string;
}

/** Whose a form is, by the id of who typed it, and the page on which it is found again. */
export interface Place {
  ownerId: string;
  at: string;
}

declare module 'express-session' {
  interface SessionData {
    keptForms: KeptForm[];
  }
}

/** The place of a form of whoever is signed in; a guest, who is not signed out, has none. */
export function ownPlace({ actor }: Request, at: string): Place | null {
  const ownerId = accountOf(actor);
  return ownerId === null ? null : { ownerId, at };
}

/** Longer than all texts of one form together may be. */
const longest = 200_000;
/** Forms in other windows, of which the oldest gives way. */
const most = 5;

/**
 * Lies in the form as `klic`. It says whose form it is when the session is over, and only the portal can have written it,
 * so that nobody else puts words into somebody's mouth.
 */
export function formKey(vault: Vault, { ownerId, at }: Place): string {
  return Buffer.from(vault.seal(ownerId, keyContext(at))).toString('base64url');
}

/** Keeps what was typed until its sender has signed in again; false when it is not known whose it is, or too much. */
export function keepTyped(vault: Vault, req: Request, at: string, typed: unknown): boolean {
  const ownerId = ownerOf(vault, formBody(req)['klic'], at);
  const text = JSON.stringify(typed);
  if (ownerId === null || text.length > longest) return false;
  const place = { ownerId, at };
  const content = Buffer.from(vault.seal(text, contentContext(place))).toString('base64');
  forgetKept(req, at);
  req.session.keptForms = [...(req.session.keptForms ?? []), { ...place, content }].slice(-most);
  return true;
}

/** Keeps a whole form, sent to the page that shows it, and leads its sender back there by signing in. */
export function keepWholeForm({ vault }: { vault: Vault }): KeepForm {
  return req => {
    const typed = Object.entries(formBody(req)).filter(([name]) => name !== '_csrf' && name !== 'klic');
    if (!keepTyped(vault, req, req.path, Object.fromEntries(typed))) return null;
    req.session.notice =
      'Přihlášení skončilo. Co jste vyplnili, máme uložené: přihlaste se a\u00a0najdete to, kde to bylo.';
    return req.actor.kind === 'guest' ? `/prihlaseni?${new URLSearchParams({ zpet: req.path }).toString()}` : req.path;
  };
}

/** What this person had typed on this page before the session was over, as the page kept it. */
export function keptTyped(vault: Vault, req: Request, place: Place): unknown {
  const kept = req.session.keptForms?.find(({ ownerId, at }) => ownerId === place.ownerId && at === place.at);
  return kept && JSON.parse(vault.open(Buffer.from(kept.content, 'base64'), contentContext(place)));
}

/** Once it was sent, there is nothing to give back. */
export function forgetKept(req: Request, at: string): void {
  const { keptForms } = req.session;
  if (keptForms?.some(kept => kept.at === at)) req.session.keptForms = keptForms.filter(kept => kept.at !== at);
}

function ownerOf(vault: Vault, key: unknown, at: string): string | null {
  if (typeof key !== 'string' || key.length > 300) return null;
  try {
    return vault.open(Buffer.from(key, 'base64url'), keyContext(at));
  } catch {
    // Not written by this portal, or for another page.
    return null;
  }
}

function keyContext(at: string): string {
  return `kept-form/${at}/key`;
}

function contentContext({ ownerId, at }: Place): string {
  return `kept-form/${ownerId}${at}`;
}
