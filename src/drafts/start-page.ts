import type { Request, RequestHandler, Response } from 'express';
import { textParam } from '../web/input.ts';
import type { AppDeps } from '../deps.ts';
import { draftPath } from './draft.ts';
import { begunDrafts, findOffer, type Offer } from './offer.ts';
import { ownerOf, rememberDraft } from './owner.ts';
import { signInLinks } from './sign-in-links.ts';
import { startDraft } from './start-draft.ts';

/**
 * "Než začnete": what to have at hand. It also carries the form's token, so that the agenda's own page, the most
 * visited of all, is the same for everybody.
 */
export function showStart(deps: AppDeps): RequestHandler {
  return withOffer(deps, async (offer, req, res) => {
    const { slug, definition } = offer;
    const { title, prepare, attachments, whoMayFile, steps } = definition;
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
      needsAccount: whoMayFile.identity === 'account',
      isGuest,
      stepCount: steps.length,
      ...(isGuest && signInLinks(`/sluzby/${slug}/podat`)),
    });
  });
}

export function start(deps: AppDeps): RequestHandler {
  return withOffer(deps, async (offer, req, res) => {
    const { accountId } = ownerOf(req);
    const draft = await startDraft(deps, { versionId: offer.versionId, accountId });
    if (accountId === null) rememberDraft(req, draft.id);
    res.redirect(303, draftPath(draft, offer.definition.steps[0]?.id ?? ''));
  });
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
