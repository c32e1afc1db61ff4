import { actorColumns } from '../audit/record.ts';
import type { Actor } from '../core/actor.ts';
import type { CaseEvent } from '../core/case/events.ts';
import { roles } from '../core/case/roles.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import { ownDays, waitingAfter } from '../core/case/own-days.ts';
import { isOpen } from '../core/case/states.ts';
import { dayInPrague } from '../core/czech/format.ts';
import { dayColumn, dayOf } from '../database/days.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Vault } from '../vault/vault.ts';
import type { Holder } from './applicant-letter.ts';
import { columnsOf, type SnapshotColumns, snapshotSql } from './snapshot-of.ts';
import { type ChainedEvent, openEvent, sealEvent } from './history.ts';
import { standingMarks } from './search-marks.ts';

type Tx = Prisma.TransactionClient;

export interface StoredCase extends SnapshotColumns {
  reference: string;
  filedAt: Date;
  decidedAt: Date | null;
  closedAt: Date | null;
  answeredAt: Date | null;
  waitedDays: number;
  waitingSince: Date | null;
  ownDays: number | null;
  submission: Uint8Array | null;
  /** The end of its history; what is appended is chained to it. */
  lastEvent: { number: number; hash: Uint8Array };
}

type Row = Omit<StoredCase, 'lastEvent'> & { lastNumber: number; lastHash: Uint8Array };

/** Nobody else changes the case until this transaction ends; read after the lock, it is as the last one left it. */
export async function lockCase(tx: Tx, caseId: string): Promise<StoredCase> {
  await tx.$queryRaw`SELECT FROM "case" WHERE id = ${caseId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c.reference, c.decided_at AS "decidedAt", c.closed_at AS "closedAt", c.answered_at AS "answeredAt", c.filed_at AS "filedAt",
      c.waited_days AS "waitedDays", c.waiting_since AS "waitingSince", c.own_days AS "ownDays", s.content AS submission, ${snapshotSql},
      e.number AS "lastNumber", e.hash AS "lastHash"
    FROM "case" c
    LEFT JOIN submission s ON s.case_id = c.id
    CROSS JOIN LATERAL (SELECT number, hash FROM case_event WHERE case_id = c.id ORDER BY number DESC LIMIT 1) e
    WHERE c.id = ${caseId}::uuid`;
  if (!row) throw new Error('a case holds its history');
  const { lastNumber, lastHash, ...stored } = row;
  return { ...stored, lastEvent: { number: lastNumber, hash: lastHash } };
}

/** Each event raises the version by one, so it has the number of the version it made. */
export async function eventsSince(
  tx: Tx,
  vault: Vault,
  { caseId, version }: { caseId: string; version: number },
): Promise<CaseEvent[]> {
  const rows = await tx.caseEvent.findMany({
    where: { caseId, number: { gt: version } },
    orderBy: { number: 'asc' },
    select: { number: true, data: true },
  });
  return rows.map(row => openEvent(vault, caseId, row));
}

interface Saved {
  caseId: string;
  before: StoredCase;
  after: CaseSnapshot;
  actor: Actor;
  now: Temporal.Instant;
  /** False of what says nothing about what the applicant did: then it still waits to be looked at. */
  isReaction: boolean;
}

export async function saveCase(tx: Tx, { caseId, before, after, actor, now, isReaction }: Saved): Promise<void> {
  const at = new Date(now.epochMilliseconds);
  const today = dayInPrague(now);
  const waiting = { waitedDays: before.waitedDays, since: before.waitingSince && dayOf(before.waitingSince) };
  const { waitedDays, since } = waitingAfter(waiting, after.state, today);
  const filedOn = dayInPrague(before.filedAt.toTemporalInstant());
  await tx.case.update({
    where: { id: caseId },
    data: {
      ...columnsOf(after),
      decidedAt: isOpen(after.state) ? null : (before.decidedAt ?? at),
      closedAt: after.state === 'closed' ? (before.closedAt ?? at) : null,
      waitedDays,
      waitingSince: since && dayColumn(since),
      // What nobody confirmed took the office no days.
      ownDays:
        isOpen(after.state) || [before.state, after.state].includes('lapsed')
          ? null
          : (before.ownDays ?? ownDays({ filedOn, waiting }, today)),
      changedAt: at,
      // It is now for the office to look at what the applicant did; or the office has.
      answeredAt: isOfApplicant(after, actor) ? at : isReaction ? null : before.answeredAt,
    },
    select: { id: true },
  });
  await moveInSearch(tx, { caseId, before, after });
}

/** Officers look for a case among the open ones, and among those of its department. */
async function moveInSearch(
  tx: Tx,
  { caseId, before, after }: Pick<Saved, 'caseId' | 'before' | 'after'>,
): Promise<void> {
  const [from, to] = [standingMarks(before), standingMarks(after)];
  if (from.join() === to.join()) return;
  await tx.$executeRaw`
    UPDATE case_search
    SET tokens = ARRAY(SELECT t FROM unnest(tokens) t WHERE t <> ALL(${from}::bigint[])) || ${to}::bigint[]
    WHERE case_id = ${caseId}::uuid`;
}

/** Whether somebody acted as the applicant, or for them. */
export function isOfApplicant(snapshot: CaseSnapshot, actor: Actor): boolean {
  return roles.applicant.is(snapshot, actor) || roles.agent.is(snapshot, actor);
}

export async function appendEvent(
  tx: Tx,
  vault: Vault,
  { caseId, chained, actor }: { caseId: string; chained: ChainedEvent; actor: Actor },
): Promise<void> {
  const { number, event, previousHash, hash } = chained;
  const data = sealEvent(vault, caseId, chained);
  const at = new Date(event.at);
  await tx.caseEvent.create({
    data: { caseId, number, type: event.type, data, ...actorColumns(actor), at, previousHash, hash },
    select: { id: true },
  });
}

/** Asked with every change, so by one query. */
export async function findHolder(tx: Tx, officerId: string | null): Promise<Holder | null> {
  if (officerId === null) return null;
  const [holder] = await tx.$queryRaw<Holder[]>`
    SELECT a.name, o.phone, d.name AS department
    FROM officer o JOIN account a ON a.id = o.account_id JOIN department d ON d.id = o.department_id
    WHERE o.id = ${officerId}::uuid`;
  return holder ?? null;
}

export async function findDepartmentName(tx: Tx, id: string): Promise<string> {
  const { name } = await tx.department.findUniqueOrThrow({ where: { id }, select: { name: true } });
  return name;
}
