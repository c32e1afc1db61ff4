import { dayInPrague } from '../../core/czech/format.ts';
import { isWorkingDay } from '../../core/czech/working-days.ts';
import { dayColumn } from '../../database/days.ts';
import type { Deps } from '../../deps.ts';
import { digest, type DigestList } from '../../notifications/digest-letter.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { findLists } from './find-lists.ts';
import { findRecipients, type Recipient } from './find-recipients.ts';

/**
 * The morning mail of clerks and heads, on working days. Each is written with the note that it was, so that nobody gets
 * two on a day; whoever there is nothing to say to gets none. One that fails holds up none. Answers how many were written.
 */
export async function sendDigests(deps: Deps): Promise<number> {
  const day = dayInPrague(deps.now());
  if (!isWorkingDay(day)) return 0;
  const recipients = await findRecipients(deps, day);
  const lists = await findLists(deps, recipients, day);
  let sent = 0;
  for (const recipient of recipients) {
    try {
      if (await send(deps, { recipient, lists: lists.get(recipient.officerId) ?? [], day })) sent += 1;
    } catch (error) {
      deps.log.error({ err: error, officerId: recipient.officerId }, 'digest not written');
    }
  }
  return sent;
}

interface Morning {
  recipient: Recipient;
  lists: DigestList[];
  day: Temporal.PlainDate;
}

/** False when there is nothing to say, or another process has said it. */
async function send(deps: Deps, { recipient, lists, day }: Morning): Promise<boolean> {
  const { officerId, email, unattended } = recipient;
  if (lists.length === 0 && unattended === 0) return false;
  const link = new URL('/urad', deps.config.publicUrl).href;
  return deps.db.$transaction(async tx => {
    const sentAt = new Date(deps.now().epochMilliseconds);
    const note = { officerId, day: dayColumn(day), sentAt };
    const { count } = await tx.sentDigest.createMany({ data: [note], skipDuplicates: true });
    if (count === 0) return false;
    await enqueueMail(tx, deps, { kind: 'digest', to: email, ...digest({ day, lists, unattended, link }) });
    return true;
  });
}
