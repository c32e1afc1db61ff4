import { acceptedTypes, formatNames } from '../attachments/formats.ts';
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

/** What a page shows of the place for a question's or an attachment's files. */
export interface UploadView {
  limits: string;
  accept: string;
  isFull: boolean;
  /** Where a file alone is sent. */
  action: string;
  files: { id: string; name: string; size: number; href: string; removeAction: string }[];
}

export function uploadView(draft: { id: string }, slot: AttachmentSlot, files: readonly DraftFile[]): UploadView {
  const own = files.filter(file => file.slot === slot.id);
  return {
    limits: limitsOf(slot),
    accept: acceptedTypes(slot.formats),
    isFull: own.length >= slot.maxFiles,
    action: draftPath(draft, `${attachmentsStop}/${slot.id}`),
    files: own.map(({ id, name, size }) => ({
      id,
      name,
      size,
      href: draftPath(draft, `${attachmentsStop}/${id}/soubor`),
      removeAction: draftPath(draft, `${attachmentsStop}/${id}/smazat`),
    })),
  };
}

function limitsOf({ formats, maxMegabytes, maxFiles }: AttachmentSlot): string {
  const size = `${formatNames(formats)}, nejvýš ${maxMegabytes}\u00a0MB.`;
  if (maxFiles === 1) return size;
  return `${size} Můžete jich přidat až ${maxFiles}, jeden po druhém.`;
}
