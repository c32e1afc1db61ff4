import { fromPrisma } from 'pg-boss';
import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { addressDigest, forgetBounces } from './bounces.ts';
import { openMessage } from './message.ts';
import { type MailJob, mailQueue } from './queue.ts';

type Needs = Pick<Deps, 'vault' | 'boss'>;

/**
 * Has a mail tried again now, also one that was given up; what its address has bounced is forgotten. False when there is
 * nothing to try: it was sent meanwhile, or is not there.
 */
export async function retryMail(tx: Prisma.TransactionClient, { vault, boss }: Needs, id: string): Promise<boolean> {
  const mail = await tx.mail.findFirst({ where: { id, sentAt: null }, select: { message: true } });
  if (!mail) return false;
  await tx.mail.update({ where: { id }, data: { givenUpAt: null } });
  await forgetBounces(tx, addressDigest(vault, openMessage(vault, id, mail.message).to));
  await boss.send(mailQueue, { mailId: id } satisfies MailJob, { db: fromPrisma(tx) });
  return true;
}

/** Has mails tried again now that were not given up. A mail that is sent already is not sent twice, whatever is ordered. */
export async function retryMails(
  tx: Prisma.TransactionClient,
  { boss }: Pick<Deps, 'boss'>,
  ids: string[],
): Promise<void> {
  const jobs = ids.map(mailId => ({ data: { mailId } satisfies MailJob }));
  if (jobs.length > 0) await boss.insert(mailQueue, jobs, { db: fromPrisma(tx) });
}
