import { takeIn } from '../../attachments/intake.ts';
import type { ReceivedFile } from '../../attachments/receive.ts';
import { safeFileName } from '../../attachments/file-name.ts';
import { refusal } from '../../core/case/refusals.ts';
import type { AttachmentSlot } from '../../core/form/definition.ts';
import { letterStep } from '../../core/letters/steps.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Vault } from '../../vault/vault.ts';
import { changeCase, type CommandDeps, Refused } from '../change-case.ts';
import { snapshotColumns, snapshotOf } from '../snapshot-of.ts';
import type { LetterCommand, LetterResult } from './change-letter.ts';
import { openLetter } from './content.ts';
import { gapsMessage } from './gaps-message.ts';
import { keepLetterFile } from './letter-file.ts';
import { printLetter } from './print-letter.ts';
import { roundOf } from './round.ts';

/**
 * A letter goes out to the applicant as a PDF: the signed one it has, or one made of its text. Letter, file, event, audit
 * record and mail are one transaction; from then on none of it changes.
 */
export async function issueLetter(
  deps: CommandDeps & Pick<Deps, 'files'>,
  command: LetterCommand,
): Promise<LetterResult> {
  const { caseId, letterId, expectedVersion, actor, now } = command;
  const letter = await deps.db.caseLetter.findFirstOrThrow({
    where: { id: letterId, caseId },
    include: { attachments: true, case: { select: { ...snapshotColumns, agendaVersionId: true } } },
  });
  const definition = await deps.definitions.of(letter.case.agendaVersionId);
  const next = letterStep(letter, 'issue', snapshotOf(letter.case, definition), actor);
  const { title, text } = openLetter(deps.vault, letterId, letter.content);
  if (letter.version !== expectedVersion && letter.state !== 'issued') return conflictOf(deps, command);
  if (!next.ok) return next;
  const [signed] = letter.attachments;
  const gaps = signed ? null : gapsMessage({ text });
  if (gaps !== null) return { ok: false, message: gaps };
  const printed = signed ? null : await storePrinted(deps, command);
  const hash = new Uint8Array((signed ?? printed)?.sha256 ?? []);
  const { kind } = letter;
  const action = { type: 'issueLetter' as const, letterId, kind, title, sha256: Buffer.from(hash).toString('hex') };
  const remove = async (): Promise<void> => {
    if (printed) await deps.files.remove(printed.storageKey);
  };
  try {
    // The version of the letter decides, not that of the case: what happened in it meanwhile does not change what was written.
    const change = { caseId, expectedVersion: null, actor, now };
    const result = await changeCase(deps, change, action, async tx => {
      const round = await roundOf(tx, deps, caseId);
      if (kind === 'decision' && (await isDecided(tx, { caseId, round })))
        throw new Refused(refusal('decisionIssuedTwice'));
      if (printed) await keepLetterFile(tx, deps, { caseId, letterId, file: printed, now });
      const { count } = await tx.caseLetter.updateMany({
        where: { id: letterId, version: expectedVersion, state: letter.state },
        data: {
          state: next.state,
          round,
          version: { increment: 1 },
          issuedAt: new Date(now.epochMilliseconds),
          updatedAt: new Date(now.epochMilliseconds),
          pdfHash: hash,
        },
      });
      if (count === 0) throw new ChangedMeanwhile();
    });
    if (result.ok) return { ok: true };
    await remove();
    if ('conflict' in result) throw new Error('no version of the case was expected');
    return { ok: false, message: result.refusal.message };
  } catch (error) {
    await remove();
    if (error instanceof ChangedMeanwhile) return conflictOf(deps, command);
    throw error;
  }
}

/** Whether the office may decide by a decision that was written: it was approved or has gone out since the case was last returned. */
export async function hasWrittenDecision(tx: Prisma.TransactionClient, vault: Vault, caseId: string): Promise<boolean> {
  const round = await roundOf(tx, { vault }, caseId);
  const where = { caseId, kind: 'decision' as const, state: { in: ['approved' as const, 'issued' as const] }, round };
  return (await tx.caseLetter.count({ where })) > 0;
}

class ChangedMeanwhile extends Error {}

async function isDecided(tx: Prisma.TransactionClient, where: { caseId: string; round: number }): Promise<boolean> {
  return (await tx.caseLetter.count({ where: { ...where, kind: 'decision', state: 'issued' } })) > 0;
}

async function conflictOf(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  { letterId }: LetterCommand,
): Promise<LetterResult> {
  const { version, content } = await db.caseLetter.findUniqueOrThrow({
    where: { id: letterId },
    select: { version: true, content: true },
  });
  return { ok: false, conflict: { version, ...openLetter(vault, letterId, content) } };
}

const pdfSlot: AttachmentSlot = {
  id: 'dopis',
  label: '',
  required: false,
  formats: ['pdf'],
  maxMegabytes: 20,
  maxFiles: 1,
};

async function storePrinted(
  deps: Pick<Deps, 'db' | 'vault' | 'files'>,
  { letterId, actor, now }: LetterCommand,
): Promise<ReceivedFile> {
  const { pdf, name } = await printLetter(deps, { letterId, actor, now });
  const stored = await takeIn(deps, { content: inOne(pdf), slot: pdfSlot });
  return { ...stored, name: safeFileName(name, 'pdf') };
}

async function* inOne(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
