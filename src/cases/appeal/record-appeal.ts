import type { Actor } from '../../core/actor.ts';
import { appealPeriod } from '../../core/case/appeal.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../database/days.ts';
import { changeCase, type CommandDeps } from '../change-case.ts';
import { openEvent } from '../history.ts';

type RecordDeps = CommandDeps & Pick<Deps, 'now' | 'log'>;

/** The queue of appeals whose decision does not know of them yet. */
export const appealQueue = 'record-appeal';

export interface AppealJob {
  /** The case that the appeal has become. */
  appealId: string;
}

/**
 * Tells the case whose decision is appealed against. The job of it is inserted by the very statement that files the
 * appeal, so no appeal is lost between the two; run again, it finds that it is done. A case that can no longer take it,
 * because another appeal was quicker, keeps the link alone.
 */
export async function recordAppeal(deps: RecordDeps, { appealId }: AppealJob): Promise<void> {
  const appeal = await deps.db.case.findUnique({
    where: { id: appealId },
    select: {
      reference: true,
      filedAt: true,
      applicant: { select: { id: true, name: true } },
      appeals: { select: { id: true, appealUntil: true } },
    },
  });
  if (!appeal?.appeals || (await isRecorded(deps, appeal.appeals.id, appeal.reference))) return;
  const { reference, filedAt, applicant, appeals } = appeal;
  const filedOn = dayInPrague(filedAt.toTemporalInstant());
  const until = appeals.appealUntil && dayOf(appeals.appealUntil);
  const actor: Actor = applicant
    ? { kind: 'citizen', accountId: applicant.id, name: applicant.name, level: 'account' }
    : { kind: 'guest' };
  const { isLate } = appealPeriod(until, filedOn);
  const command = { caseId: appeals.id, expectedVersion: null, actor, now: deps.now() };
  const result = await changeCase(deps, command, { type: 'appeal', reference, isLate });
  if (!result.ok) deps.log.warn({ appealId }, 'appeal against a case that takes none');
}

async function isRecorded({ db, vault }: CommandDeps, caseId: string, reference: string): Promise<boolean> {
  const events = await db.caseEvent.findMany({
    where: { caseId, type: 'appealed' },
    select: { number: true, data: true },
  });
  return events.some(row => {
    const event = openEvent(vault, caseId, row);
    return event.type === 'appealed' && event.data.reference === reference;
  });
}
