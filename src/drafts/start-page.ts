import type { RequestHandler } from 'express';
import { textParam } from '../web/input.ts';
import type { AppDeps } from '../deps.ts';
import { draftPath } from './draft.ts';
import { begunDrafts, findOffer } from './offer.ts';
import { ownerOf, rememberDraft } from './owner.ts';
import { signInLinks } from './sign-in-links.ts';
import { startDraft } from './start-draft.ts';

/**
 * "Než začnete": what to have at hand. It also carries the form's token, so that the agenda's own page, the most
 * visited of all, is the same for everybody.
 */
export function showStart(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    const slug = textParam(req, 'slug');
    const offer = await findOffer(deps, slug);
    if (!offer) {
      res.redirect(303, `/sluzby/${encodeURIComponent(slug)}`);
      return;
    }
    const { title, prepare, attachments, whoMayFile, steps } = offer.definition;
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
  };
}

export function start(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    const slug = textParam(req, 'slug');
    const offer = await findOffer(deps, slug);
    if (!offer) {
      res.redirect(303, `/sluzby/${encodeURIComponent(slug)}`);
      return;
    }
    const { accountId } = ownerOf(req);
    const draft = await startDraft(deps, { versionId: offer.versionId, accountId });
    if (accountId === null) rememberDraft(req, draft.id);
    res.redirect(303, draftPath(draft, offer.definition.steps[0]?.id ?? ''));
  };
}
