import type { Request } from 'express';
import { uploadMessage } from '../attachments/problems.ts';
import type { ReceivedForm } from '../attachments/receive-form.ts';
import type { AttachmentSlot } from '../core/form/definition.ts';
import type { AppDeps } from '../deps.ts';
import { keepAttachment, uploadedNotice } from './keep-attachment.ts';

interface Sent {
  req: Request;
  draftId: string;
  sent: ReceivedForm;
  /** The slot whose own button was pressed: there a file is expected. */
  isAsked: AttachmentSlot | false;
}

/** Gives files that came with a form to the draft; says of each slot that got none why, in Czech. */
export async function keepSentFiles(
  deps: AppDeps,
  { req, draftId, sent, isAsked }: Sent,
): Promise<Map<string, string>> {
  const errors = new Map<string, string>();
  for (const { slot, file } of sent.files) {
    const keeping = await keepAttachment(deps, { draftId, slot, file });
    if (keeping === 'tooMany') errors.set(slot.id, uploadMessage(keeping, slot));
    else if (keeping !== 'gone') req.session.notice = uploadedNotice;
  }
  for (const { slot, problem } of sent.problems) errors.set(slot.id, uploadMessage(problem, slot));
  const cameNothing = isAsked && errors.size === 0 && !sent.files.some(({ slot }) => slot.id === isAsked.id);
  if (cameNothing) errors.set(isAsked.id, uploadMessage('missing', isAsked));
  return errors;
}
