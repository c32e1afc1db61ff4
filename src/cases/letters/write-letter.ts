import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../../audit/record.ts';
import type { Actor } from '../../core/actor.ts';
import { type LetterKind, letterStep } from '../../core/letters/steps.ts';
import { lockCase } from '../case-store.ts';
import type { CommandDeps } from '../change-case.ts';
import { snapshotOf } from '../snapshot-of.ts';
import { type Change, changeLetter, type LetterCommand, type LetterResult } from './change-letter.ts';
import { type LetterContent, openLetter, sealLetter, sealReturned } from './content.ts';
import { gapsMessage } from './gaps-message.ts';
import { hasFile } from './letter-file.ts';
import { roundOf } from './round.ts';

interface NewLetter extends LetterContent {
  caseId: string;
  kind: LetterKind;
  actor: Actor;
  now: Temporal.Instant;
}

/** Begins a letter in a case; gives its id. */
export async function writeLetter(
  deps: CommandDeps,
  { caseId, kind, title, text, actor, now }: NewLetter,
): Promise<{ ok: true; id: string } | { ok: false; message: string }> {
  if (actor.kind !== 'officer') throw new Error('only an officer writes letters');
  const { agendaVersionId } = await deps.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { agendaVersionId: true },
  });
  const definition = await deps.definitions.of(agendaVersionId);
  const id = randomUUIDv7();
  const { officerId: authorId } = actor;
  return deps.db.$transaction(async tx => {
    const stored = await lockCase(tx, caseId);
    const allowed = letterStep({ kind, state: 'draft', authorId }, 'edit', snapshotOf(stored, definition), actor);
    if (!allowed.ok) return allowed;
    const content = sealLetter(deps.vault, id, { title, text });
    await tx.caseLetter.create({
      data: { id, caseId, kind, content, authorId, updatedAt: new Date(now.epochMilliseconds) },
    });
    const details = { reference: stored.reference, letterId: id, state: 'draft' };
    await recordAudit(tx, { actor, at: now, action: 'letterSaved', subject: `case/${caseId}`, details });
    return { ok: true, id };
  });
}

/** What was approved is approved no more. */
export function editLetter(
  deps: CommandDeps,
  command: LetterCommand & LetterContent & { kind: LetterKind },
): Promise<LetterResult> {
  const { letterId, title, text, kind } = command;
  const content = sealLetter(deps.vault, letterId, { title, text });
  return changeLetter(deps, command, { step: 'edit', data: { content, kind, approverId: null } });
}

export function askApproval(deps: CommandDeps, command: LetterCommand): Promise<LetterResult> {
  const refuse: Change['refuse'] = async (tx, { id, content }) =>
    (await hasFile(tx, id)) ? null : gapsMessage(openLetter(deps.vault, id, content));
  return changeLetter(deps, command, { step: 'askApproval', data: { returned: null }, refuse });
}

export function approveLetter(deps: CommandDeps, command: LetterCommand): Promise<LetterResult> {
  const { actor } = command;
  const approverId = actor.kind === 'officer' ? actor.officerId : null;
  // Approved is what is decided now: an appeal that returns the case returns this, too.
  const dataNow: Change['dataNow'] = async tx => ({ round: await roundOf(tx, deps, command.caseId) });
  return changeLetter(deps, command, { step: 'approve', data: { approverId }, dataNow });
}

export function returnLetter(deps: CommandDeps, command: LetterCommand & { reason: string }): Promise<LetterResult> {
  const returned = sealReturned(deps.vault, command.letterId, command.reason);
  return changeLetter(deps, command, { step: 'return', data: { returned, approverId: null } });
}
