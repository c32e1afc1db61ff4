import type { Request } from 'express';
import { z } from 'zod';
import type { Officer } from '../../core/actor.ts';
import { parseReference } from '../../core/case/reference.ts';
import { receiveForm } from '../../attachments/receive-form.ts';
import type { AppDeps, Deps } from '../../deps.ts';
import type { Vault } from '../../vault/vault.ts';
import { formBody, textParam } from '../../web/input.ts';
import type { KeepForm } from '../../web/route.ts';
import { deskHref, fromList } from '../from-list.ts';
import type { Attempt, DeskForm, Typed } from './attempt.ts';
import type { DeskCase } from './find.ts';

declare module 'express-session' {
  interface SessionData {
    /** A form of the desk that came when its officer was signed in no more: sealed, for that officer and case alone. */
    kept: { officerId: string; reference: string; content: string };
  }
}

/** Longer than all texts of one form together may be. */
const longest = 200_000;

/**
 * Lies in every form of the desk. It says whose form it is when the session is over, and only the portal can have
 * written it, so that nobody else puts words into an officer's mouth.
 */
export function formKey(vault: Vault, { officerId }: Officer, reference: string): string {
  return Buffer.from(vault.seal(officerId, keyContext(reference))).toString('base64url');
}

/** Keeps what was typed until the officer has signed in again, and leads back to the case. */
export function keepForm({ vault }: Pick<Deps, 'vault'>, form: DeskForm): KeepForm {
  return req => {
    const reference = parseReference(textParam(req, 'ref'));
    const { klic, verze } = formBody(req);
    const officerId = reference === null ? null : ownerOf(vault, klic, reference);
    if (reference === null || officerId === null) return null;
    const content = JSON.stringify({ form, version: Number(verze), typed: typedIn(req) });
    if (content.length > longest) return null;
    const sealed = vault.seal(content, contentContext(officerId, reference));
    req.session.kept = { officerId, reference, content: Buffer.from(sealed).toString('base64') };
    req.session.notice =
      'Přihlášení skončilo. Co jste napsali, máme uložené: přihlaste se a\u00a0najdete to v\u00a0případu.';
    return deskHref(reference, fromList(req));
  };
}

/** The same for a form that comes with files: what was typed is read, the files are not. */
export function keepFormWithFiles(deps: Pick<AppDeps, 'csrf' | 'files' | 'vault'>, form: DeskForm): KeepForm {
  const keep = keepForm(deps, form);
  return async (req, res) => {
    // Refused for its token, at the latest before the first file; what was typed has been read by then.
    await receiveForm(req, res, { deps, slots: [] }).catch(() => undefined);
    return keep(req, res);
  };
}

/** What this officer had typed at this case before the session was over; what others did since then is with it. */
export function keptAttempt(vault: Vault, req: Request, found: DeskCase, officer: Officer): Attempt | undefined {
  const { kept } = req.session;
  if (kept?.reference !== found.reference || kept.officerId !== officer.officerId) return undefined;
  const sealed = Buffer.from(kept.content, 'base64');
  const text = vault.open(sealed, contentContext(officer.officerId, found.reference));
  const { form, typed, version } = JSON.parse(text) as { form: DeskForm; typed: Typed; version: number };
  // Each change appends one event and raises the version by one.
  return { form, typed, errors: [], meanwhile: found.events.slice(version), isKept: true };
}

/** Once something was done with the case, there is nothing to give back. */
export function forgetKept(req: Request, reference: string): void {
  if (req.session.kept?.reference === reference) delete req.session.kept;
}

/** What was typed, without what the page itself put into the form. */
export function typedIn(req: Request): Typed {
  const fields = Object.entries(formBody(req)).filter(([name]) => !own.includes(name));
  return Object.fromEntries(fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

const own = ['_csrf', 'verze', 'klic', 'z'];
const key = z.string().max(300);

function ownerOf(vault: Vault, typed: unknown, reference: string): string | null {
  const parsed = key.safeParse(typed);
  if (!parsed.success) return null;
  try {
    return vault.open(Buffer.from(parsed.data, 'base64url'), keyContext(reference));
  } catch {
    // Not written by this portal, or for another case.
    return null;
  }
}

function keyContext(reference: string): string {
  return `desk-form/${reference}/key`;
}

function contentContext(officerId: string, reference: string): string {
  return `kept-form/${officerId}/${reference}`;
}
