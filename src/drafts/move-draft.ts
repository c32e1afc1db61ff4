import { dayInPrague } from '../core/czech/format.ts';
import type { Definition } from '../core/form/definition.ts';
import { quoted } from '../core/form/describe-changes/quotes.ts';
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
  const { db, files, vault, definitions, now } = deps;
  const to = await definitions.of(newerVersionId);
  const today = dayInPrague(now());
  const { entries, dropped, sentences } = reconcile({ from: draft.definition, to, entries: draft.entries, today });
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
    const attachments = await tx.attachment.findMany({ where: { draftId: draft.id } });
    const homes = slotsOf(to).map(({ id }) => id);
    const homeless = attachments.filter(({ slot }) => !homes.includes(slot));
    await tx.attachment.deleteMany({ where: { id: { in: homeless.map(({ id }) => id) } } });
    const changes = [
      ...draft.changes,
      ...sentences,
      ...homeless.map(({ slot }) => goneSentence(draft.definition, slot)),
    ];
    await tx.draft.update({ where: { id: draft.id }, data: { changes: [...new Set(changes)] } });
    return homeless;
  });
  for (const { storageKey } of removed) await files.remove(storageKey);
}

/** Places for files there can be, whether they are asked for now or not. */
function slotsOf({ steps, attachments }: Definition): { id: string; label: string }[] {
  return [...steps.flatMap(step => step.fields).filter(({ type }) => type === 'file'), ...attachments];
}

/** Quotes the form and never the name of a file, which is the person's and is kept sealed. */
function goneSentence(from: Definition, slot: string): string {
  const label = slotsOf(from).find(({ id }) => id === slot)?.label ?? slot;
  return `Soubory ${quoted(label)} už nejsou potřeba, proto jsme je odebrali.`;
}
