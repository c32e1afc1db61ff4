import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '../../core/actor.ts';
import { canonicalJson } from '../../core/case/canonical.ts';
import { changedAnswers } from '../../core/case/correct.ts';
import type { Evaluation } from '../../core/form/evaluate.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { changeCase, type CommandDeps, type CommandResult } from '../change-case.ts';
import type { FiledAttachment } from '../submission.ts';
import { type CorrectionContent, sealCorrection } from './correction.ts';
import { indexCorrection } from './index-correction.ts';
import type { OpenSupplement, SupplementFile } from './open-supplement.ts';

interface Send {
  open: OpenSupplement;
  actor: Actor;
  now: Temporal.Instant;
}

/** `changed`: the call, or what was prepared, is no longer what the person saw. */
export type Sending = CommandResult | { ok: false; reason: 'changed' };

/**
 * Freezes what was mended and gives it to the case, in one transaction with the event, audit record and mail; once, as
 * only a case that waits for it can be mended. The filing itself is not touched.
 */
export async function sendCorrection(deps: CommandDeps, { open, actor, now }: Send): Promise<Sending> {
  const id = randomUUIDv7();
  const content = correctionContent(open, now);
  const { content: sealed, hash } = sealCorrection(deps.vault, id, content);
  const caseId = open.found.id;
  const action = { type: 'supplement' as const, correctionId: id, sha256: Buffer.from(hash).toString('hex') };
  try {
    return await changeCase(deps, { caseId, expectedVersion: null, actor, now }, action, async tx => {
      await assertSameRequest(tx, open);
      const at = new Date(content.sentAt);
      await tx.caseCorrection.create({ data: { id, caseId, content: sealed, contentHash: hash, at } });
      await indexCorrection(tx, deps.vault, { caseId, answers: content.answers });
      await hand(tx, { caseId, correctionId: id, ids: content.attachments.map(file => file.id) });
    });
  } catch (error) {
    if (error instanceof Stale) return { ok: false, reason: 'changed' };
    throw error;
  }
}

/** What would be sent now. */
export function correctionContent(open: OpenSupplement, now: Temporal.Instant): CorrectionContent {
  const { found, request, correction } = open;
  const { reference, agenda, title, applicant } = found.submission;
  return {
    format: 1,
    reference,
    number: found.corrections.length + 1,
    // Stored to milliseconds; what is hashed and what is read back has to be the same.
    sentAt: now.toString({ smallestUnit: 'millisecond' }),
    agenda,
    title,
    applicant,
    submission: found.hash,
    items: request.items,
    answers: changedAnswers(found.agenda, correction),
    ...feeChange(correction),
    attachments: filesToSend(open),
  };
}

function feeChange({ before: { fee: before }, after: { fee: after } }: Record<'before' | 'after', Evaluation>) {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return {};
  return { fee: { ...(before && { before }), ...(after && { after }) } };
}

/** Files for places that are not open (any more) stay behind. */
function filesToSend({ files, correction }: OpenSupplement): FiledAttachment[] {
  const labels = new Map(correction.slots.map(({ id, label }) => [id, label]));
  return files.flatMap((file: SupplementFile) => {
    const label = labels.get(file.slot);
    return label === undefined ? [] : [{ ...file, label }];
  });
}

class Stale extends Error {}

/** The office may have ended one call and made another since the page was read. */
async function assertSameRequest(tx: Prisma.TransactionClient, { found, request }: OpenSupplement): Promise<void> {
  const last = await tx.caseEvent.findFirst({
    where: { caseId: found.id, type: 'supplementRequested' },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  if (last?.number !== request.number) throw new Stale();
}

interface Hand {
  caseId: string;
  correctionId: string;
  ids: string[];
}

/** From now on the files are the case's; what was prepared has served. */
async function hand(tx: Prisma.TransactionClient, { caseId, correctionId, ids }: Hand): Promise<void> {
  const { count } = await tx.attachment.updateMany({
    where: { id: { in: ids }, correctionDraftId: caseId },
    data: { caseId, correctionId, correctionDraftId: null },
  });
  if (count !== ids.length) throw new Stale();
  await tx.correctionDraft.deleteMany({ where: { caseId } });
}
