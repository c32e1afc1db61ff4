import { mayHandle } from '../core/case/assignable.ts';
import { refusal } from '../core/case/refusals.ts';
import { dayInPrague } from '../core/czech/format.ts';
import { type CaseCommand, changeCase, type CommandDeps, type CommandResult } from './change-case.ts';
import { findAssignee } from './find-assignee.ts';

interface AssignCase extends CaseCommand {
  departmentId: string;
  /** Null leaves it to whoever of the department takes it over. */
  officerId: string | null;
  /** The citizen reads it. */
  reason: string;
}

/** Hands a case over; never to somebody who could not work it. */
export async function assignCase(deps: CommandDeps, command: AssignCase): Promise<CommandResult> {
  const { caseId, departmentId, officerId, reason, now } = command;
  const { db } = deps;
  const [department, of] = await Promise.all([
    db.department.findUnique({ where: { id: departmentId }, select: { id: true, name: true } }),
    db.case.findUniqueOrThrow({ where: { id: caseId }, select: { agendaId: true, applicantId: true } }),
  ]);
  if (!department) return { ok: false, refusal: refusal('officerOfAnotherDepartment') };
  if (officerId === null) return changeCase(deps, command, { type: 'assign', department, officer: null, reason });
  const found = await findAssignee(db, { officerId, of, today: dayInPrague(now) });
  if (!found.ok) return found;
  return changeCase(deps, command, { type: 'assign', department, officer: found.officer, reason });
}

/** Whoever takes a case over has to be allowed to handle its agenda, unless they stand in for the officer who has it. */
export async function takeOverCase(deps: CommandDeps, command: CaseCommand): Promise<CommandResult> {
  const { caseId, actor } = command;
  if (actor.kind === 'officer') {
    const [{ agendaId, officerId }, own] = await Promise.all([
      deps.db.case.findUniqueOrThrow({ where: { id: caseId }, select: { agendaId: true, officerId: true } }),
      deps.db.officer.findUniqueOrThrow({ where: { id: actor.officerId }, select: { agendaIds: true } }),
    ]);
    const standsIn = officerId !== null && actor.standsInFor.includes(officerId);
    if (!standsIn && !mayHandle(own, agendaId)) return { ok: false, refusal: refusal('youLackAgenda') };
  }
  return changeCase(deps, command, { type: 'takeOver' });
}
