import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { touchDraft } from './keep-attachment.ts';

const uuid = z.uuid();

interface Removal {
  draftId: string;
  attachmentId: string;
}

/** Takes a file away from a draft and says which. One that is already gone, or was never there, needs no removing. */
export async function removeAttachment(
  { db, files, now }: AppDeps,
  { draftId, attachmentId }: Removal,
): Promise<{ slot: string } | undefined> {
  // A button's value may be anything; what is no id never reaches the database.
  if (!uuid.safeParse(attachmentId).success) return undefined;
  const removed = await db.$transaction(async tx => {
    const attachment = await tx.attachment.findFirst({ where: { id: attachmentId, draftId } });
    if (!attachment || !(await touchDraft(tx, { draftId, now: now() }))) return undefined;
    await tx.attachment.deleteMany({ where: { id: attachmentId, draftId } });
    return attachment;
  });
  if (removed) await files.remove(removed.storageKey);
  return removed;
}
