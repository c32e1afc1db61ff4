import { prefill, type Known } from '../core/form/prefill.ts';
import { knownOf } from '../core/form/profile.ts';
import type { Deps } from '../deps.ts';
import { openEntries, sealEntries } from '../vault/draft-entries.ts';
import { openProfile } from '../vault/profile.ts';

export type ClaimDeps = Pick<Deps, 'db' | 'vault' | 'definitions'>;

interface Claim {
  drafts: string[];
  accountId: string;
}

/**
 * Drafts begun in this browser without an account become the person's own, and what the account knows is filled in where
 * they have left it blank. One that has an owner keeps it.
 */
export async function claimDrafts(deps: ClaimDeps, { drafts, accountId }: Claim): Promise<void> {
  const { db, vault } = deps;
  const claimed = await db.draft.updateManyAndReturn({
    where: { id: { in: drafts }, accountId: null },
    data: { accountId },
    select: { id: true, agendaVersionId: true, entries: true, prefilled: true, version: true },
  });
  if (claimed.length === 0) return;
  const { profile, ...account } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { name: true, email: true, phone: true, profile: true },
  });
  const known = knownOf(account, openProfile(vault, accountId, profile));
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
async function fillIn({ db, vault, definitions }: ClaimDeps, draft: Claimed, known: Known): Promise<void> {
  const { id, version, prefilled } = draft;
  const filled = prefill(await definitions.of(draft.agendaVersionId), known, openEntries(vault, id, draft.entries));
  if (filled.ids.length === 0) return;
  await db.draft.updateMany({
    where: { id, version, filedAt: null },
    data: {
      entries: sealEntries(vault, id, filled.entries),
      prefilled: [...prefilled, ...filled.ids],
      version: version + 1,
    },
  });
}
