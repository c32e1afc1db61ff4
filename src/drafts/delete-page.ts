import type { RequestHandler } from 'express';
import { deleteDraft } from './delete-draft.ts';
import type { AppDeps } from '../deps.ts';
import { draftPath } from './draft.ts';
import { forgetDraft } from './owner.ts';
import { withDraft } from './with-draft.ts';

export function confirmDeletion(deps: AppDeps): RequestHandler {
  return withDraft(deps, (draft, _req, res) => {
    res.render('drafts/delete.njk', {
      agendaTitle: draft.definition.title,
      back: { href: draftPath(draft) },
      action: draftPath(draft, 'smazat'),
    });
  });
}

export function deleteForGood(deps: AppDeps): RequestHandler {
  return withDraft(deps, async (draft, req, res) => {
    if (await deleteDraft(deps, draft.id)) {
      forgetDraft(req, draft.id);
      req.session.notice = 'Rozepsané podání je smazané i\u00a0s\u00a0přílohami.';
      res.redirect(303, req.actor.kind === 'guest' ? '/' : '/moje');
    } else {
      res.redirect(303, draftPath(draft));
    }
  });
}
