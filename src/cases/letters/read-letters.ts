import type { LetterKind, LetterState } from '../../core/letters/steps.ts';
import type { Deps } from '../../deps.ts';
import { openLetter } from './content.ts';
import { type ShownFile, shownFile } from './letter-file.ts';

export interface ListedLetter {
  id: string;
  kind: LetterKind;
  state: LetterState;
  title: string;
  issuedAt: Temporal.Instant | null;
  /** What it was issued as; a letter in preparation may have a signed file. */
  file: ShownFile | null;
}

/** The letters of a case in the order they were begun. That its reader may see the case, the caller has found out. */
export async function readLetters(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  { caseId, onlyIssued = false }: { caseId: string; onlyIssued?: boolean },
): Promise<ListedLetter[]> {
  const rows = await db.caseLetter.findMany({
    where: { caseId, ...(onlyIssued && { state: 'issued' }) },
    select: {
      id: true,
      kind: true,
      state: true,
      content: true,
      issuedAt: true,
      attachments: { select: { id: true, name: true, size: true, sha256: true } },
    },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, kind, state, content, issuedAt, attachments: [file] }) => ({
    ...{ id, kind, state },
    title: openLetter(vault, id, content).title,
    issuedAt: issuedAt?.toTemporalInstant() ?? null,
    file: shownFile(vault, file),
  }));
}
