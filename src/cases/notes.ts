import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../core/actor.ts';
import { visibleTo } from '../core/case/permissions.ts';
import { type Refusal, refusal } from '../core/case/refusals.ts';
import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';

interface AddNote {
  caseId: string;
  actor: Actor;
  text: string;
  now: Temporal.Instant;
}

/** A note for the office. It changes nothing about the case, so nobody's form gets old by it. */
export async function addNote(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  { caseId, actor, text, now }: AddNote,
): Promise<{ ok: true } | { ok: false; refusal: Refusal }> {
  if (actor.kind !== 'officer') return { ok: false, refusal: refusal('notAllowed') };
  const id = randomUUIDv7();
  return db.$transaction(async tx => {
    const noted = await tx.case.findFirst({
      where: { AND: [{ id: caseId }, visibleTo(actor)] },
      select: { reference: true },
    });
    if (!noted) return { ok: false, refusal: refusal('notAllowed') };
    await tx.caseNote.create({
      data: {
        id,
        caseId,
        officerId: actor.officerId,
        text: vault.seal(text, context(id)),
        at: new Date(now.epochMilliseconds),
      },
    });
    const details = { reference: noted.reference, noteId: id };
    await recordAudit(tx, { actor, at: now, action: 'caseNoted', subject: `case/${caseId}`, details });
    return { ok: true };
  });
}

export function openNote(vault: Vault, id: string, sealed: Uint8Array): string {
  return vault.open(sealed, context(id));
}

function context(id: string): string {
  return `case_note/${id}/text`;
}
