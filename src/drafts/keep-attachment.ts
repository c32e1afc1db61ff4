import { sealAttachmentName } from '../attachments/name.ts';
import type { ReceivedFile } from '../attachments/receive.ts';
import type { AttachmentSlot } from '../core/form/definition.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { AppDeps } from '../deps.ts';
import { expiryFrom } from './draft.ts';

interface Keep {
  draftId: string;
  slot: AttachmentSlot;
  file: ReceivedFile;
}

/** `again`: the very same file is there already, so nothing was added. `gone`: the draft was filed or deleted meanwhile. */
export type Keeping = 'kept' | 'again' | 'tooMany' | 'gone';

/** Without the file's name: what waits in a session is not sealed. */
export const uploadedNotice = 'Soubor je nahraný.';

/** Gives a received file to the draft, or removes it from the store. */
export async function keepAttachment(deps: AppDeps, keep: Keep): Promise<Keeping> {
  const { db, files } = deps;
  const remove = (): Promise<void> => files.remove(keep.file.storageKey);
  try {
    const keeping = await db.$transaction(tx => insert(deps, tx, keep));
    if (keeping !== 'kept') await remove();
    return keeping;
  } catch (error) {
    await remove();
    throw error;
  }
}

async function insert({ vault, now }: AppDeps, tx: Prisma.TransactionClient, keep: Keep): Promise<Keeping> {
  const { draftId, slot, file } = keep;
  if (!(await touchDraft(tx, { draftId, now: now() }))) return 'gone';
  const present = await tx.attachment.findMany({ where: { draftId, slot: slot.id }, select: { sha256: true } });
  if (present.some(({ sha256 }) => Buffer.compare(sha256, file.sha256) === 0)) return 'again';
  if (present.length >= slot.maxFiles) return 'tooMany';
  const { id, format, size, sha256, storageKey } = file;
  await tx.attachment.create({
    data: {
      id,
      draftId,
      slot: slot.id,
      name: sealAttachmentName(vault, file),
      format,
      size,
      sha256,
      storageKey,
      createdAt: new Date(now().epochMilliseconds),
    },
  });
  return 'kept';
}

/**
 * Marks the draft as changed and holds its row, so that neither another upload nor a filing comes in between; false
 * when it is no longer open. A summary shown before this cannot be filed.
 */
export async function touchDraft(
  tx: Prisma.TransactionClient,
  { draftId, now }: { draftId: string; now: Temporal.Instant },
): Promise<boolean> {
  const { count } = await tx.draft.updateMany({
    where: { id: draftId, filedAt: null },
    data: { version: { increment: 1 }, updatedAt: new Date(now.epochMilliseconds), expiresAt: expiryFrom(now) },
  });
  return count === 1;
}
