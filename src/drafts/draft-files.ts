import { attachmentName } from '../attachments/name.ts';
import type { AppDeps } from '../deps.ts';

export interface DraftFile {
  id: string;
  slot: string;
  name: string;
  size: number;
}

/** The files of a draft in the order in which they were added. */
export async function draftFiles({ db, vault }: AppDeps, draftId: string): Promise<DraftFile[]> {
  const rows = await db.attachment.findMany({
    where: { draftId },
    select: { id: true, slot: true, name: true, size: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(row => ({ ...row, name: attachmentName(vault, row) }));
}
