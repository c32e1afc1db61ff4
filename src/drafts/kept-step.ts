import type { Request } from 'express';
import type { Step } from '../core/form/definition.ts';
import { readEntries } from '../core/form/read-entries.ts';
import { accountOf } from '../core/actor.ts';
import type { Vault } from '../vault/vault.ts';
import { formBody } from '../web/input.ts';
import { formKey, keepTyped, keptTyped } from '../web/kept-form.ts';
import type { KeepForm } from '../web/route.ts';
import { draftPath, type OpenDraft } from './draft.ts';

/** Keeps what was typed on a step until its owner, who was signed in no more, has signed in again. */
export function keepStep({ vault }: { vault: Vault }): KeepForm {
  return req => {
    const typed = Object.fromEntries(
      Object.entries(formBody(req)).filter(([name]) => name !== '_csrf' && name !== 'klic'),
    );
    if (!keepTyped(vault, req, req.path, typed)) return null;
    req.session.notice =
      'Přihlášení skončilo. Co jste vyplnili, máme uložené: přihlaste se a\u00a0najdete to, kde to bylo.';
    return req.actor.kind === 'guest' ? `/prihlaseni?${new URLSearchParams({ zpet: req.path }).toString()}` : req.path;
  };
}

/** The draft with what its owner had typed on a step before they were signed out, not saved yet; null when there is nothing. */
export function withKept(
  vault: Vault,
  req: Request,
  { draft, step }: { draft: OpenDraft; step: Step },
): OpenDraft | null {
  const place = placeOf(req, draft, step.id);
  const kept = place && keptTyped(vault, req, place);
  if (!kept) return null;
  return { ...draft, entries: { ...draft.entries, ...readEntries(step, kept) } };
}

/** The key of the form of a step; none for a guest, who is not signed out. */
export function stepKey(vault: Vault, req: Request, draft: OpenDraft, stepId: string): string | null {
  const place = placeOf(req, draft, stepId);
  return place && formKey(vault, place);
}

function placeOf(req: Request, draft: OpenDraft, stepId: string): { ownerId: string; at: string } | null {
  const ownerId = accountOf(req.actor);
  return ownerId === null ? null : { ownerId, at: draftPath(draft, stepId) };
}
