import type { Deps } from '../deps.ts';

const batch = 100;
const unconfirmedAccountDays = 30;

/**
 * Deletes what the portal has no reason to keep (GDPR art. 5(1)(e)): drafts past their time with their files, used up
 * links, accounts nobody confirmed. Answers how many of each.
 */
export async function cleanUp(
  deps: Pick<Deps, 'db' | 'files' | 'now'>,
): Promise<{ drafts: number; tokens: number; accounts: number }> {
  const { db, now } = deps;
  const today = new Date(now().epochMilliseconds);
  let drafts = 0;
  for (let deleted = batch; deleted === batch; drafts += deleted) deleted = await deleteExpiredDrafts(deps, today);
  const tokens = await db.accountToken.deleteMany({
    where: { OR: [{ expiresAt: { lt: today } }, { usedAt: { not: null } }] },
  });
  const accounts = await db.account.deleteMany({
    where: {
      confirmedAt: null,
      createdAt: { lt: new Date(now().subtract({ hours: 24 * unconfirmedAccountDays }).epochMilliseconds) },
      officer: null,
      drafts: { none: {} },
      cases: { none: {} },
    },
  });
  return { drafts, tokens: tokens.count, accounts: accounts.count };
}

/**
 * The rows are locked, so a draft that is being filed right now is left to its filing. Files go first: should the
 * transaction fail then, the next night finds the rows again, whereas files without rows nobody would ever find.
 */
async function deleteExpiredDrafts({ db, files }: Pick<Deps, 'db' | 'files'>, today: Date): Promise<number> {
  return db.$transaction(
    async tx => {
      const expired = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM draft WHERE expires_at < ${today} AND filed_at IS NULL
        ORDER BY expires_at LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
      const ids = expired.map(draft => draft.id);
      const attachments = await tx.attachment.findMany({
        where: { draftId: { in: ids } },
        select: { storageKey: true },
      });
      for (const { storageKey } of attachments) await files.remove(storageKey);
      const { count } = await tx.draft.deleteMany({ where: { id: { in: ids } } });
      return count;
    },
    { timeout: 120_000 },
  );
}
