import type { Request, RequestHandler, Response } from 'express';
import { NotFound } from '../web/errors.ts';
import { idParam } from '../web/input.ts';
import type { AppDeps } from '../deps.ts';
import type { OpenDraft } from './draft.ts';
import { findDraft } from './find-draft.ts';
import { ownerOf } from './owner.ts';
import { goToReceipt } from './receipt.ts';

type DraftHandler = (draft: OpenDraft, req: Request, res: Response) => Promise<void> | void;

/** Opens the draft of the path for its owner. A draft that has been filed leads to its receipt, from every page of it. */
export function withDraft(deps: AppDeps, handler: DraftHandler): RequestHandler {
  return withDraftAsShown(deps, handler);
}

/** The same for what is sent from a page: the draft as it stands, on the version of the agenda that page was made from. */
export function withDraftAsShown(deps: AppDeps, handler: DraftHandler): RequestHandler {
  return async (req, res) => {
    const found = await findDraft(deps, { id: idParam(req, 'draft'), owner: ownerOf(req) });
    if (!found) throw new NotFound();
    // Pages of a form hold what somebody typed; no cache may keep them.
    res.set('Cache-Control', 'no-store');
    if (found.filed) {
      goToReceipt(req, res, found);
      return;
    }
    // Layouts say so above everything else.
    res.locals['isTrial'] = found.draft.isTrial;
    await handler(found.draft, req, res);
  };
}
