import type { Assignee } from '../core/case/actions.ts';
import { inTurn } from '../core/case/routing.ts';
import { streetOf } from '../core/case/street-of.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Vault } from '../vault/vault.ts';
import { findTarget } from './find-target.ts';
import { routed, type RoutingRow, routingSql, takeTurnSql } from './routing-store.ts';
import { openSubmission } from './submission.ts';

/** What of a case the rules by which cases find their officer ask about. */
export async function findRoutable(tx: Prisma.TransactionClient, vault: Vault, id: string) {
  const { submission, ...columns } = await tx.case.findUniqueOrThrow({
    where: { id },
    select: {
      agendaId: true,
      departmentId: true,
      applicantId: true,
      biased: true,
      submission: { select: { content: true } },
    },
  });
  if (!submission) throw new Error('a case holds a submission');
  return { id, ...columns, submission: openSubmission(vault, id, submission.content) };
}

type Routable = Awaited<ReturnType<typeof findRoutable>>;
type Arriving = { routable: Routable; departmentId: string; today: Temporal.PlainDate };

/** To whom the rule of a department gives a case that comes to it; null leaves it to whoever takes it over. */
export async function officerFor(
  tx: Prisma.TransactionClient,
  { routable, departmentId, today }: Arriving,
): Promise<Assignee | null> {
  const { agendaId, applicantId, biased, submission } = routable;
  const key = { agendaId: Prisma.sql`${agendaId}::uuid`, departmentId: Prisma.sql`${departmentId}::uuid` };
  const [row] = await tx.$queryRaw<{ routing: RoutingRow | null }[]>`
    SELECT ${routingSql({ ...key, day: today })} AS routing`;
  const answers = submission.steps.flatMap(step => step.answers);
  const officers = routed(row?.routing ?? null, {
    today,
    applicant: submission.applicant.name,
    applicantId,
    biased,
    street: field => streetOf(answers.find(({ id }) => id === field)?.value),
  });
  const [given] =
    officers.length > 1 ? await tx.$queryRaw<{ turn: number }[]>(takeTurnSql({ agendaId, departmentId })) : [];
  const officerId = inTurn(officers, given?.turn ?? 0);
  const found = officerId && (await findTarget(tx, { to: { officerId }, caseId: routable.id, today }));
  return found && found.ok ? found.officer : null;
}
