import type { Deps } from '../deps.ts';
import { deleteOldTrials } from './delete-trials.ts';
import { sweepFiles } from './sweep-files.ts';

const batch = 100;
const unconfirmedAccountDays = 30;
const signInDays = 365;
const abandonedCorrectionDays = 30;
const unusedConfirmationDays = 1;

/**
 * Deletes what the portal has no reason to keep (GDPR art. 5(1)(e)): drafts past their time with their files, files that
 * were not filed with their draft or never got to one, corrections that were not sent in time, used up links, confirmations
 * that served nothing, accounts nobody confirmed, test drives of agendas, questions to Identita občana that nothing answers
 * any more. Answers how many of each.
 */
export async function cleanUp(
  deps: Pick<Deps, 'db' | 'files' | 'now'>,
): Promise<
  Record<'drafts' | 'attachments' | 'corrections' | 'files' | 'tokens' | 'accounts' | 'trials' | 'questions', number>
> {
  const { db, now } = deps;
  const today = new Date(now().epochMilliseconds);
  const drafts = await inBatches(() => deleteExpiredDrafts(deps, today));
  const trials = await inBatches(() => deleteOldTrials(deps, batch));
  const attachments = await inBatches(() => deleteUnfiledAttachments(deps));
  const corrections = await inBatches(() => deleteAbandonedCorrections(deps));
  const files = await sweepFiles(deps);
  const tokens = await db.accountToken.deleteMany({
    where: { OR: [{ expiresAt: { lt: today } }, { usedAt: { not: null } }] },
  });
  await db.emailChange.deleteMany({ where: { expiresAt: { lt: today } } });
  await db.signIn.deleteMany({
    where: { at: { lt: new Date(now().subtract({ hours: 24 * signInDays }).epochMilliseconds) } },
  });
  await db.authorisation.deleteMany({
    where: {
      usedAt: null,
      expiresAt: { lt: new Date(now().subtract({ hours: 24 * unusedConfirmationDays }).epochMilliseconds) },
    },
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
  const questions = await db.samlRequest.deleteMany({ where: { expiresAt: { lt: today } } });
  const counts = { tokens: tokens.count, accounts: accounts.count, questions: questions.count };
  return { drafts, attachments, corrections, files, trials, ...counts };
}

async function inBatches(deleteBatch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let deleted = batch; deleted === batch; total += deleted) deleted = await deleteBatch();
  return total;
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

/** An answer changed before filing can make a question for a file irrelevant: the file was not filed and nobody sees it. */
async function deleteUnfiledAttachments({ db, files }: Pick<Deps, 'db' | 'files'>): Promise<number> {
  const unfiled = await db.attachment.findMany({
    where: { caseId: null, draft: { filedAt: { not: null } } },
    select: { id: true, storageKey: true },
    take: batch,
  });
  for (const { storageKey } of unfiled) await files.remove(storageKey);
  await db.attachment.deleteMany({ where: { id: { in: unfiled.map(({ id }) => id) } } });
  return unfiled.length;
}

/** Begun and not sent, and the office has stopped waiting; for a while the applicant may still want to read what they typed. */
async function deleteAbandonedCorrections({ db, files, now }: Pick<Deps, 'db' | 'files' | 'now'>): Promise<number> {
  const before = new Date(now().subtract({ hours: 24 * abandonedCorrectionDays }).epochMilliseconds);
  const abandoned = await db.correctionDraft.findMany({
    where: { updatedAt: { lt: before }, case: { state: { not: 'awaitingApplicant' } } },
    select: { caseId: true, attachments: { select: { storageKey: true } } },
    take: batch,
  });
  // Files first, as with drafts.
  for (const { storageKey } of abandoned.flatMap(({ attachments }) => attachments)) await files.remove(storageKey);
  await db.correctionDraft.deleteMany({ where: { caseId: { in: abandoned.map(({ caseId }) => caseId) } } });
  return abandoned.length;
}
