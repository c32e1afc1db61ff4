import { assignCase, type CaseCommand, closeCase, type CommandResult, takeOverCase } from '../../cases/commands.ts';
import type { Officer } from '../../core/actor.ts';
import { standsInFor } from '../../core/case/deputies.ts';
import { refusal } from '../../core/case/refusals.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { findAbsencesOn } from '../../database/absences.ts';
import type { Deps } from '../../deps.ts';
import type { BulkItem, Prisma } from '../../generated/prisma/client.ts';
import { beginWatching } from '../watch.ts';
import { type BulkStep, openOrder } from './order.ts';

export type BulkDeps = Pick<Deps, 'config' | 'db' | 'boss' | 'vault' | 'definitions' | 'now'>;

const atOnce = 8;

/** Does a step with each case that it has not been tried with yet, so that a job that was cut short can go on. */
export async function runBulk(deps: BulkDeps, runId: string): Promise<void> {
  const run = await deps.db.bulkRun.findUnique({
    where: { id: runId },
    include: { items: { where: { finished: false }, orderBy: { position: 'asc' } } },
  });
  if (!run) return;
  const { step, officer: asker } = openOrder(deps.vault, runId, run.content);
  const officer = await asOfNow(deps, asker);
  const waiting = run.items.reverse();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
        const problem = await problemWith(deps, { step, officer }, item);
        if (problem !== null) await finish(deps.db, item, problem);
      }
    }),
  );
}

/** What is finished stays so: whoever else tries the case meanwhile finds it changed, by this very step. */
async function finish(
  db: Pick<Prisma.TransactionClient, 'bulkItem'>,
  { runId, position }: BulkItem,
  problem: string | null,
): Promise<void> {
  await db.bulkItem.updateMany({ where: { runId, position, finished: false }, data: { finished: true, problem } });
}

/** A job may come late: its officer does no more than they may now. Null when they have left. */
async function asOfNow({ db, now }: BulkDeps, asker: Officer): Promise<Officer | null> {
  const { officerId } = asker;
  const today = dayInPrague(now());
  const [found, absences] = await Promise.all([
    db.officer.findFirst({ where: { id: officerId, active: true }, select: { departmentId: true, roles: true } }),
    findAbsencesOn(db, today),
  ]);
  return found && { ...asker, ...found, standsInFor: standsInFor(officerId, absences, today) };
}

/** Null when it is done and kept as done; otherwise why not, in Czech. */
async function problemWith(
  deps: BulkDeps,
  { step, officer }: { step: BulkStep; officer: Officer | null },
  item: BulkItem,
): Promise<string | null> {
  const { caseId, expectedVersion } = item;
  if (!officer) return refusal('notAllowed').message;
  if (caseId === null) return 'Takový případ nemáte.';
  const command = { caseId, expectedVersion, actor: officer, now: deps.now() };
  const result = await perform(deps, step, { command, done: tx => finish(tx, item, null) });
  if (result.ok) return null;
  return 'conflict' in result ? 'Případ mezitím někdo změnil.' : result.refusal.message;
}

interface Doing {
  command: CaseCommand;
  /** Keeps it in the transaction of the change, so that a run that was cut off does not meet its own change as somebody else's. */
  done: (tx: Prisma.TransactionClient) => Promise<void>;
}

async function perform(deps: BulkDeps, step: BulkStep, { command, done }: Doing): Promise<CommandResult> {
  switch (step.kind) {
    case 'takeOver':
      return takeOverCase(deps, command, done);
    case 'close':
      return closeCase(deps, command, done);
    case 'assign':
      return assignCase(deps, { ...command, ...step }, done);
    case 'watch': {
      const { actor, caseId, now } = command;
      if (actor.kind === 'officer') {
        await beginWatching(deps.db, { officerId: actor.officerId, caseIds: [caseId], now });
      }
      await deps.db.$transaction(done);
      return { ok: true };
    }
  }
}
