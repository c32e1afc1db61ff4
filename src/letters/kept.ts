import type { Request } from 'express';
import type { Officer } from '../core/actor.ts';
import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';
import { formBody } from '../web/input.ts';
import { keepTyped, keptTyped } from '../web/kept-form.ts';
import type { KeepForm } from '../web/route.ts';
import { type TypedLetter, typedLetter, typedReason } from './form.ts';

/** What was in the boxes of the letter, or why it was to be given back. */
type Kept = { typed: TypedLetter } | { reason: string };

const returning = '/vraceni';

/** Keeps what was being written until the officer has signed in again, and leads back to it. */
export function keepLetter({ vault }: Pick<Deps, 'vault'>): KeepForm {
  return req => {
    const body = formBody(req);
    const isReason = req.path.endsWith(returning);
    const page = isReason ? req.path.slice(0, -returning.length) : req.path;
    const kept: Kept = isReason ? { reason: typedReason(body) } : { typed: typedLetter(body) };
    if (!keepTyped(vault, req, page, kept)) return null;
    req.session.notice =
      'Přihlášení skončilo. Co jste psali, máme uložené: přihlaste se a\u00a0najdete to na stejném místě.';
    return page;
  };
}

/** What this officer had typed on this page before the session was over. */
export function keptLetter(vault: Vault, req: Request, { officerId }: Officer): Kept | undefined {
  return keptTyped(vault, req, { ownerId: officerId, at: req.path }) as Kept | undefined;
}
