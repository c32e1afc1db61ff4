import { randomUUIDv7 } from 'node:crypto';
import { refusal } from '../../core/case/refusals.ts';
import type { TaskKind } from '../../core/case/tasks.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { dayColumn } from '../../database/days.ts';
import { type CaseCommand, changeCase, type CommandDeps, type CommandResult, type Prepare } from '../change-case.ts';
import { findTarget, type Target } from '../find-target.ts';
import { sealQuestion } from './task-texts.ts';
import { tellConsulted } from './tell.ts';

interface GiveTask extends CaseCommand {
  kind: TaskKind;
  to: Target;
  /** For whoever is asked; not shown to the citizen. */
  text: string;
  until: Temporal.PlainDate;
}

/** Asks another department for something; until it is answered or withdrawn, whoever is asked sees the case. */
export async function giveTask(deps: CommandDeps, command: GiveTask): Promise<CommandResult> {
  const { caseId, kind, to, text, until, actor, now } = command;
  if (actor.kind !== 'officer') return { ok: false, refusal: refusal('notAllowed') };
  const taskId = randomUUIDv7();
  const { sealed: question, sha256 } = sealQuestion(deps.vault, taskId, text);
  const prepare: Prepare<'giveTask'> = async tx => {
    const found = await findTarget(tx, { to, caseId, today: dayInPrague(now), forAgenda: false });
    if (!found.ok) return 'departmentId' in to ? { ok: false, refusal: refusal('taskDepartmentGone') } : found;
    const { department, officer } = found;
    return { ok: true, action: { type: 'giveTask', taskId, sha256, kind, department, officer, until } };
  };
  return changeCase(deps, command, prepare, async (tx, { department, officer }) => {
    const asked = { departmentId: department.id, officerId: officer?.id ?? null };
    const asking = { askedById: actor.officerId, askedAt: new Date(now.epochMilliseconds) };
    await tx.caseTask.create({
      data: { id: taskId, caseId, kind, question, ...asked, dueOn: dayColumn(until), ...asking },
    });
    await tellConsulted(tx, deps, { kind: 'taskGiven', caseId, taskId, now });
  });
}
