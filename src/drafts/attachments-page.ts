import type { Request, RequestHandler, Response } from 'express';
import { uploadMessage, type UploadProblem } from '../attachments/problems.ts';
import { receiveUpload } from '../attachments/receive.ts';
import { sendAttachment } from '../attachments/send.ts';
import type { AttachmentSlot } from '../core/form/definition.ts';
import { NotFound } from '../web/errors.ts';
import { idParam, textParam } from '../web/input.ts';
import { attachmentsView } from './attachments-view.ts';
import type { AppDeps } from '../deps.ts';
import { draftFiles } from './draft-files.ts';
import { draftPath, type OpenDraft } from './draft.ts';
import { evaluateDraft } from './evaluate-draft.ts';
import { attachmentsStop, summaryStop } from './journey.ts';
import { keepAttachment } from './keep-attachment.ts';
import { keepGuestDrafts } from './owner.ts';
import { removeAttachment } from './remove-attachment.ts';
import { withDraft } from './with-draft.ts';

export function showAttachments(deps: AppDeps): RequestHandler {
  return withDraft(deps, async (draft, req, res) => {
    const { slots } = evaluateDraft(draft, deps.now());
    if (!draft.isOffered) res.redirect(303, draftPath(draft, summaryStop));
    else if (slots.length === 0) res.redirect(303, draftPath(draft));
    else await render(deps, draft, { req, res });
  });
}

/** One file for one slot; each is stored at once, so that a mistake in another loses nothing. */
export function upload(deps: AppDeps): RequestHandler {
  return withDraft(deps, async (draft, req, res) => {
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
    if (keeping !== 'gone') req.session.notice = `Soubor „${received.file.name}“ je nahraný.`;
    res.redirect(303, `${draftPath(draft, attachmentsStop)}#${slot.id}-slot`);
  });
}

export function remove(deps: AppDeps): RequestHandler {
  return withDraft(deps, async (draft, req, res) => {
    await removeAttachment(deps, { draftId: draft.id, attachmentId: idParam(req, 'attachment') });
    keepGuestDrafts(req);
    req.session.notice = 'Soubor jsme odebrali.';
    res.redirect(303, draftPath(draft, attachmentsStop));
  });
}

export function download(deps: AppDeps): RequestHandler {
  return withDraft(deps, async (draft, req, res) => {
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

type Refused = Exchange & { slot: AttachmentSlot; problem: UploadProblem };

async function refuse(deps: AppDeps, draft: OpenDraft, { req, res, slot, problem }: Refused): Promise<void> {
  res.status(400);
  await render(deps, draft, { req, res, error: { slot: slot.id, message: uploadMessage(problem, slot) } });
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

function slotOf(deps: AppDeps, draft: OpenDraft, req: Request): AttachmentSlot {
  const id = textParam(req, 'slot');
  const slot = evaluateDraft(draft, deps.now()).slots.find(candidate => candidate.id === id);
  if (!slot || !draft.isOffered) throw new NotFound();
  return slot;
}
