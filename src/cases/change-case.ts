import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../core/actor.ts';
import type { Action, ActionType } from '../core/case/actions.ts';
import type { CaseEvent } from '../core/case/events.ts';
import { transition } from '../core/case/lifecycle.ts';
import type { Refusal } from '../core/case/refusals.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { enqueueMail } from '../notifications/queue.ts';
import { letterAbout } from './applicant-letter.ts';
import { auditedEvent } from './audited-event.ts';
import { appendEvent, eventsSince, findHolder, lastEvent, lockCase, saveCase, type StoredCase } from './case-store.ts';
import { chain } from './history.ts';
import { caseLink } from './links.ts';
import { openSubmission } from './submission.ts';

export type CommandDeps = Pick<Deps, 'config' | 'db' | 'boss' | 'vault'>;

/** What every command that changes a case says. */
export interface CaseCommand {
  caseId: string;
  /** The version of the case on the page where it was decided. */
  expectedVersion: number;
  actor: Actor;
  now: Temporal.Instant;
}

/** `conflict`: somebody was quicker; what has happened since the expected version, oldest first. */
export type CommandResult =
  { ok: true } | { ok: false; conflict: { version: number; events: CaseEvent[] } } | { ok: false; refusal: Refusal };

/** One transaction: lock the row, decide with the core, save, and append event, audit record and mail. */
export async function changeCase<T extends ActionType>(
  deps: CommandDeps,
  { caseId, expectedVersion, actor, now }: CaseCommand,
  action: Action<T>,
): Promise<CommandResult> {
  return deps.db.$transaction(async tx => {
    const before = await lockCase(tx, caseId);
    const { version } = before;
    if (version !== expectedVersion) {
      const events = await eventsSince(tx, deps.vault, { caseId, version: expectedVersion });
      return { ok: false, conflict: { version, events } };
    }
    const decided = transition(before, action, actor, now);
    if (!decided.ok) return decided;
    await saveCase(tx, { caseId, after: decided.case, now });
    for (const chained of chain(caseId, decided.events, await lastEvent(tx, caseId))) {
      const { event } = chained;
      if (event.type === 'filed') throw new Error('a case is filed once');
      await appendEvent(tx, deps.vault, { caseId, chained, actor });
      const record = auditedEvent(before.reference, event);
      await recordAudit(tx, { actor, at: now, subject: `case/${caseId}`, ...record });
      await tellApplicant(tx, deps, { caseId, before, after: decided.case, event, now });
    }
    return { ok: true };
  });
}

interface Change {
  caseId: string;
  before: StoredCase;
  after: CaseSnapshot;
  event: CaseEvent;
  now: Temporal.Instant;
}

async function tellApplicant(
  tx: Prisma.TransactionClient,
  deps: CommandDeps,
  { caseId, before, after, event, now }: Change,
): Promise<void> {
  const { reference, submission, agendaVersion, applicantId } = before;
  if (!submission) throw new Error('a case holds a submission');
  const { email } = openSubmission(deps.vault, caseId, submission.content).applicant;
  if (email === '') return;
  const letter = letterAbout({
    event,
    case: after,
    holder: await findHolder(tx, after.officerId),
    dueOn: Temporal.PlainDate.from(before.dueOn.toISOString().slice(0, 10)),
    now,
    about: {
      reference,
      agenda: agendaVersion.title,
      link: caseLink(deps.config, { reference, hasAccount: applicantId !== null }),
    },
  });
  if (letter) await enqueueMail(tx, deps, { ...letter, caseId, to: email });
}
