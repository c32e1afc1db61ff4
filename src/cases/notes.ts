import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../core/actor.ts';
import { workableBy } from '../core/case/permissions.ts';
import { type Refusal, refusal } from '../core/case/refusals.ts';
import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';
import { findMentioned, mention } from './mention.ts';

interface AddNote {
  caseId: string;
  actor: Actor;
  text: string;
  /** Id of a colleague it is meant for. */
  mentionedId?: string | undefined;
  now: Temporal.Instant;
}

/** A note for the office. It changes nothing about the case, so nobody's form gets old by it. */
export async function addNote(
  deps: Pick<Deps, 'config' | 'db' | 'boss' | 'vault'>,
  { caseId, actor, text, mentionedId, now }: AddNote,
): Promise<{ ok: true } | { ok: false; refusal: Refusal }> {
  if (actor.kind !== 'officer') return { ok: false, refusal: refusal('notAllowed') };
  const { db, vault } = deps;
  const id = randomUUIDv7();
  return db.$transaction(async tx => {
    const noted = await tx.case.findFirst({
      where: { AND: [{ id: caseId }, workableBy(actor)] },
      select: { reference: true, agendaVersion: { select: { title: true } } },
    });
    if (!noted) return { ok: false, refusal: refusal('notAllowed') };
    const to = mentionedId === undefined ? null : await findMentioned(tx, { officerId: mentionedId, caseId });
    if (mentionedId !== undefined && !to) return { ok: false, refusal: refusal('mentionedElsewhere') };
    await tx.caseNote.create({
      data: {
        id,
        caseId,
        officerId: actor.officerId,
        text: vault.seal(text, context(id)),
        at: new Date(now.epochMilliseconds),
      },
    });
    const { reference, agendaVersion } = noted;
    if (to) {
      const about = { caseId, reference, agenda: agendaVersion.title, author: actor.name };
      await mention(tx, deps, { noteId: id, to, about });
    }
    const details = { reference, noteId: id };
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
