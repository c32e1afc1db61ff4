import type { Request } from 'express';
import type { Step } from '../core/form/definition.ts';
import { readEntries } from '../core/form/read-entries.ts';
import type { Vault } from '../vault/vault.ts';
import { formKey, keptTyped, ownPlace } from '../web/kept-form.ts';
import { draftPath, type OpenDraft } from './draft.ts';

/** The draft with what its owner had typed on a step before they were signed out, not saved yet; null when there is nothing. */
export function withKept(
  vault: Vault,
  req: Request,
  { draft, step }: { draft: OpenDraft; step: Step },
): OpenDraft | null {
  const place = ownPlace(req, draftPath(draft, step.id));
  const kept = place && keptTyped(vault, req, place);
  if (!kept) return null;
  return { ...draft, entries: { ...draft.entries, ...readEntries(step, kept) } };
}

/** The key of the form of a step; none for a guest, who is not signed out. */
export function stepKey(vault: Vault, req: Request, draft: OpenDraft, stepId: string): string | null {
  const place = ownPlace(req, draftPath(draft, stepId));
  return place && formKey(vault, place);
}
