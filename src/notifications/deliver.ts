import type { Deps } from '../deps.ts';
import { openMessage } from './message.ts';
import type { MailTransport } from './transport.ts';

type Delivery = { outcome: 'sent' | 'nothingToDo' } | { outcome: 'failed'; reason: string };

type Needs = Pick<Deps, 'db' | 'vault' | 'now'>;

/**
 * Hands one mail to the transport and writes down how it went. A mail that was sent is not sent again, and one that
 * another process has in hand is left to it. A failure is an answer, not an exception: the queue decides about the next
 * attempt.
 */
export async function deliverMail(deps: Needs, transport: MailTransport, mailId: string): Promise<Delivery> {
  const mail = await takeInHand(deps, mailId);
  if (!mail) return whyNot(deps, mailId);
  const failure = await send(deps, transport, mail);
  const sentAt = failure === null ? new Date(deps.now().epochMilliseconds) : null;
  await deps.db.mail.update({ where: { id: mailId }, data: { lastError: failure, sentAt } });
  return failure === null ? { outcome: 'sent' } : { outcome: 'failed', reason: failure };
}

interface MailInHand {
  id: string;
  message: Uint8Array;
  createdAt: Date;
}

// A process that ended in the middle of sending frees the mail after this; no transport takes as long.
const inHandMinutes = 10;

/** An attempt that began and has neither been sent nor failed is in somebody's hand. */
async function takeInHand({ db, now }: Needs, mailId: string): Promise<MailInHand | undefined> {
  const at = new Date(now().epochMilliseconds);
  const abandoned = new Date(now().subtract({ minutes: inHandMinutes }).epochMilliseconds);
  const [mail] = await db.$queryRaw<MailInHand[]>`
    UPDATE mail SET attempts = attempts + 1, last_attempt_at = ${at}, last_error = NULL
    WHERE id = ${mailId}::uuid AND sent_at IS NULL
      AND (last_attempt_at IS NULL OR last_error IS NOT NULL OR last_attempt_at < ${abandoned})
    RETURNING id, message, created_at AS "createdAt"`;
  return mail;
}

async function whyNot({ db }: Needs, mailId: string): Promise<Delivery> {
  const waiting = await db.mail.count({ where: { id: mailId, sentAt: null } });
  return waiting === 0 ? { outcome: 'nothingToDo' } : { outcome: 'failed', reason: 'in hand of another process' };
}

async function send({ vault }: Needs, transport: MailTransport, mail: MailInHand): Promise<string | null> {
  try {
    const message = openMessage(vault, mail.id, mail.message);
    await transport.send({ id: mail.id, createdAt: mail.createdAt, ...message });
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

/** What the operator needs to know. Servers like to repeat the recipient's address, which stays sealed. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.replaceAll(/[^\s<>"'(,;:]+@[^\s<>"'),;:]+/g, '…').slice(0, 300) || 'unknown';
}
