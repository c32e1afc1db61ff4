import type { Assignee } from '../core/case/actions.ts';
import { refusal } from '../core/case/refusals.ts';
import { inTurn } from '../core/case/routing.ts';
import { streetOf } from '../core/case/street-of.ts';
import { dayInPrague } from '../core/czech/format.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type CaseCommand, changeCase, type CommandDeps, type CommandResult } from './change-case.ts';
import { findTarget } from './find-target.ts';
import { routed, type RoutingRow, routingSql, takeTurnSql } from './routing-store.ts';
import { openSubmission } from './submission.ts';
import type { Vault } from '../vault/vault.ts';

interface MoveOnCase extends CaseCommand {
  /** Id of the step of the plan. */
  to: string;
  /** Null leaves it to the rule of the step's department. */
  officerId: string | null;
  /** Needed when steps are skipped or repeated; the citizen reads it. */
  reason: string;
}

/** A case goes on to a step of its plan: to the department of that step, and there to the officer chosen or to whom its rule gives it. */
export async function moveOnCase(deps: CommandDeps, command: MoveOnCase): Promise<CommandResult> {
  const { caseId, to, officerId, reason, now } = command;
  const { agendaVersionId } = await deps.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { agendaVersionId: true },
  });
  const { plan } = await deps.definitions.of(agendaVersionId);
  const step = plan.find(({ id }) => id === to);
  if (!step) return { ok: false, refusal: refusal('noSuchStep') };
  const today = dayInPrague(now);
  return changeCase(deps, command, async tx => {
    const department = await tx.department.findUnique({
      where: { slug: step.department },
      select: { id: true, name: true },
    });
    if (!department) return { ok: false, refusal: refusal('departmentGone') };
    const action = { type: 'moveOn' as const, to, department, reason };
    if (officerId !== null) {
      const found = await findTarget(tx, { to: { officerId }, caseId, today });
      return found.ok ? { ok: true, action: { ...action, officer: found.officer } } : found;
    }
    const moving = await findMoving(tx, deps.vault, caseId);
    const stays = department.id === moving.departmentId;
    const officer = stays ? null : await officerThere(tx, { moving, departmentId: department.id, today });
    return { ok: true, action: { ...action, officer } };
  });
}

async function findMoving(tx: Prisma.TransactionClient, vault: Vault, id: string) {
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

type Moving = Awaited<ReturnType<typeof findMoving>>;
type Arriving = { moving: Moving; departmentId: string; today: Temporal.PlainDate };

async function officerThere(
  tx: Prisma.TransactionClient,
  { moving, departmentId, today }: Arriving,
): Promise<Assignee | null> {
  const { agendaId, applicantId, biased, submission } = moving;
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
  const found = officerId && (await findTarget(tx, { to: { officerId }, caseId: moving.id, today }));
  return found && found.ok ? found.officer : null;
}
