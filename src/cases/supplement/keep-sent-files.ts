import { uploadMessage } from '../../attachments/problems.ts';
import type { ReceivedForm } from '../../attachments/receive-form.ts';
import type { AttachmentSlot } from '../../core/form/definition.ts';
import type { Deps } from '../../deps.ts';
import { keepFile } from './keep-file.ts';

interface Sent {
  caseId: string;
  sent: ReceivedForm;
  /** The slot whose own button was pressed: there a file is expected. */
  isAsked: AttachmentSlot | false;
}

/** Keeps files that came with the form of a correction; says of each slot that got none why, in Czech. */
export async function keepSentFiles(deps: Deps, { caseId, sent, isAsked }: Sent): Promise<Map<string, string>> {
  const errors = new Map<string, string>();
  for (const { slot, file } of sent.files) {
    const keeping = await keepFile(deps, { caseId, slot, file });
    if (keeping === 'tooMany') errors.set(slot.id, uploadMessage(keeping, slot));
  }
  for (const { slot, problem } of sent.problems) errors.set(slot.id, uploadMessage(problem, slot));
  const cameNothing = isAsked && errors.size === 0 && !sent.files.some(({ slot }) => slot.id === isAsked.id);
  if (cameNothing) errors.set(isAsked.id, uploadMessage('missing', isAsked));
  return errors;
}
