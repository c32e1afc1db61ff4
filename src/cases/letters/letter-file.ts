import { sealAttachmentName } from '../../attachments/name.ts';
import type { ReceivedFile } from '../../attachments/receive.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

interface Kept {
  caseId: string;
  letterId: string;
  file: ReceivedFile;
  now: Temporal.Instant;
}

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
