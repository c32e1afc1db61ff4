import { openSubmission } from '../../cases/commands.ts';
import { applicantMailboxes } from '../../cases/applicant-mailbox.ts';
import { caseLink, isSignedInto } from '../../cases/links.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { supplementReminder } from '../../notifications/letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { type Told, tellOnce } from './tell-once.ts';

/** Calendar days. */
const daysBefore = 3;

/** Reminds applicants of what they were asked to mend: when the last day is near, and on that day. Answers how many. */
export async function remindApplicants(deps: Deps): Promise<number> {
  const today = dayInPrague(deps.now());
  const near = today.add({ days: daysBefore });
  const day = Prisma.sql`c.awaiting_until`;
  const soon = Prisma.sql`c.awaiting_until > ${today.toString()}::date AND c.awaiting_until <= ${near.toString()}::date`;
  const now = Prisma.sql`c.awaiting_until = ${today.toString()}::date`;
  const reminded = await tellOnce(deps, { kind: 'supplementSoon', day, of: soon }, (tx, told, until) =>
    remind(tx, deps, { told, until, isToday: false }),
  );
  const remindedAgain = await tellOnce(deps, { kind: 'supplementToday', day, of: now }, (tx, told, until) =>
    remind(tx, deps, { told, until, isToday: true }),
  );
  return reminded + remindedAgain;
}

interface Reminder {
  told: Told;
  until: Temporal.PlainDate;
  isToday: boolean;
}

async function remind(tx: Prisma.TransactionClient, deps: Deps, { told, ...when }: Reminder): Promise<void> {
  const { id, reference, agenda } = told;
  const { content } = await tx.submission.findUniqueOrThrow({ where: { caseId: id }, select: { content: true } });
  const { applicant } = openSubmission(deps.vault, id, content);
  const link = caseLink(deps.config, { reference, hasAccount: isSignedInto(told) });
  const letter = supplementReminder({ reference, agenda, link, ...when });
  const today = dayInPrague(deps.now());
  for (const { email } of await applicantMailboxes(tx, deps.vault, { caseId: id, email: applicant.email, today })) {
    await enqueueMail(tx, deps, { kind: 'supplementReminder', caseId: id, to: email, ...letter });
  }
}
