import { uploadView as viewOfUpload, type UploadView } from '../attachments/upload-view.ts';
import type { AttachmentSlot, FieldOf, Step } from '../core/form/definition.ts';
import type { AppDeps } from '../deps.ts';
import { draftFiles, type DraftFile } from './draft-files.ts';
import { draftPath } from './draft.ts';
import { attachmentsStop } from './journey.ts';

/** Questions of a step that are answered by files. */
export function fileFields({ fields }: Step): FieldOf<'file'>[] {
  return fields.filter(field => field.type === 'file');
}

/** The files of a draft, where a page of it needs to know; most steps ask for none, and then nothing is read. */
export async function stepFiles(
  deps: AppDeps,
  { draftId, step }: { draftId: string; step: Step },
): Promise<DraftFile[]> {
  return fileFields(step).length === 0 ? [] : draftFiles(deps, draftId);
}

/** The place for a question's or an attachment's files of a draft. */
export function uploadView(draft: { id: string }, slot: AttachmentSlot, files: readonly DraftFile[]): UploadView {
  const own = files.filter(file => file.slot === slot.id);
  return viewOfUpload(slot, own, {
    action: draftPath(draft, `${attachmentsStop}/${slot.id}`),
    hrefOf: id => draftPath(draft, `${attachmentsStop}/${id}/soubor`),
    removeActionOf: id => draftPath(draft, `${attachmentsStop}/${id}/smazat`),
  });
}
