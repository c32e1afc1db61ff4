import { dayInPrague } from '../core/czech/format.ts';
import { reconcile } from '../core/form/reconcile.ts';
import type { AppDeps } from '../deps.ts';
import { sealEntries } from '../vault/draft-entries.ts';
import type { OpenDraft } from './draft.ts';

/**
 * Moves a draft to a newer version of its agenda and keeps for the person what that changed. Its version grows, so a
 * summary shown before is not filed. Does nothing when somebody else has moved, changed or filed the draft meanwhile:
 * whoever asked reads it again.
 */
export async function moveDraft(deps: AppDeps, draft: OpenDraft, newerVersionId: string): Promise<void> {
  const { db, vault, definitions, now } = deps;
  const to = await definitions.of(newerVersionId);
  const today = dayInPrague(now());
  // Whoever adds or removes a file changes the version of the draft, so these are its files as long as that holds.
  const files = await db.attachment.findMany({ where: { draftId: draft.id }, select: { slot: true } });
  const attached = files.map(({ slot }) => slot);
  const reconciled = reconcile({ from: draft.definition, to, entries: draft.entries, attached, today });
  const { entries, dropped, droppedFiles, sentences } = reconciled;
  const removed = await db.$transaction(async tx => {
    // The row is the gate: of two requests at once only one gets through.
    const { count } = await tx.draft.updateMany({
      where: { id: draft.id, version: draft.version, agendaVersionId: draft.agendaVersionId, filedAt: null },
      data: {
        agendaVersionId: newerVersionId,
        entries: sealEntries(vault, draft.id, entries),
        visited: draft.visited.filter(id => to.steps.some(step => step.id === id)),
        prefilled: draft.prefilled.filter(id => !dropped.includes(id)),
        version: draft.version + 1,
      },
    });
    if (count === 0) return [];
    const homeless = await tx.attachment.findMany({ where: { draftId: draft.id, slot: { in: droppedFiles } } });
    await tx.attachment.deleteMany({ where: { id: { in: homeless.map(({ id }) => id) } } });
    const changes = [...draft.changes, ...sentences];
    await tx.draft.update({ where: { id: draft.id }, data: { changes: [...new Set(changes)] } });
    return homeless;
  });
  for (const { storageKey } of removed) await deps.files.remove(storageKey);
}
