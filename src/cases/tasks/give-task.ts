import { randomUUIDv7 } from 'node:crypto';
import { refusal } from '../../core/case/refusals.ts';
import type { TaskKind } from '../../core/case/tasks.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { dayColumn } from '../../database/days.ts';
import { type CaseCommand, changeCase, type CommandDeps, type CommandResult } from '../change-case.ts';
import { findAssignee } from '../find-assignee.ts';
import { sealQuestion } from './task-texts.ts';
import { tellConsulted } from './tell.ts';

interface GiveTask extends CaseCommand {
  kind: TaskKind;
  departmentId: string;
  /** Null leaves it to whoever of the department answers. */
  officerId: string | null;
  /** For whoever is asked; not shown to the citizen. */
  text: string;
  until: Temporal.PlainDate;
}

/** Asks another department for something; until it is answered or withdrawn, whoever is asked sees the case. */
export async function giveTask(deps: CommandDeps, command: GiveTask): Promise<CommandResult> {
  const { caseId, kind, departmentId, officerId, text, until, actor, now } = command;
  if (actor.kind !== 'officer') return { ok: false, refusal: refusal('notAllowed') };
  const department = await deps.db.department.findUnique({
    where: { id: departmentId },
    select: { id: true, name: true },
  });
  if (!department) return { ok: false, refusal: refusal('taskDepartmentGone') };
  const { applicantId } = await deps.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { applicantId: true },
  });
  // Whoever answers need not handle the agenda.
  const of = { agendaId: null, applicantId };
  const found = officerId === null ? null : await findAssignee(deps.db, { officerId, of, today: dayInPrague(now) });
  if (found && !found.ok) return found;
  const officer = found?.officer ?? null;
  const taskId = randomUUIDv7();
  const { sealed: question, sha256 } = sealQuestion(deps.vault, taskId, text);
  const action = { type: 'giveTask' as const, taskId, sha256, kind, department, officer, until };
  return changeCase(deps, command, action, async tx => {
    const asked = { departmentId, officerId, dueOn: dayColumn(until) };
    const asking = { askedById: actor.officerId, askedAt: new Date(now.epochMilliseconds) };
    await tx.caseTask.create({ data: { id: taskId, caseId, kind, question, ...asked, ...asking } });
    await tellConsulted(tx, deps, { kind: 'taskGiven', caseId, taskId, now });
  });
}
