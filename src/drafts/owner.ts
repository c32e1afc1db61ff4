import type { Request } from 'express';
import { accountOf } from '../core/actor.ts';
import type { HeldMandate } from '../core/mandate/mandate.ts';
import { mandatesOf } from '../core/mandate/reach.ts';
import { organisationsOf } from '../core/organisation/reach.ts';
import { Prisma } from '../generated/prisma/client.ts';

/**
 * Whose drafts a request may reach: those of the account, those begun in this browser before signing in, those begun under a
 * mandate by whoever files under it, and those that an agent began for an organisation by whoever files for it.
 */
export interface Owner {
  accountId: string | null;
  guestDrafts: string[];
  /** The organisation they act for; null for themselves. */
  organisationId: string | null;
  /** By which mandate they act for somebody; null for themselves. */
  mandate: HeldMandate | null;
  /** Ids of mandates and organisations by which they may file. */
  mandates: string[];
  organisations: string[];
}

export function ownerOf(req: Request): Owner {
  const { membership, mandate } = req.actingFor ?? {};
  return {
    accountId: accountOf(req.actor),
    guestDrafts: req.session.drafts ?? [],
    organisationId: membership?.organisationId ?? null,
    mandate: mandate ?? null,
    mandates: mandatesOf(req.actor, 'file').map(({ mandateId }) => mandateId),
    organisations: organisationsOf(req.actor, 'file'),
  };
}

/** For SQL in which the draft is called `d`. */
export function ownedBy({ accountId, guestDrafts, mandates, organisations }: Owner): Prisma.Sql {
  return Prisma.sql`(d.account_id = ${accountId}::uuid
    OR d.account_id IS NULL AND d.mandate_id IS NULL AND d.id = ANY(${guestDrafts}::uuid[])
    OR d.mandate_id = ANY(${mandates}::uuid[])
    OR d.mandate_id IS NOT NULL AND d.organisation_id = ANY(${organisations}::uuid[]))`;
}

export function ownedDrafts({ accountId, guestDrafts, mandates, organisations }: Owner): Prisma.DraftWhereInput {
  return {
    OR: [
      ...(accountId === null ? [] : [{ accountId }]),
      { accountId: null, mandateId: null, id: { in: guestDrafts } },
      { mandateId: { in: mandates } },
      { mandateId: { not: null }, organisationId: { in: organisations } },
    ],
  };
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
