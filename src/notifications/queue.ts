import { randomUUIDv7 } from 'node:crypto';
import { fromPrisma } from 'pg-boss';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { addressDigest } from './bounces.ts';
import type { MailKind } from './letters.ts';
import { settingsFoot } from './letter.ts';
import { sealMessage } from './message.ts';
import { settingsPath, wishFor } from './settings.ts';

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
  /** The applicant's account, when the mail only tells how their case goes on; then they may not want it. */
  progressOf?: string | null;
}

/**
 * Writes a mail and the job that delivers it in the transaction of whatever causes it: either all of it is true, or none.
 * Nothing is sent here, so mail that cannot be delivered now holds up nobody.
 * What its reader has chosen not to get is not written.
 */
export async function enqueueMail(
  tx: Prisma.TransactionClient,
  { vault, boss, config }: Pick<Deps, 'vault' | 'boss'> & { config: Pick<Config, 'publicUrl'> },
  { kind, caseId, to, subject, text, progressOf = null }: NewMail,
): Promise<void> {
  const { isWanted, isChosen } = await wishFor(tx, { kind, to, progressOf });
  if (!isWanted) return;
  const id = randomUUIDv7();
  const foot = isChosen ? settingsFoot(new URL(settingsPath, config.publicUrl).href) : '';
  const message = sealMessage(vault, id, { to, subject, text: text + foot });
  const recipient = addressDigest(vault, to);
  await tx.mail.create({ data: { id, kind, caseId: caseId ?? null, recipient, message } });
  await boss.send(mailQueue, { mailId: id } satisfies MailJob, { db: fromPrisma(tx) });
}
