import type { AppDeps } from '../deps.ts';
import { touchDraft } from './keep-attachment.ts';

/**
 * Deletes a draft with its files; false when it has been filed meanwhile. Files go first: should the transaction fail
 * then, the draft can be deleted again, whereas files without rows nobody would ever find.
 */
export async function deleteDraft({ db, files, now }: AppDeps, draftId: string): Promise<boolean> {
  return db.$transaction(async tx => {
    if (!(await touchDraft(tx, { draftId, now: now() }))) return false;
    const attachments = await tx.attachment.findMany({ where: { draftId }, select: { storageKey: true } });
    for (const { storageKey } of attachments) await files.remove(storageKey);
    await tx.draft.delete({ where: { id: draftId } });
    return true;
  });
}
