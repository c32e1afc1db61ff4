import type { Request } from 'express';
import type { Step } from '../core/form/definition.ts';
import { readEntries } from '../core/form/read-entries.ts';
import { accountOf } from '../core/actor.ts';
import type { Vault } from '../vault/vault.ts';
import { formKey, keptTyped } from '../web/kept-form.ts';
import { draftPath, type OpenDraft } from './draft.ts';

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
