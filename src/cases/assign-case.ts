import { mayHandle } from '../core/case/assignable.ts';
import { refusal } from '../core/case/refusals.ts';
import { dayInPrague } from '../core/czech/format.ts';
import {
  type Also,
  type CaseCommand,
  changeCase,
  type CommandDeps,
  type CommandResult,
  type Prepare,
} from './change-case.ts';
import { findTarget, type Target } from './find-target.ts';

interface AssignCase extends CaseCommand {
  to: Target;
  /** The citizen reads it. */
  reason: string;
}

/** Hands a case over; never to somebody who could not work it. */
export async function assignCase(
  deps: CommandDeps,
  command: AssignCase,
  also?: Also<'assign'>,
): Promise<CommandResult> {
  const { caseId, to, reason, now } = command;
  const prepare: Prepare<'assign'> = async tx => {
    const found = await findTarget(tx, { to, caseId, today: dayInPrague(now) });
    return found.ok
      ? { ok: true, action: { type: 'assign', department: found.department, officer: found.officer, reason } }
      : found;
  };
  return changeCase(deps, command, prepare, also);
}

/** Whoever takes a case over has to be allowed to handle its agenda, unless they stand in for the officer who has it. */
export async function takeOverCase(
  deps: CommandDeps,
  command: CaseCommand,
  also?: Also<'takeOver'>,
): Promise<CommandResult> {
  const { caseId, actor } = command;
  const prepare: Prepare<'takeOver'> = async tx => {
    if (actor.kind === 'officer') {
      const { agendaId, officerId } = await tx.case.findUniqueOrThrow({
        where: { id: caseId },
        select: { agendaId: true, officerId: true },
      });
      const own = await tx.officer.findUniqueOrThrow({ where: { id: actor.officerId }, select: { agendaIds: true } });
      const standsIn = officerId !== null && actor.standsInFor.includes(officerId);
      if (!standsIn && !mayHandle(own, agendaId)) return { ok: false, refusal: refusal('youLackAgenda') };
    }
    return { ok: true, action: { type: 'takeOver' } };
  };
  return changeCase(deps, command, prepare, also);
}
