import type { Deps } from '../deps.ts';

const daysKept = 30;

/**
 * Deletes what was filed on trial and has served, and snapshots of sketches that nothing was filled in of. The database
 * refuses the same for filings. Answers how many trials there were, at most `limit`.
 */
export async function deleteOldTrials(
  { db, files, now }: Pick<Deps, 'db' | 'files' | 'now'>,
  limit: number,
): Promise<number> {
  const before = new Date(now().subtract({ hours: 24 * daysKept }).epochMilliseconds);
  return db.$transaction(
    async tx => {
      const old = await tx.case.findMany({
        where: { trial: true, filedAt: { lt: before } },
        select: { id: true, draftId: true, attachments: { select: { storageKey: true } } },
        take: limit,
      });
      // Files first, as with drafts: a row without its file is found again, a file without a row is not.
      for (const { storageKey } of old.flatMap(({ attachments }) => attachments)) await files.remove(storageKey);
      const caseId = { in: old.map(({ id }) => id) };
      await tx.attachment.deleteMany({ where: { caseId } });
      await tx.caseNote.deleteMany({ where: { caseId } });
      await tx.caseEvent.deleteMany({ where: { caseId } });
      await tx.submission.deleteMany({ where: { caseId } });
      await tx.authorisation.deleteMany({ where: { caseId } });
      await tx.case.deleteMany({ where: { id: caseId } });
      await tx.draft.deleteMany({ where: { id: { in: old.map(({ draftId }) => draftId) } } });
      await tx.agendaVersion.deleteMany({
        where: { status: 'trial', createdAt: { lt: before }, drafts: { none: {} }, cases: { none: {} } },
      });
      return old.length;
    },
    { timeout: 120_000 },
  );
}
