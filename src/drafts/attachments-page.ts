import type { Request, RequestHandler, Response } from 'express';
import { uploadMessage, type UploadProblem } from '../attachments/problems.ts';
import { receiveUpload } from '../attachments/receive.ts';
import { sendAttachment } from '../attachments/send.ts';
import type { Slot } from '../core/form/evaluate.ts';
import { NotFound } from '../web/errors.ts';
import { idParam, textParam } from '../web/input.ts';
import { attachmentsView } from './attachments-view.ts';
import type { AppDeps } from '../deps.ts';
import { draftFiles } from './draft-files.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import { evaluateDraft } from './evaluate-draft.ts';
import { attachmentsStop, attachmentSlots, summaryStop } from './journey.ts';
import { keepAttachment, uploadedNotice } from './keep-attachment.ts';
import { keepGuestDrafts } from './owner.ts';
import { removeAttachment } from './remove-attachment.ts';
import { renderStep } from './render-step.ts';
import { withDraft, withDraftAsShown } from './with-draft.ts';

export function showAttachments(deps: AppDeps): RequestHandler {
  return withDraft(deps, async (draft, req, res) => {
    const { slots } = evaluateDraft(draft, deps.now());
    if (!draft.isOffered) res.redirect(303, draftPath(draft, summaryStop));
    else if (attachmentSlots(slots).length === 0) res.redirect(303, draftPath(draft));
    else await render(deps, draft, { req, res });
  });
}

/**
 * One file for one slot, of an attachment or of a question; each is stored at once, so that a mistake in another loses
 * nothing.
 */
export function upload(deps: AppDeps): RequestHandler {
  return withDraftAsShown(deps, async (draft, req, res) => {
    const slot = slotOf(deps, draft, req);
    const received = await receiveUpload(req, res, { deps, slot });
    if (!received.ok) {
      await refuse(deps, draft, { req, res, slot, problem: received.problem });
      return;
    }
    const keeping = await keepAttachment(deps, { draftId: draft.id, slot, file: received.file });
    if (keeping === 'tooMany') {
      await refuse(deps, draft, { req, res, slot, problem: keeping });
      return;
    }
    keepGuestDrafts(req);
    if (keeping !== 'gone') req.session.notice = uploadedNotice;
    res.redirect(303, slotPath(draft, slot));
  });
}

export function remove(deps: AppDeps): RequestHandler {
  return withDraftAsShown(deps, async (draft, req, res) => {
    const removed = await removeAttachment(deps, { draftId: draft.id, attachmentId: idParam(req, 'attachment') });
    keepGuestDrafts(req);
    req.session.notice = 'Soubor jsme odebrali.';
    const slot = evaluateDraft(draft, deps.now()).slots.find(({ id }) => id === removed?.slot);
    res.redirect(303, slot ? slotPath(draft, slot) : draftPath(draft, attachmentsStop));
  });
}

export function download(deps: AppDeps): RequestHandler {
  return withDraftAsShown(deps, async (draft, req, res) => {
    const id = idParam(req, 'attachment');
    const attachment = await deps.db.attachment.findFirst({ where: { id, draftId: draft.id } });
    if (!attachment) throw new NotFound();
    await sendAttachment(res, deps, attachment);
  });
}

interface Exchange {
  req: Request;
  res: Response;
}

type Refused = Exchange & { slot: Slot; problem: UploadProblem };

async function refuse(deps: AppDeps, draft: OpenDraft, { req, res, slot, problem }: Refused): Promise<void> {
  res.status(400);
  const message = uploadMessage(problem, slot);
  if (slot.stepId === undefined) await render(deps, draft, { req, res, error: { slot: slot.id, message } });
  else await renderStep(deps, draft, { req, res, stepId: slot.stepId, fileErrors: new Map([[slot.id, message]]) });
}

/** Back to where the file was given. */
function slotPath(draft: OpenDraft, { id, stepId }: Slot): string {
  return `${draftPath(draft, stepId ?? attachmentsStop)}#${id}-slot`;
}

type Rendering = Exchange & { error?: { slot: string; message: string } };

async function render(deps: AppDeps, draft: OpenDraft, { req, res, error }: Rendering): Promise<void> {
  const view = attachmentsView({
    draft,
    evaluation: evaluateDraft(draft, deps.now()),
    files: await draftFiles(deps, draft.id),
    error,
    isGuest: req.actor.kind === 'guest',
  });
  res.render('drafts/attachments.njk', view);
}

function slotOf(deps: AppDeps, draft: OpenDraft, req: Request): Slot {
  const id = textParam(req, 'slot');
  const slot = evaluateDraft(draft, deps.now()).slots.find(candidate => candidate.id === id);
  if (!slot || !draft.isOffered) throw new NotFound();
  return slot;
}
