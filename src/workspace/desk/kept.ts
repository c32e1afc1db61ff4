import type { Request } from 'express';
import type { Officer } from '../../core/actor.ts';
import { parseReference } from '../../core/case/reference.ts';
import type { Deps } from '../../deps.ts';
import type { Vault } from '../../vault/vault.ts';
import { formBody, textParam } from '../../web/input.ts';
import { keepTyped, keptTyped } from '../../web/kept-form.ts';
import type { KeepForm } from '../../web/route.ts';
import { deskHref, fromList } from '../from-list.ts';
import type { Attempt, DeskForm, Typed } from './attempt.ts';
import type { DeskCase } from './find.ts';

interface Kept {
  form: DeskForm;
  version: number;
  typed: Typed;
}

/** Keeps what was typed until the officer has signed in again, and leads back to the case. */
export function keepForm({ vault }: Pick<Deps, 'vault'>, form: DeskForm): KeepForm {
  return req => {
    const reference = parseReference(textParam(req, 'ref'));
    const kept: Kept = { form, version: Number(formBody(req)['verze']), typed: typedIn(req) };
    if (reference === null || !keepTyped(vault, req, placeOf(reference), kept)) return null;
    req.session.notice =
      'Přihlášení skončilo. Co jste napsali, máme uložené: přihlaste se a\u00a0najdete to v\u00a0případu.';
    return deskHref(reference, fromList(req));
  };
}

/** What this officer had typed at this case before the session was over; what others did since then is with it. */
export function keptAttempt(vault: Vault, req: Request, found: DeskCase, officer: Officer): Attempt | undefined {
  const place = { ownerId: officer.officerId, at: placeOf(found.reference) };
  const kept = keptTyped(vault, req, place) as Kept | undefined;
  if (!kept) return undefined;
  const { form, typed, version } = kept;
  // Each event raises the version by one.
  return { form, typed, errors: [], meanwhile: found.events.slice(version), isKept: true };
}

/** The page of the desk, as which all its forms are one. */
export function placeOf(reference: string): string {
  return `/urad/pripady/${reference}`;
}

/** What was typed, without what the page itself put into the form. */
export function typedIn(req: Request): Typed {
  const fields = Object.entries(formBody(req)).filter(([name]) => !own.includes(name));
  return Object.fromEntries(fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

const own = ['_csrf', 'verze', 'klic', 'z'];
