import type { Assignee } from '../core/case/actions.ts';
import { refusal } from '../core/case/refusals.ts';
import { inTurn } from '../core/case/routing.ts';
import { streetOf } from '../core/case/street-of.ts';
import { dayInPrague } from '../core/czech/format.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type CaseCommand, changeCase, type CommandDeps, type CommandResult } from './change-case.ts';
import { findAssignee } from './find-assignee.ts';
import { routed, type RoutingRow, routingSql, takeTurnSql } from './routing-store.ts';
import { openSubmission } from './submission.ts';

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
  const moving = await findMoving(deps, caseId);
  const { plan } = await deps.definitions.of(moving.agendaVersionId);
  const step = plan.find(({ id }) => id === to);
  if (!step) return { ok: false, refusal: refusal('noSuchStep') };
  const department = await deps.db.department.findUnique({
    where: { slug: step.department },
    select: { id: true, name: true },
  });
  if (!department) return { ok: false, refusal: refusal('departmentGone') };
  const today = dayInPrague(now);
  if (officerId !== null) {
    const found = await findAssignee(deps.db, { officerId, of: moving, today });
    return found.ok
      ? changeCase(deps, command, { type: 'moveOn', to, department, officer: found.officer, reason })
      : found;
  }
  const officer =
    department.id === moving.departmentId
      ? null
      : await officerThere(deps, { moving, departmentId: department.id, today });
  return changeCase(deps, command, { type: 'moveOn', to, department, officer, reason });
}

async function findMoving({ db, vault }: CommandDeps, id: string) {
  const { submission, ...columns } = await db.case.findUniqueOrThrow({
    where: { id },
    select: {
      agendaId: true,
      agendaVersionId: true,
      departmentId: true,
      applicantId: true,
      biased: true,
      submission: { select: { content: true } },
    },
  });
  if (!submission) throw new Error('a case holds a submission');
  return { ...columns, submission: openSubmission(vault, id, submission.content) };
}

type Moving = Awaited<ReturnType<typeof findMoving>>;
type Arriving = { moving: Moving; departmentId: string; today: Temporal.PlainDate };

async function officerThere({ db }: CommandDeps, { moving, departmentId, today }: Arriving): Promise<Assignee | null> {
  const { agendaId, applicantId, biased, submission } = moving;
  const key = { agendaId: Prisma.sql`${agendaId}::uuid`, departmentId: Prisma.sql`${departmentId}::uuid` };
  const [row] = await db.$queryRaw<{ routing: RoutingRow | null }[]>`
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
    officers.length > 1 ? await db.$queryRaw<{ turn: number }[]>(takeTurnSql({ agendaId, departmentId })) : [];
  const officerId = inTurn(officers, given?.turn ?? 0);
  const found = officerId && (await findAssignee(db, { officerId, of: moving, today }));
  return found && found.ok ? found.officer : null;
}
