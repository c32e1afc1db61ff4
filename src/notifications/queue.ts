import { randomUUIDv7 } from 'node:crypto';
import { fromPrisma } from 'pg-boss';
import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { MailKind } from './letters.ts';
import { sealMessage } from './message.ts';

/** The queue of mails to deliver; a job carries the id of the mail only. */
export const mailQueue = 'send-mail';

export interface MailJob {
  mailId: string;
}

interface NewMail {
  kind: MailKind;
  caseId?: string;
  to: string;
  subject: string;
  text: string;
}

/**
 * Writes a mail and the job that delivers it in the transaction of whatever causes it: either all of it is true, or none.
 * Nothing is sent here, so mail that cannot be delivered now holds up nobody.
 */
export async function enqueueMail(
  tx: Prisma.TransactionClient,
  { vault, boss }: Pick<Deps, 'vault' | 'boss'>,
  { kind, caseId, to, subject, text }: NewMail,
): Promise<void> {
  const id = randomUUIDv7();
  const message = sealMessage(vault, id, { to, subject, text });
  await tx.mail.create({ data: { id, kind, caseId: caseId ?? null, message } });
  await boss.send(mailQueue, { mailId: id } satisfies MailJob, { db: fromPrisma(tx) });
}
