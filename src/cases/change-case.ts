import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../core/actor.ts';
import type { Action, ActionType } from '../core/case/actions.ts';
import type { CaseEvent } from '../core/case/events.ts';
import { dueOn } from '../core/case/clock.ts';
import { dayInPrague } from '../core/czech/format.ts';
import { transition } from '../core/case/lifecycle.ts';
import { placeholderValues } from '../core/case/placeholder-values.ts';
import type { Refusal } from '../core/case/refusals.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import type { Definition } from '../core/form/definition.ts';
import type { Deps } from '../deps.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { enqueueMail } from '../notifications/queue.ts';
import { letterAbout } from './applicant-letter.ts';
import { applicantMailboxes } from './applicant-mailbox.ts';
import { applicantMails } from './applicant-mails.ts';
import { auditedEvent } from './audited-event.ts';
import {
  appendEvent,
  eventsSince,
  findDepartmentName,
  findHolder,
  isOfApplicant,
  lockCase,
  saveCase,
  type StoredCase,
} from './case-store.ts';
import { chain } from './history.ts';
import { caseLink, isSignedInto } from './links.ts';
import { snapshotOf } from './snapshot-of.ts';
import { openSubmission } from './submission.ts';
import { closeWithdrawn } from './tasks/close-withdrawn.ts';
import { tellOffice } from './tell-office.ts';

export type CommandDeps = Pick<Deps, 'config' | 'db' | 'boss' | 'vault' | 'definitions'>;

/** What every command that changes a case says. */
export interface CaseCommand {
  caseId: string;
  /** The version of the case on the page where it was decided; null for what is right whatever has happened since. */
  expectedVersion: number | null;
  actor: Actor;
  now: Temporal.Instant;
}

/** `conflict`: somebody was quicker; what has happened since the expected version, oldest first. */
export type CommandResult =
  { ok: true } | { ok: false; conflict: { version: number; events: CaseEvent[] } } | { ok: false; refusal: Refusal };

/** What is to be done, found out under the lock of the case: what it rests on is still so when it is saved. */
export type Prepare<T extends ActionType> = (
  tx: Prisma.TransactionClient,
) => Promise<{ ok: true; action: Action<T> } | { ok: false; refusal: Refusal }>;

/** What a command writes besides, in the same transaction: either all of it is true, or none. It may throw `Refused`. */
export type Also<T extends ActionType> = (tx: Prisma.TransactionClient, action: Action<T>) => Promise<void>;

/** Ends the transaction of a command, and with it whatever it has written. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** One transaction: lock the row, decide with the core, save, and append event, audit record and mail. */
export async function changeCase<T extends ActionType>(
  deps: CommandDeps,
  command: CaseCommand,
  action: Action<T> | Prepare<T>,
  also?: Also<T>,
): Promise<CommandResult> {
  try {
    return await change(
      deps,
      command,
      typeof action === 'function' ? action : () => Promise.resolve({ ok: true, action }),
      also,
    );
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function change<T extends ActionType>(
  deps: CommandDeps,
  { caseId, expectedVersion, actor, now }: CaseCommand,
  prepare: Prepare<T>,
  also?: Also<T>,
): Promise<CommandResult> {
  // A case keeps its version of the agenda; read before, so that no transaction waits for another connection.
  const { agendaVersionId } = await deps.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { agendaVersionId: true },
  });
  const definition = await deps.definitions.of(agendaVersionId);
  return deps.db.$transaction(async tx => {
    const before = await lockCase(tx, caseId);
    const { version } = before;
    if (expectedVersion !== null && version !== expectedVersion) {
      const events = await eventsSince(tx, deps.vault, { caseId, version: expectedVersion });
      return { ok: false, conflict: { version, events } };
    }
    const prepared = await prepare(tx);
    if (!prepared.ok) throw new Refused(prepared.refusal);
    const { action } = prepared;
    const decided = transition(snapshotOf(before, definition), action, actor, now);
    if (!decided.ok) throw new Refused(decided.refusal);
    const isReaction = actor.kind === 'officer' && action.type !== 'answerTask';
    await saveCase(tx, { caseId, before, after: decided.case, actor, now, isReaction });
    await also?.(tx, action);
    for (const chained of chain(caseId, decided.events, before.lastEvent)) {
      const { event } = chained;
      if (event.type === 'filed') throw new Error('a case is filed once');
      await appendEvent(tx, deps.vault, { caseId, chained, actor });
      const record = auditedEvent(before.reference, event);
      await recordAudit(tx, { actor, at: now, subject: `case/${caseId}`, ...record });
      const change = { caseId, definition, before, after: decided.case, event, actor, now };
      await tellApplicant(tx, deps, change);
      await tellOffice(tx, deps, { ...change, reference: before.reference, agenda: definition.title });
      await closeWithdrawn(tx, deps, change);
    }
    return { ok: true };
  });
}

interface Change {
  caseId: string;
  definition: Definition;
  before: StoredCase;
  after: CaseSnapshot;
  event: CaseEvent;
  actor: Actor;
  now: Temporal.Instant;
}

async function tellApplicant(
  tx: Prisma.TransactionClient,
  deps: CommandDeps,
  { caseId, definition, before, after, event, actor, now }: Change,
): Promise<void> {
  const { reference, submission } = before;
  if (!submission) throw new Error('a case holds a submission');
  const { applicant, filedAt } = openSubmission(deps.vault, caseId, submission);
  const mailboxes = await applicantMailboxes(tx, deps.vault, {
    caseId,
    email: applicant.email,
    today: dayInPrague(now),
  });
  if (mailboxes.length === 0) return;
  const letter = letterAbout({
    event,
    isOwn: isOfApplicant(after, actor),
    case: after,
    holder: await findHolder(tx, after.officerId),
    now,
    about: {
      reference,
      agenda: definition.title,
      link: caseLink(deps.config, { reference, hasAccount: isSignedInto(before) }),
    },
    mails: definition.mails,
    placeholders: placeholderValues({
      reference,
      agenda: definition.title,
      applicant: applicant.name,
      department: await findDepartmentName(tx, after.departmentId),
      filedAt: Temporal.Instant.from(filedAt),
      dueOn: dueOn(after.clock),
    }),
  });
  const mailed = applicantMails[event.type];
  if (!letter) return;
  for (const { email, accountId } of mailboxes) {
    const progressOf = 'isProgress' in mailed ? accountId : null;
    await enqueueMail(tx, deps, { ...letter, caseId, to: email, progressOf });
  }
}
