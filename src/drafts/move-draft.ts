import { attachmentName } from '../attachments/name.ts';
import { dayInPrague } from '../core/czech/format.ts';
import type { Definition } from '../core/form/definition.ts';
import { reconcile } from '../core/form/reconcile.ts';
import type { Attachment } from '../generated/prisma/client.ts';
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
    const homeless = attachments.filter(({ slot }) => !slotIds(to).includes(slot));
    await tx.attachment.deleteMany({ where: { id: { in: homeless.map(({ id }) => id) } } });
    const changes = [...draft.changes, ...sentences, ...homeless.map(file => goneSentence(deps, file))];
    await tx.draft.update({ where: { id: draft.id }, data: { changes: [...new Set(changes)] } });
    return homeless;
  });
  for (const { storageKey } of removed) await files.remove(storageKey);
}

/** Places for files there can be, whether they are asked for now or not. */
function slotIds({ steps, attachments }: Definition): string[] {
  const fields = steps.flatMap(step => step.fields).filter(({ type }) => type === 'file');
  return [...fields, ...attachments].map(({ id }) => id);
}

function goneSentence({ vault }: AppDeps, file: Attachment): string {
  return `Soubor „${attachmentName(vault, file)}“ už není potřeba, proto jsme ho odebrali.`;
}
