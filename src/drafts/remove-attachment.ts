import type { AppDeps } from '../deps.ts';
import { touchDraft } from './keep-attachment.ts';

interface Removal {
  draftId: string;
  attachmentId: string;
}

/** Takes a file away from a draft and says which. One that is already gone needs no removing. */
export async function removeAttachment(
  { db, files, now }: AppDeps,
  { draftId, attachmentId }: Removal,
): Promise<{ slot: string } | undefined> {
  const removed = await db.$transaction(async tx => {
    const attachment = await tx.attachment.findFirst({ where: { id: attachmentId, draftId } });
    if (!attachment || !(await touchDraft(tx, { draftId, now: now() }))) return undefined;
    await tx.attachment.deleteMany({ where: { id: attachmentId, draftId } });
    return attachment;
  });
  if (removed) await files.remove(removed.storageKey);
  return removed;
}
