import type { AppDeps } from '../deps.ts';
import { touchDraft } from './keep-attachment.ts';

interface Removal {
  draftId: string;
  attachmentId: string;
}

/** Takes a file away from a draft. One that is already gone needs no removing. */
export async function removeAttachment({ db, files, now }: AppDeps, { draftId, attachmentId }: Removal): Promise<void> {
  const storageKey = await db.$transaction(async tx => {
    const attachment = await tx.attachment.findFirst({ where: { id: attachmentId, draftId } });
    if (!attachment || !(await touchDraft(tx, { draftId, now: now() }))) return undefined;
    await tx.attachment.deleteMany({ where: { id: attachmentId, draftId } });
    return attachment.storageKey;
  });
  if (storageKey !== undefined) await files.remove(storageKey);
}
