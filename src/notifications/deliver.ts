import type { Deps } from '../deps.ts';
import { addressDigest, forgetBounces, isGivenUpOn, noteBounce } from './bounces.ts';
import { type Failed, failureOf } from './failure.ts';
import { openMessage } from './message.ts';
import type { MailTransport, OutgoingMail } from './transport.ts';

type Delivery = { outcome: 'sent' | 'nothingToDo' | 'givenUp' } | { outcome: 'failed'; reason: string };

type Needs = Pick<Deps, 'db' | 'vault' | 'now'>;

/**
 * Hands one mail to the transport and writes down how it went. A mail that was sent is not sent again, and one that
 * another process has in hand is left to it. An address that has bounced for a month is not tried. A failure is an answer,
 * not an exception: the queue decides about the next attempt.
 */
export async function deliverMail(deps: Needs, transport: MailTransport, mailId: string): Promise<Delivery> {
  const mail = await takeInHand(deps, mailId);
  if (!mail) return whyNot(deps, mailId);
  const message = openMessage(deps.vault, mail.id, mail.message);
  const address = { digest: addressDigest(deps.vault, message.to), at: date(deps) };
  if (!isTriedAnyway(mail.kind) && (await isGivenUpOn(deps.db, address.digest))) {
    const data = { givenUpAt: address.at, failure: 'noMailbox', lastError: 'bounced for a month' } as const;
    await deps.db.mail.update({ where: { id: mailId }, data });
    return { outcome: 'givenUp' };
  }
  const failed = await send(transport, { id: mail.id, createdAt: mail.createdAt, ...message });
  const data = { failure: failed?.failure ?? null, lastError: failed?.reason ?? null };
  await deps.db.mail.update({ where: { id: mailId }, data: { ...data, sentAt: failed ? null : address.at } });
  if (!failed) await forgetBounces(deps.db, address.digest);
  else if (failed.failure === 'noMailbox') await noteBounce(deps.db, address);
  return failed ? { outcome: 'failed', reason: failed.reason } : { outcome: 'sent' };
}

/** What a person asked for at this moment: should the mailbox be there again, they find it out by this. */
function isTriedAnyway(kind: string): boolean {
  return [
    'confirmEmail',
    'finishRegistration',
    'alreadyRegistered',
    'resetPassword',
    'passwordChanged',
    'emailAsked',
    'emailConfirm',
    'emailIsOthers',
    'emailKept',
    'emailChanged',
    'identityLinked',
    'identityUnlinked',
    'dataExported',
    'accountClosed',
  ].includes(kind);
}

interface MailInHand {
  id: string;
  kind: string;
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
    WHERE id = ${mailId}::uuid AND sent_at IS NULL AND given_up_at IS NULL
      AND (last_attempt_at IS NULL OR last_error IS NOT NULL OR last_attempt_at < ${abandoned})
    RETURNING id, kind, message, created_at AS "createdAt"`;
  return mail;
}

async function whyNot({ db }: Needs, mailId: string): Promise<Delivery> {
  const waiting = await db.mail.count({ where: { id: mailId, sentAt: null, givenUpAt: null } });
  return waiting === 0 ? { outcome: 'nothingToDo' } : { outcome: 'failed', reason: 'in hand of another process' };
}

async function send(transport: MailTransport, mail: OutgoingMail): Promise<Failed | null> {
  try {
    await transport.send(mail);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

function date({ now }: Needs): Date {
  return new Date(now().epochMilliseconds);
}
