import { attachmentName, sealAttachmentName } from '../../attachments/name.ts';
import type { ReceivedFile } from '../../attachments/receive.ts';
import type { Deps } from '../../deps.ts';
import type { Attachment, Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';

interface Kept {
  caseId: string;
  letterId: string;
  file: ReceivedFile;
  now: Temporal.Instant;
}

/** The file of a letter as its readers are shown it; none of a letter that has none. */
export interface ShownFile {
  id: string;
  name: string;
  size: number;
  /** In hexadecimal. */
  sha256: string;
}

export function shownFile(vault: Vault, file: StoredFile | undefined): ShownFile | null {
  if (!file) return null;
  const { id, size, sha256 } = file;
  return { id, name: attachmentName(vault, file), size, sha256: Buffer.from(sha256).toString('hex') };
}

type StoredFile = Pick<Attachment, 'id' | 'name' | 'size' | 'sha256'>;

/** Where files of letters are among the attachments of a case. */
const letterSlot = 'dopis';

/** Whether a signed file goes out instead of what is written. */
export async function hasFile(tx: Prisma.TransactionClient, letterId: string): Promise<boolean> {
  return (await tx.attachment.count({ where: { letterId } })) > 0;
}

/** Gives a stored file to its letter. */
export async function keepLetterFile(
  tx: Prisma.TransactionClient,
  { vault }: Pick<Deps, 'vault'>,
  { caseId, letterId, file: { id, name, ...content }, now }: Kept,
): Promise<void> {
  await tx.attachment.create({
    data: {
      ...{ id, caseId, letterId, ...content },
      slot: letterSlot,
      name: sealAttachmentName(vault, { id, name }),
      createdAt: new Date(now.epochMilliseconds),
    },
  });
}
