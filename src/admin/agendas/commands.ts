import { randomUUID } from 'node:crypto';
import { recordAudit } from '../../audit/record.ts';
import type { Actor } from '../../core/actor.ts';
import type { Definition } from '../../core/form/definition.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma, VersionStatus } from '../../generated/prisma/client.ts';
import { lockAgenda } from './lock-agenda.ts';
import { findDefinition } from './queries.ts';

interface By {
  actor: Actor;
  now: Temporal.Instant;
}

interface VersionCommand extends By {
  slug: string;
  number: number;
  /** Of the document on the page where it was decided. */
  fingerprint: string;
}

/** `replaced`: the draft holds another document now; `status`: what the version has become meanwhile. */
export type ChangeResult =
  { ok: true } | { ok: false; reason: 'missing' | 'replaced' } | { ok: false; reason: 'status'; status: VersionStatus };

/**
 * Keeps a checked document as the agenda's draft version: in place of the draft there is, or as the next number.
 * An agenda nobody has heard of begins with it.
 */
export async function importDraft(
  { db }: Pick<Deps, 'db'>,
  { definition, actor, now }: By & { definition: Definition },
): Promise<{ number: number; replaced: boolean }> {
  return db.$transaction(async tx => {
    const { slug, title } = definition;
    const document = JSON.parse(JSON.stringify(definition)) as Prisma.InputJsonObject;
    await tx.$executeRaw`INSERT INTO agenda (id, slug) VALUES (${randomUUID()}::uuid, ${slug}) ON CONFLICT DO NOTHING`;
    const agendaId = await lockAgenda(tx, slug);
    if (agendaId === null) throw new Error('agendas are never deleted');
    const last = await tx.agendaVersion.findFirst({ where: { agendaId }, orderBy: { number: 'desc' } });
    const draft = await tx.agendaVersion.findFirst({ where: { agendaId, status: 'draft' } });
    const number = draft?.number ?? (last?.number ?? 0) + 1;
    const createdAt = date(now);
    if (draft) {
      // Whoever has it open in the designer is told that it has changed.
      const revision = draft.revision + 1;
      const data = { title, definition: document, createdAt, revision, editedById: null, editedAt: null };
      await tx.agendaVersion.update({ where: { id: draft.id }, data });
    } else await tx.agendaVersion.create({ data: { agendaId, number, title, definition: document, createdAt } });
    await audit(tx, { slug, number, actor, now }, 'agendaImported');
    return { number, replaced: draft !== null };
  });
}

/** From now on people fill in this version. What was published until now is superseded in the same transaction. */
export async function publishVersion({ db }: Pick<Deps, 'db'>, command: VersionCommand): Promise<ChangeResult> {
  return db.$transaction(async tx => {
    const found = await lockVersion(tx, command, ['draft']);
    if (!found.ok) return found;
    const { id, agendaId } = found;
    await tx.agendaVersion.updateMany({ where: { agendaId, status: 'published' }, data: { status: 'superseded' } });
    await tx.agendaVersion.update({ where: { id }, data: { status: 'published', publishedAt: date(command.now) } });
    await audit(tx, command, 'agendaPublished');
    await tellReplicas(tx);
    return { ok: true };
  });
}

/** The version is offered no more; a published one leaves the catalogue with it. */
export async function withdrawVersion({ db }: Pick<Deps, 'db'>, command: VersionCommand): Promise<ChangeResult> {
  return db.$transaction(async tx => {
    const found = await lockVersion(tx, command, ['draft', 'published']);
    if (!found.ok) return found;
    await tx.agendaVersion.update({
      where: { id: found.id },
      data: { status: 'withdrawn', withdrawnAt: date(command.now) },
    });
    await audit(tx, command, 'agendaWithdrawn');
    await tellReplicas(tx);
    return { ok: true };
  });
}

async function lockVersion(
  tx: Prisma.TransactionClient,
  { slug, number, fingerprint }: VersionCommand,
  from: VersionStatus[],
): Promise<{ ok: true; id: string; agendaId: string } | Extract<ChangeResult, { ok: false }>> {
  const agendaId = await lockAgenda(tx, slug);
  if (agendaId === null) return { ok: false, reason: 'missing' };
  const version = await tx.agendaVersion.findFirst({ where: { agendaId, number, status: { not: 'trial' } } });
  if (!version) return { ok: false, reason: 'missing' };
  if (!from.includes(version.status)) return { ok: false, reason: 'status', status: version.status };
  const { id } = version;
  if ((await findDefinition(tx, id))?.fingerprint !== fingerprint) return { ok: false, reason: 'replaced' };
  return { ok: true, id, agendaId };
}

type AgendaAction = 'agendaImported' | 'agendaPublished' | 'agendaWithdrawn';

async function audit(
  tx: Prisma.TransactionClient,
  { slug, number, actor, now }: Omit<VersionCommand, 'fingerprint'>,
  action: AgendaAction,
): Promise<void> {
  const details = { agenda: slug, version: number };
  await recordAudit(tx, { actor, at: now, action, subject: `agenda/${slug}`, details });
}

/** Every process keeps the published agendas in memory; PostgreSQL delivers this when the transaction commits. */
async function tellReplicas(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('catalogue_changed', '')`;
}

function date(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}
