import type { Request, RequestHandler, Response } from 'express';
import { dayInPrague } from '../core/czech/format.ts';
import type { Definition } from '../core/form/definition.ts';
import { evaluate } from '../core/form/evaluate.ts';
import { covers } from '../core/mandate/mandate.ts';
import { mayAgent } from '../core/mandate/reach.ts';
import { mayMember } from '../core/organisation/roles.ts';
import { textParam } from '../web/input.ts';
import type { AppDeps } from '../deps.ts';
import { draftPath } from './draft.ts';
import { journeyOf } from './journey.ts';
import { begunDrafts, findOffer, type Offer } from './offer.ts';
import { ownerOf, rememberDraft } from './owner.ts';
import { signInLinks } from './sign-in-links.ts';
import { forPrincipal, startDraft } from './start-draft.ts';

/**
 * "Než začnete": what to have at hand. It also carries the form's token, so that the agenda's own page, the most
 * visited of all, is the same for everybody.
 */
export function showStart(deps: AppDeps): RequestHandler {
  return withOffer(deps, showOf(deps));
}

function showOf(deps: AppDeps): OfferHandler {
  return async (offer, req, res) => {
    const { slug, definition } = offer;
    const { title, prepare, attachments, whoMayFile } = definition;
    const begun = await begunDrafts(deps, { agendaId: offer.agendaId, owner: ownerOf(req) });
    const isGuest = req.actor.kind === 'guest';
    res.set('Cache-Control', 'no-store').render('drafts/start.njk', {
      agendaTitle: title,
      back: { href: `/sluzby/${slug}` },
      action: `/sluzby/${slug}/podat`,
      prepare: [
        ...prepare,
        ...attachments.filter(slot => slot.required && slot.when === undefined).map(slot => slot.label),
      ],
      begun: begun.map(draft => ({ href: draftPath(draft), updatedAt: draft.updatedAt })),
      confirmation: whoMayFile.confirmation,
      needsAccount: whoMayFile.identity === 'account',
      isGuest,
      stepCount: stepCount(definition, deps.now()),
      cannot: cannotStart(req, offer),
      ...(isGuest && signInLinks(`/sluzby/${slug}/podat`)),
    });
  };
}

/**
 * Why nothing is begun for whom they act for, nor by mistake for themselves: a member may only read, or the mandate is not
 * for this agenda.
 */
function cannotStart({ actingFor }: Request, { agendaId }: Offer): { why: 'reads' | 'outside'; name: string } | null {
  if (!actingFor) return null;
  const { name, membership, mandate } = actingFor;
  const mayFile = membership ? mayMember(membership.role, 'file') : mayAgent(mandate, 'file');
  if (!mayFile) return { why: 'reads', name };
  return mandate && !covers(mandate, { agendaId }) ? { why: 'outside', name } : null;
}

export function start(deps: AppDeps): RequestHandler {
  const render = showOf(deps);
  return withOffer(deps, async (offer, req, res) => {
    if (cannotStart(req, offer)) {
      res.status(409);
      await render(offer, req, res);
      return;
    }
    const { accountId, organisationId, mandate } = ownerOf(req);
    const { versionId } = offer;
    const whose = mandate
      ? forPrincipal(mandate, accountId)
      : { accountId, organisationId: organisationId ?? undefined };
    const draft = await startDraft(deps, { versionId, ...whose });
    if (accountId === null) rememberDraft(req, draft.id);
    res.redirect(303, draftPath(draft, offer.definition.steps[0]?.id ?? ''));
  });
}

/** As the bar above the steps counts them, before anything is answered. */
function stepCount(definition: Definition, now: Temporal.Instant): number {
  return journeyOf(evaluate(definition, {}, { today: dayInPrague(now) }), []).length;
}

type OfferHandler = (offer: Offer & { slug: string }, req: Request, res: Response) => Promise<void>;

/** What is not offered, or no longer, has a page that says so. */
function withOffer(deps: AppDeps, handler: OfferHandler): RequestHandler {
  return async (req, res) => {
    const slug = textParam(req, 'slug');
    const offer = await findOffer(deps, slug);
    if (offer) await handler({ ...offer, slug }, req, res);
    else res.redirect(303, `/sluzby/${encodeURIComponent(slug)}`);
  };
}
