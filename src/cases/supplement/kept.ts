import type { Request } from 'express';
import { readFields } from '../../core/form/read-entries.ts';
import type { AppDeps } from '../../deps.ts';
import type { Vault } from '../../vault/vault.ts';
import { formKey, keptTyped, ownPlace } from '../../web/kept-form.ts';
import { openFields } from './fields.ts';
import { correctionOf, type OpenSupplement } from './open-supplement.ts';

/** With what its applicant had typed before they were signed out, not saved yet; null when there is nothing. */
export function withKept({ vault, now }: AppDeps, req: Request, open: OpenSupplement): OpenSupplement | null {
  const place = ownPlace(req, req.path);
  const kept = place && keptTyped(vault, req, place);
  if (!kept) return null;
  const typed = { ...open.typed, ...readFields(openFields(open.correction), kept) };
  return { ...open, typed, correction: correctionOf({ ...open, typed }, now()) };
}

/** The key of the form; none for a guest, who is not signed out. */
export function supplementKey(vault: Vault, req: Request): string | null {
  const place = ownPlace(req, req.path.replace(/\/otazky$/, ''));
  return place && formKey(vault, place);
}
