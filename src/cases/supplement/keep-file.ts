import { z } from 'zod';
import { sealAttachmentName } from '../../attachments/name.ts';
import type { ReceivedFile } from '../../attachments/receive.ts';
import type { AttachmentSlot } from '../../core/form/definition.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { touchTyped } from './typed.ts';

interface Keep {
  caseId: string;
  slot: AttachmentSlot;
  file: ReceivedFile;
}

/** `again`: the very same file is there already, so nothing was added. */
export type Keeping = 'kept' | 'again' | 'tooMany';

/** Gives a received file to the correction that is being prepared, or removes it from the store. */
export async function keepFile(deps: Deps, keep: Keep): Promise<Keeping> {
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

const uuid = z.uuid();

/** Takes a file away again and says of which slot. One that is already gone, or was never there, needs no removing. */
export async function removeFile(
  deps: Deps,
  { caseId, attachmentId }: { caseId: string; attachmentId: string },
): Promise<{ slot: string } | undefined> {
  // A button's value may be anything; what is no id never reaches the database.
  if (!uuid.safeParse(attachmentId).success) return undefined;
  const where = { id: attachmentId, correctionDraftId: caseId };
  const removed = await deps.db.$transaction(async tx => {
    const attachment = await tx.attachment.findFirst({ where });
    if (!attachment) return undefined;
    await touchTyped(tx, deps, caseId);
    await tx.attachment.deleteMany({ where });
    return attachment;
  });
  if (removed) await deps.files.remove(removed.storageKey);
  return removed;
}

async function insert(deps: Deps, tx: Prisma.TransactionClient, { caseId, slot, file }: Keep): Promise<Keeping> {
  await touchTyped(tx, deps, caseId);
  const where = { correctionDraftId: caseId, slot: slot.id };
  const present = await tx.attachment.findMany({ where, select: { sha256: true } });
  if (present.some(({ sha256 }) => Buffer.compare(sha256, file.sha256) === 0)) return 'again';
  if (present.length >= slot.maxFiles) return 'tooMany';
  const { id, format, size, sha256, storageKey } = file;
  const name = sealAttachmentName(deps.vault, file);
  await tx.attachment.create({
    data: { ...where, id, name, format, size, sha256, storageKey, createdAt: new Date(deps.now().epochMilliseconds) },
  });
  return 'kept';
}
