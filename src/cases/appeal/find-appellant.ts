import { type Appellant, appellantOf } from '../../core/case/appellant.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { openEntries } from '../../vault/draft-entries.ts';
import type { FoundCase } from '../find-case.ts';
import { entriesAsCorrected } from '../supplement/open-supplement.ts';

/** Who filed the case, from what they typed in it. */
export async function findAppellant({ db, vault }: Pick<Deps, 'db' | 'vault'>, found: FoundCase): Promise<Appellant> {
  const { draft } = await db.case.findUniqueOrThrow({
    where: { id: found.id },
    select: { draft: { select: { id: true, entries: true } } },
  });
  const entries = entriesAsCorrected(found, openEntries(vault, draft.id, draft.entries));
  return appellantOf(found.agenda, entries, dayInPrague(Temporal.Instant.from(found.submission.filedAt)));
}
