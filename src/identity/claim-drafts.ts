import { prefill } from '../core/form/prefill.ts';
import type { Deps } from '../deps.ts';
import { openEntries, sealEntries } from '../vault/draft-entries.ts';
import { findKnown } from '../vault/known-person.ts';

export type ClaimDeps = Pick<Deps, 'db' | 'vault' | 'definitions' | 'now'>;

interface Claim {
  drafts: string[];
  accountId: string;
}

/**
 * Drafts begun in this browser without an account become the person's own, and what the account knows is filled in where
 * they have left it blank. One that has an owner keeps it.
 */
export async function claimDrafts(deps: ClaimDeps, { drafts, accountId }: Claim): Promise<void> {
  const { db } = deps;
  const claimed = await db.draft.updateManyAndReturn({
    where: { id: { in: drafts }, accountId: null },
    data: { accountId },
    select: { id: true, agendaVersionId: true, entries: true, prefilled: true, version: true },
  });
  if (claimed.length === 0) return;
  const known = await findKnown(deps, { accountId });
  for (const draft of claimed) await fillIn(deps, draft, known);
}

interface Claimed {
  id: string;
  agendaVersionId: string;
  entries: Uint8Array;
  prefilled: string[];
  version: number;
}

/** Not when the draft is being saved in another window just now, or is filed: then it stays as the person has it. */
async function fillIn(
  { db, vault, definitions }: ClaimDeps,
  draft: Claimed,
  { known, from }: Awaited<ReturnType<typeof findKnown>>,
): Promise<void> {
  const { id, version, prefilled } = draft;
  const filled = prefill(
    await definitions.of(draft.agendaVersionId),
    known,
    openEntries(vault, id, draft.entries),
    from,
  );
  if (filled.ids.length === 0) return;
  await db.draft.updateMany({
    where: { id, version, filedAt: null },
    data: {
      entries: sealEntries(vault, id, filled.entries),
      prefilled: [...prefilled, ...filled.ids],
      // A guest's draft was filled in with nothing before.
      prefilledFrom: filled.from,
      version: version + 1,
    },
  });
}
