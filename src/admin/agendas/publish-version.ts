import { recordAudit } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { acknowledge, type Acknowledgement, judge, type Reasons } from './judge.ts';
import {
  announceCatalogue,
  auditVersion,
  type By,
  date,
  type LockedVersion,
  lockVersion,
  type Refusal,
  type VersionCommand,
} from './version-command.ts';

/** `gate`: something has to be mended, or a warning has no reason. */
export type PublishRefusal = Refusal | { ok: false; reason: 'gate' };

interface PublishCommand extends VersionCommand {
  reasons: Reasons;
}

/** From now on people fill in this version. What was published until now is superseded in the same transaction. */
export async function publishVersion(
  { db }: Pick<Deps, 'db'>,
  command: PublishCommand,
): Promise<{ ok: true } | PublishRefusal> {
  return db.$transaction(async tx => {
    const found = await lockVersion(tx, command, ['draft']);
    if (!found.ok) return found;
    const acknowledgements = await passGate(tx, found, command);
    if (!acknowledgements) return { ok: false, reason: 'gate' };
    await putInForce(tx, { ...command, ...found, acknowledgements });
    return { ok: true };
  });
}

/** The version is published at `publishAt`, by a job; until then nobody changes it, and it may be taken back. */
export async function scheduleVersion(
  { db }: Pick<Deps, 'db'>,
  command: PublishCommand & { publishAt: Temporal.Instant },
): Promise<{ ok: true } | PublishRefusal> {
  return db.$transaction(async tx => {
    const found = await lockVersion(tx, command, ['draft']);
    if (!found.ok) return found;
    const acknowledgements = await passGate(tx, found, command);
    if (!acknowledgements) return { ok: false, reason: 'gate' };
    const { slug, number, actor, now, publishAt } = command;
    await tx.agendaVersion.update({
      where: { id: found.id },
      data: { status: 'scheduled', publishAt: date(publishAt), acknowledgements },
    });
    const details = { agenda: slug, version: number, publishAt: publishAt.toString({ smallestUnit: 'minute' }) };
    await recordAudit(tx, { actor, at: now, action: 'agendaScheduled', subject: `agenda/${slug}`, details });
    return { ok: true };
  });
}

/** It is a sketch again. */
export async function cancelSchedule(
  { db }: Pick<Deps, 'db'>,
  command: VersionCommand,
): Promise<{ ok: true } | Refusal> {
  return db.$transaction(async tx => {
    const found = await lockVersion(tx, command, ['scheduled']);
    if (!found.ok) return found;
    await backToSketch(tx, found.id);
    await auditVersion(tx, command, 'scheduleCancelled');
    return { ok: true };
  });
}

export async function backToSketch(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.agendaVersion.update({ where: { id }, data: { status: 'draft', publishAt: null, acknowledgements: [] } });
}

async function passGate(
  tx: Prisma.TransactionClient,
  version: LockedVersion,
  { reasons, now }: PublishCommand,
): Promise<Acknowledgement[] | undefined> {
  return acknowledge(await judge(tx, { ...version, now }), reasons);
}

interface InForce extends By {
  id: string;
  agendaId: string;
  slug: string;
  number: number;
  acknowledgements: Acknowledgement[];
}

/** The agenda is locked and the version has passed the gate. */
export async function putInForce(tx: Prisma.TransactionClient, version: InForce): Promise<void> {
  const { id, agendaId, slug, number, acknowledgements, actor, now } = version;
  await tx.agendaVersion.updateMany({ where: { agendaId, status: 'published' }, data: { status: 'superseded' } });
  await tx.agendaVersion.update({
    where: { id },
    data: { status: 'published', publishedAt: date(now), acknowledgements },
  });
  for (const { rule, path } of acknowledgements) {
    const details = { agenda: slug, version: number, rule, path };
    await recordAudit(tx, { actor, at: now, action: 'warningAccepted', subject: `agenda/${slug}`, details });
  }
  await auditVersion(tx, version, 'agendaPublished');
  await announceCatalogue(tx);
}
