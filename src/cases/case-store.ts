import { actorColumns } from '../audit/record.ts';
import type { Actor } from '../core/actor.ts';
import type { CaseEvent } from '../core/case/events.ts';
import { roles } from '../core/case/roles.ts';
import type { CaseSnapshot } from '../core/case/snapshot.ts';
import { isOpen } from '../core/case/states.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Vault } from '../vault/vault.ts';
import type { Holder } from './applicant-letter.ts';
import { columnsOf, snapshotColumns } from './snapshot-of.ts';
import { type ChainedEvent, openEvent, sealEvent } from './history.ts';

type Tx = Prisma.TransactionClient;

const stored = {
  ...snapshotColumns,
  reference: true,
  decidedAt: true,
  closedAt: true,
  submission: { select: { content: true } },
} satisfies Prisma.CaseSelect;

export type StoredCase = Prisma.CaseGetPayload<{ select: typeof stored }>;

/** Nobody else changes the case until this transaction ends; read after the lock, it is as the last one left it. */
export async function lockCase(tx: Tx, caseId: string): Promise<StoredCase> {
  await tx.$queryRaw`SELECT FROM "case" WHERE id = ${caseId}::uuid FOR UPDATE`;
  return tx.case.findUniqueOrThrow({ where: { id: caseId }, select: stored });
}

/** Each change appends one event and raises the version by one, so an event has the number of the version it made. */
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

export async function lastEvent(tx: Tx, caseId: string): Promise<{ number: number; hash: Uint8Array }> {
  return tx.caseEvent.findFirstOrThrow({
    where: { caseId },
    orderBy: { number: 'desc' },
    select: { number: true, hash: true },
  });
}

interface Saved {
  caseId: string;
  before: StoredCase;
  after: CaseSnapshot;
  actor: Actor;
  now: Temporal.Instant;
}

export async function saveCase(tx: Tx, { caseId, before, after, actor, now }: Saved): Promise<void> {
  const at = new Date(now.epochMilliseconds);
  await tx.case.update({
    where: { id: caseId },
    data: {
      ...columnsOf(after),
      decidedAt: isOpen(after.state) ? null : (before.decidedAt ?? at),
      closedAt: after.state === 'closed' ? (before.closedAt ?? at) : null,
      changedAt: at,
      // It is now for the office to look at what the applicant did; or the office has.
      answeredAt: isOfApplicant(after, actor) ? at : null,
    },
    select: { id: true },
  });
}

/** Whether somebody acted as the applicant. */
export function isOfApplicant(snapshot: CaseSnapshot, actor: Actor): boolean {
  return roles.applicant.is(snapshot, actor);
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

export async function findHolder(tx: Tx, officerId: string | null): Promise<Holder | null> {
  if (officerId === null) return null;
  const officer = await tx.officer.findUniqueOrThrow({
    where: { id: officerId },
    select: { phone: true, account: { select: { name: true } }, department: { select: { name: true } } },
  });
  return { name: officer.account.name, phone: officer.phone, department: officer.department.name };
}

export async function findDepartmentName(tx: Tx, id: string): Promise<string> {
  const { name } = await tx.department.findUniqueOrThrow({ where: { id }, select: { name: true } });
  return name;
}
