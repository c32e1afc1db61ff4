import { refusal } from '../core/case/refusals.ts';
import { dayInPrague } from '../core/czech/format.ts';
import { type CaseCommand, changeCase, type CommandDeps, type CommandResult } from './change-case.ts';
import { findTarget } from './find-target.ts';
import { findRoutable, officerFor } from './officer-for.ts';

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
    const routable = await findRoutable(tx, deps.vault, caseId);
    const stays = department.id === routable.departmentId;
    const officer = stays ? null : await officerFor(tx, { routable, departmentId: department.id, today });
    return { ok: true, action: { ...action, officer } };
  });
}
