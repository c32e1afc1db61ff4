import { openSubmission } from '../../cases/commands.ts';
import { confirmLink } from '../../cases/links.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { confirmationReminder } from '../../notifications/letters.ts';
import { enqueueMail } from '../../notifications/queue.ts';
import { tellOnce } from './tell-once.ts';

/** Calendar days; of five that is when three are over. */
const daysBefore = 2;

/** Reminds applicants, once, of filings that end unless they confirm them soon. Answers how many. */
export async function remindToConfirm(deps: Deps): Promise<number> {
  const today = dayInPrague(deps.now());
  const near = today.add({ days: daysBefore });
  const day = Prisma.sql`c.confirm_until`;
  const of = Prisma.sql`c.state = 'unconfirmed' AND c.confirm_until >= ${today.toString()}::date
    AND c.confirm_until <= ${near.toString()}::date`;
  return tellOnce(deps, { kind: 'confirmSoon', day, of }, async (tx, told, until) => {
    const { id, reference, agenda, applicantId } = told;
    const { content } = await tx.submission.findUniqueOrThrow({ where: { caseId: id }, select: { content: true } });
    const { applicant } = openSubmission(deps.vault, id, content);
    if (applicant.email === '') return;
    const link = confirmLink(deps.config, { reference, hasAccount: applicantId !== null });
    const letter = confirmationReminder({ reference, agenda, link, until });
    await enqueueMail(tx, deps, { kind: 'confirmationReminder', caseId: id, to: applicant.email, ...letter });
  });
}
