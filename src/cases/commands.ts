import { refusal } from '../core/case/refusals.ts';
import type { Outcome } from '../core/case/states.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { type CaseCommand, changeCase, type CommandDeps, type CommandResult } from './change-case.ts';

/**
 * The door of this slice for the others, and the only code that changes a case. Whether the actor may see the case at
 * all is for the caller to have found out by a scoped read; whether they may do this with it is decided here.
 */
export { changeCase } from './change-case.ts';
export { fileCase } from './file-case.ts';
export { addNote, openNote } from './notes.ts';
export { openEvent } from './history.ts';
export { snapshotColumns, snapshotOf } from './snapshot-of.ts';
export { openSubmission, type SubmissionContent } from './submission.ts';
export { openSummary } from './summary.ts';
export { trackingCode } from './tracking.ts';
export type { CaseCommand, CommandResult } from './change-case.ts';

interface AssignCase extends CaseCommand {
  departmentId: string;
  /** Null leaves it to whoever of the department takes it over. */
  officerId: string | null;
  /** The citizen reads it. */
  reason: string;
}

export async function assignCase(deps: CommandDeps, command: AssignCase): Promise<CommandResult> {
  const { departmentId, officerId, reason } = command;
  const [department, officer] = await Promise.all([
    deps.db.department.findUnique({ where: { id: departmentId }, select: { id: true, name: true } }),
    officerId === null ? null : findOfficer(deps.db, officerId),
  ]);
  if (!department || (officerId !== null && !officer)) {
    return { ok: false, refusal: refusal('officerOfAnotherDepartment') };
  }
  return changeCase(deps, command, { type: 'assign', department, officer, reason });
}

export function takeOverCase(deps: CommandDeps, command: CaseCommand): Promise<CommandResult> {
  return changeCase(deps, command, { type: 'takeOver' });
}

export function startCase(deps: CommandDeps, command: CaseCommand): Promise<CommandResult> {
  return changeCase(deps, command, { type: 'start' });
}

interface DecideCase extends CaseCommand {
  outcome: Outcome;
  /** The citizen reads it. */
  explanation: string;
}

export function decideCase(deps: CommandDeps, command: DecideCase): Promise<CommandResult> {
  const { outcome, explanation } = command;
  return changeCase(deps, command, { type: 'decide', outcome, explanation });
}

interface CloseCase extends CaseCommand {
  /** For the office. */
  note?: string | undefined;
}

export function closeCase(deps: CommandDeps, command: CloseCase): Promise<CommandResult> {
  return changeCase(deps, command, { type: 'close', note: command.note });
}

/** Somebody who works cases here today; others cannot be given any. */
async function findOfficer(db: PrismaClient, id: string) {
  const officer = await db.officer.findFirst({
    where: { id, active: true, roles: { hasSome: ['clerk', 'head'] } },
    select: { id: true, phone: true, departmentId: true, account: { select: { name: true, email: true } } },
  });
  if (!officer) return null;
  const { account, ...columns } = officer;
  return { ...columns, name: account.name, email: account.email };
}
