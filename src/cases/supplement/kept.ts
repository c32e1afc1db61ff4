import type { Request } from 'express';
import { accountOf } from '../../core/actor.ts';
import { readFields } from '../../core/form/read-entries.ts';
import type { AppDeps } from '../../deps.ts';
import type { Vault } from '../../vault/vault.ts';
import { formKey, keptTyped } from '../../web/kept-form.ts';
import { openFields } from './fields.ts';
import { correctionOf, type OpenSupplement } from './open-supplement.ts';

/** With what its applicant had typed before they were signed out, not saved yet; null when there is nothing. */
export function withKept({ vault, now }: AppDeps, req: Request, open: OpenSupplement): OpenSupplement | null {
  const ownerId = accountOf(req.actor);
  const kept = ownerId === null ? undefined : keptTyped(vault, req, { ownerId, at: req.path });
  if (!kept) return null;
  const typed = { ...open.typed, ...readFields(openFields(open.correction), kept) };
  return { ...open, typed, correction: correctionOf({ ...open, typed }, now()) };
}

/** The key of the form; none for a guest, who is not signed out. */
export function supplementKey(vault: Vault, req: Request): string | null {
  const ownerId = accountOf(req.actor);
  return ownerId && formKey(vault, { ownerId, at: req.path.replace(/\/otazky$/, '') });
}
