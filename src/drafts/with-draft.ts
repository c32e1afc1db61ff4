import type { Request, RequestHandler, Response } from 'express';
import { heldIn } from '../core/mandate/reach.ts';
import { NotFound } from '../web/errors.ts';
import { idParam } from '../web/input.ts';
import type { KeepForm } from '../web/route.ts';
import type { AppDeps } from '../deps.ts';
import type { OpenDraft } from './draft.ts';
import { findDraft, type FoundDraft } from './find-draft.ts';
import { moveDraft } from './move-draft.ts';
import { ownerOf } from './owner.ts';
import { refuseFormerAgent } from './former-agent.ts';
import { goToReceipt } from './receipt.ts';

export type DraftHandler = (draft: OpenDraft, req: Request, res: Response) => Promise<void> | void;

/**
 * Opens the draft of the path for its owner, on the newest version of its agenda. A draft that has been filed leads to its
 * receipt, from every page of it.
 */
export function withDraft(deps: AppDeps, handler: DraftHandler): RequestHandler {
  return opening(deps, handler, async (found, find) => {
    if (found.filed || found.newerVersionId === null) return found;
    await moveDraft(deps, found.draft, found.newerVersionId);
    return find();
  });
}

/**
 * The same for what is sent from a page: the draft as it stands, on the version of the agenda that page was made from. What was
 * sent by somebody who does not reach it, `keep` may keep for its owner.
 */
export function withDraftAsShown(deps: AppDeps, handler: DraftHandler, keep?: KeepForm): RequestHandler {
  return opening(deps, handler, found => found, keep);
}

type Find = () => Promise<FoundDraft | undefined>;
type Prepare = (found: FoundDraft, find: Find) => Promise<FoundDraft | undefined> | FoundDraft;

function opening(deps: AppDeps, handler: DraftHandler, prepare: Prepare, keep?: KeepForm): RequestHandler {
  return async (req, res) => {
    const find: Find = () => findDraft(deps, { id: idParam(req, 'draft'), owner: ownerOf(req) });
    const begun = await find();
    const found = begun && (await prepare(begun, find));
    if (!found) {
      if (await refuseFormerAgent(deps, req, res)) return;
      const back = await keep?.(req, res);
      if (!back) throw new NotFound();
      res.redirect(303, back);
      return;
    }
    // Pages of a form hold what somebody typed; no cache may keep them.
    res.set('Cache-Control', 'no-store');
    if (found.filed) {
      goToReceipt(req, res, found);
      return;
    }
    // Layouts say so above everything else.
    res.locals['isTrial'] = found.draft.isTrial;
    sayWhose(found.draft, req, res);
    await handler(found.draft, req, res);
  };
}

/** For whom it is filled in, for whoever acts for somebody; whose it is reads who began it in their name. */
function sayWhose({ organisation, mandateId, begunBy }: OpenDraft, req: Request, res: Response): void {
  const held = heldIn({ mandateId }, req.actor, 'file');
  if (held) res.locals['principal'] = held.principal.name;
  else if (mandateId !== null) res.locals['begunBy'] = begunBy;
  else res.locals['filedFor'] = organisation;
}
