import type { Prisma } from '../generated/prisma/client.ts';
import type { MailKind } from './letters.ts';

/** Where people say which mails they want. */
export const settingsPath = '/ucet/oznameni';

/** What an officer chooses about. */
export type OfficerTopic = 'newCase' | 'answered' | 'deadlines';

/** What the mails of officers are about; `always` is not for choosing, and a kind not named here has nothing to do with it. */
const officerMails: Partial<Record<MailKind, OfficerTopic | 'always'>> = {
  newCase: 'newCase',
  applicantWrote: 'answered',
  applicantActed: 'answered',
  dueSoon: 'deadlines',
  legalForce: 'deadlines',
  // A missed deadline is the office's fault in law (§ 80 of the Code of Administrative Procedure), whatever anybody wishes.
  overdue: 'always',
  // Whoever does not want it is not written one.
  digest: 'always',
};

interface Asked {
  kind: MailKind;
  to: string;
  /** The applicant's account, when the mail only tells how their case goes on. */
  progressOf?: string | null;
}

/** `isChosen`: the reader could choose otherwise, or at least read what there is to choose. */
interface Wish {
  isWanted: boolean;
  isChosen: boolean;
}

/** Whether a mail is to be sent, by what its reader has set. Somebody without an account has nowhere to set it. */
export async function wishFor(tx: Prisma.TransactionClient, { kind, to, progressOf }: Asked): Promise<Wish> {
  const topic = officerMails[kind];
  if (topic) return officerWish(tx, { topic, to });
  if (!progressOf) return { isWanted: true, isChosen: false };
  const settings = await tx.mailSettings.findUnique({ where: { accountId: progressOf }, select: { progress: true } });
  return { isWanted: settings?.progress ?? true, isChosen: true };
}

/** An address that belongs to no account is a department's. */
async function officerWish(
  tx: Prisma.TransactionClient,
  { topic, to }: { topic: OfficerTopic | 'always'; to: string },
): Promise<Wish> {
  const account = await tx.account.findUnique({
    where: { email: to },
    select: { mailSettings: { select: { newCase: true, answered: true, deadlines: true } } },
  });
  if (!account) return { isWanted: true, isChosen: false };
  const timing = topic === 'always' ? undefined : account.mailSettings?.[topic];
  return { isWanted: timing === undefined || timing === 'atOnce', isChosen: true };
}
