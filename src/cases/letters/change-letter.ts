import { recordAudit } from '../../audit/record.ts';
import type { Actor } from '../../core/actor.ts';
import { letterStep, type LetterStep } from '../../core/letters/steps.ts';
import type { CaseLetter, Prisma } from '../../generated/prisma/client.ts';
import { lockCase } from '../case-store.ts';
import type { CommandDeps } from '../change-case.ts';
import { snapshotOf } from '../snapshot-of.ts';
import { type LetterContent, openLetter } from './content.ts';

export interface LetterCommand {
  caseId: string;
  letterId: string;
  /** The version of the letter on the page where it was decided. */
  expectedVersion: number;
  actor: Actor;
  now: Temporal.Instant;
}

/** `conflict`: the letter is no longer the one the form was made from; what it is now. */
export type LetterResult =
  { ok: true } | { ok: false; message: string } | { ok: false; conflict: LetterContent & { version: number } };

export interface Change {
  step: LetterStep;
  data?: Prisma.CaseLetterUncheckedUpdateInput;
  /** What goes into it that is known under the lock alone. */
  dataNow?: (tx: Prisma.TransactionClient) => Promise<Prisma.CaseLetterUncheckedUpdateInput>;
  /** In Czech, why not this letter; null when there is nothing against it. */
  refuse?: (tx: Prisma.TransactionClient, letter: CaseLetter) => Promise<string | null>;
  /** What goes along with it. */
  also?: (tx: Prisma.TransactionClient, letter: CaseLetter) => Promise<void>;
}

/** One step with a letter that is being prepared: lock, decide with the core, save, record. */
export async function changeLetter(
  deps: CommandDeps,
  { caseId, letterId, expectedVersion, actor, now }: LetterCommand,
  { step, data, dataNow, refuse, also }: Change,
): Promise<LetterResult> {
  const { agendaVersionId } = await deps.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { agendaVersionId: true },
  });
  const definition = await deps.definitions.of(agendaVersionId);
  return deps.db.$transaction(async tx => {
    // Every change of a case waits for this lock, so nothing of it or of its letters changes meanwhile.
    const stored = await lockCase(tx, caseId);
    const letter = await tx.caseLetter.findFirstOrThrow({ where: { id: letterId, caseId } });
    const next = letterStep(letter, step, snapshotOf(stored, definition), actor);
    if (letter.version !== expectedVersion && letter.state !== 'issued') {
      return { ok: false, conflict: { version: letter.version, ...openLetter(deps.vault, letterId, letter.content) } };
    }
    if (!next.ok) return next;
    const message = (await refuse?.(tx, letter)) ?? null;
    if (message !== null) return { ok: false, message };
    await tx.caseLetter.update({
      where: { id: letterId },
      data: {
        state: next.state,
        version: { increment: 1 },
        updatedAt: new Date(now.epochMilliseconds),
        ...data,
        ...(await dataNow?.(tx)),
      },
    });
    await also?.(tx, letter);
    const details = { reference: stored.reference, letterId, state: next.state };
    await recordAudit(tx, { actor, at: now, action: 'letterSaved', subject: `case/${caseId}`, details });
    return { ok: true };
  });
}
