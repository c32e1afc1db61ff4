import type { Request } from 'express';
import { accountOf } from '../core/actor.ts';

/** Whose drafts a request may reach: those of the account, and those begun in this browser before signing in. */
export interface Owner {
  accountId: string | null;
  guestDrafts: string[];
  /** The organisation they act for; null for themselves. */
  organisationId: string | null;
}

export function ownerOf(req: Request): Owner {
  const organisationId = req.actingFor?.organisationId ?? null;
  return { accountId: accountOf(req.actor), guestDrafts: req.session.drafts ?? [], organisationId };
}

const maxGuestDrafts = 20;
const guestHours = 24;

/** Ties a new draft to this browser. */
export function rememberDraft(req: Request, draftId: string): void {
  req.session.drafts = [...(req.session.drafts ?? []), draftId].slice(-maxGuestDrafts);
  keepGuestDrafts(req);
}

export function forgetDraft(req: Request, draftId: string): void {
  if (req.session.drafts) req.session.drafts = req.session.drafts.filter(id => id !== draftId);
}

/** What a guest has filled in stays within reach for a day from the last save (WCAG 2.2.1 asks for twenty hours). */
export function keepGuestDrafts(req: Request): void {
  if (req.actor.kind !== 'guest') return;
  req.session.cookie.maxAge = guestHours * 60 * 60 * 1000;
  // A cookie alone is not written; see web/sessions.
  req.session.renewedAt = Date.now();
}
