import { recordAudit } from '../../audit/record.ts';
import type { Actor } from '../../core/actor.ts';
import type { Prisma, VersionStatus } from '../../generated/prisma/client.ts';
import { lockAgenda } from './lock-agenda.ts';
import { findDefinition, type StoredDefinition } from './queries.ts';

export interface By {
  actor: Actor;
  now: Temporal.Instant;
}

/** What is done to a version that somebody has seen on a page. */
export interface VersionCommand extends By {
  slug: string;
  number: number;
  /** Of the document on the page where it was decided. */
  fingerprint: string;
}

/** `replaced`: the draft holds another document now; `status`: what the version has become meanwhile. */
export type Refusal =
  { ok: false; reason: 'missing' | 'replaced' } | { ok: false; reason: 'status'; status: VersionStatus };

export type LockedVersion = { ok: true; id: string; agendaId: string } & StoredDefinition;

/** The version as it stands, provided that it is still what was seen; nobody else changes the agenda until `tx` ends. */
export async function lockVersion(
  tx: Prisma.TransactionClient,
  { slug, number, fingerprint }: VersionCommand,
  from: VersionStatus[],
): Promise<LockedVersion | Refusal> {
  const agendaId = await lockAgenda(tx, slug);
  if (agendaId === null) return { ok: false, reason: 'missing' };
  const version = await tx.agendaVersion.findFirst({
    where: { agendaId, number, status: { not: 'trial' } },
    select: { id: true, status: true },
  });
  const stored = version && (await findDefinition(tx, version.id));
  if (!stored) return { ok: false, reason: 'missing' };
  if (!from.includes(version.status)) return { ok: false, reason: 'status', status: version.status };
  if (stored.fingerprint !== fingerprint) return { ok: false, reason: 'replaced' };
  return { ok: true, id: version.id, agendaId, ...stored };
}

/** Actions whose sentence needs the agenda and the version, and nothing else. */
type VersionAction =
  | 'agendaBegun'
  | 'versionBegun'
  | 'agendaImported'
  | 'agendaPublished'
  | 'scheduleCancelled'
  | 'agendaWithdrawn'
  | 'sketchDiscarded'
  | 'trialBegun';

export async function auditVersion(
  tx: Prisma.TransactionClient,
  { slug, number, actor, now }: Omit<VersionCommand, 'fingerprint'>,
  action: VersionAction,
): Promise<void> {
  const details = { agenda: slug, version: number };
  await recordAudit(tx, { actor, at: now, action, subject: `agenda/${slug}`, details });
}

/** Every process keeps the published agendas in memory; PostgreSQL delivers this when the transaction commits. */
export async function announceCatalogue(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('catalogue_changed', '')`;
}

export function date(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}
