import type { Request } from 'express';
import { type LetterContent, openLetter, openReturned, type ShownFile, shownFile } from '../cases/commands.ts';
import type { Letter } from '../core/letters/steps.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../web/errors.ts';
import { idParam } from '../web/input.ts';

export interface FoundLetter extends Letter, LetterContent {
  id: string;
  version: number;
  author: string;
  approver: string | null;
  /** Why the head gave it back. */
  returned: string | null;
  issuedAt: Temporal.Instant | null;
  file: ShownFile | null;
}

/** The letter the path names, of a case the officer sees. */
export async function findLetter(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  req: Request,
  caseId: string,
): Promise<FoundLetter> {
  const name = { select: { account: { select: { name: true } } } };
  const found = await db.caseLetter.findFirst({
    where: { id: idParam(req, 'letter'), caseId },
    include: { author: name, approver: name, attachments: true },
  });
  if (!found) throw new NotFound();
  const { id, kind, state, authorId, version, returned, issuedAt } = found;
  const [file] = found.attachments;
  return {
    ...{ id, kind, state, authorId, version },
    ...openLetter(vault, id, found.content),
    author: found.author.account.name,
    approver: found.approver?.account.name ?? null,
    returned: returned && openReturned(vault, id, returned),
    issuedAt: issuedAt?.toTemporalInstant() ?? null,
    file: shownFile(vault, file),
  };
}
