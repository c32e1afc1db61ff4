import { randomUUIDv7 } from 'node:crypto';
import { sealAttachmentName } from '../../attachments/name.ts';
import type { ReceivedFile } from '../../attachments/receive.ts';
import { accountOf, type Actor } from '../../core/actor.ts';
import { agentName } from '../../core/mandate/agent-name.ts';
import { heldIn } from '../../core/mandate/reach.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { changeCase, type CommandDeps, type CommandResult } from '../change-case.ts';
import { type MessageContent, sealContent } from './message.ts';

export interface WriteMessage {
  caseId: string;
  actor: Actor;
  now: Temporal.Instant;
  text: string;
  /** They lie in the store and belong to nobody yet. */
  files: ReceivedFile[];
}

/** Where files of messages are among the attachments of a case. */
const messageSlot = 'zprava';

/**
 * A message of one side to the other, with its files, in one transaction with its event, audit record and mail. Whatever
 * happened to the case meanwhile, it is still to be read; so nobody's message is refused for being late.
 */
export async function writeMessage(
  deps: CommandDeps & Pick<Deps, 'files'>,
  message: WriteMessage,
): Promise<CommandResult> {
  const remove = async (): Promise<void> => {
    for (const { storageKey } of message.files) await deps.files.remove(storageKey);
  };
  try {
    const result = await write(deps, message);
    if (!result.ok) await remove();
    return result;
  } catch (error) {
    await remove();
    throw error;
  }
}

async function write(deps: CommandDeps, { caseId, actor, now, text, files }: WriteMessage): Promise<CommandResult> {
  const { reference, ...whose } = await deps.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { reference: true, applicantId: true, mandateId: true },
  });
  const id = randomUUIDv7();
  // Stored to milliseconds; what is hashed and what is read back has to be the same.
  const at = now.toString({ smallestUnit: 'millisecond' });
  const from = senderOf(actor, whose);
  const sealed = sealContent(deps.vault, id, {
    format: 1,
    reference,
    at,
    from,
    text,
    attachments: files.map(({ id: fileId, name, format, size, sha256 }) => ({
      id: fileId,
      name,
      format,
      size,
      sha256: Buffer.from(sha256).toString('hex'),
    })),
  });
  const action = { type: 'write' as const, messageId: id, sha256: Buffer.from(sealed.hash).toString('hex') };
  return changeCase(deps, { caseId, expectedVersion: null, actor, now }, action, async tx => {
    const { content, hash: contentHash } = sealed;
    const fromOffice = from.side === 'office';
    await tx.caseMessage.create({ data: { id, caseId, fromOffice, content, contentHash, at: new Date(at) } });
    // Whoever answers has read.
    await tx.caseMessage.updateMany({
      where: { caseId, fromOffice: !fromOffice, readAt: null },
      data: { readAt: new Date(at) },
    });
    await insertFiles(tx, deps, { caseId, messageId: id, files, at });
  });
}

/** An officer in their own matter is an applicant like any other. */
function senderOf(
  actor: Actor,
  { applicantId, mandateId }: { applicantId: string | null; mandateId: string | null },
): MessageContent['from'] {
  if (actor.kind === 'officer' && accountOf(actor) !== applicantId) return { side: 'office', name: actor.name };
  const held = heldIn({ mandateId }, actor, 'file');
  return { side: 'applicant', ...(held && actor.kind === 'citizen' && { agent: agentName(actor.name, held) }) };
}

interface Insert {
  caseId: string;
  messageId: string;
  files: ReceivedFile[];
  at: string;
}

async function insertFiles(
  tx: Prisma.TransactionClient,
  { vault }: Pick<Deps, 'vault'>,
  { caseId, messageId, files, at }: Insert,
): Promise<void> {
  await tx.attachment.createMany({
    data: files.map(({ id, name, ...content }) => ({
      ...{ id, caseId, messageId, ...content },
      slot: messageSlot,
      name: sealAttachmentName(vault, { id, name }),
      createdAt: new Date(at),
    })),
  });
}
