import { fromPrisma } from 'pg-boss';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { By, Refusal, VersionCommand } from './version-command.ts';
import { announceCatalogue, auditVersion, date, lockVersion } from './version-command.ts';
import { withdrawalQueue, type WithdrawalJob } from './tell-of-withdrawal.ts';

/**
 * The agenda is offered no more. Drafts stay readable and running cases go on; people who have a draft read the message
 * wherever they meet the agenda, and those with an account by mail, which a job ordered here sends.
 */
export async function withdrawVersion(
  { db, boss }: Pick<Deps, 'db' | 'boss'>,
  command: VersionCommand & { message: string },
): Promise<{ ok: true } | Refusal> {
  return db.$transaction(async tx => {
    const found = await lockVersion(tx, command, ['published']);
    if (!found.ok) return found;
    await tx.agendaVersion.update({
      where: { id: found.id },
      data: { status: 'withdrawn', withdrawnAt: date(command.now), withdrawalMessage: command.message },
    });
    await auditVersion(tx, command, 'agendaWithdrawn');
    await boss.send(withdrawalQueue, { versionId: found.id } satisfies WithdrawalJob, { db: fromPrisma(tx) });
    await announceCatalogue(tx);
    return { ok: true };
  });
}

/** The sketch is put aside; nobody was ever offered it, so nobody needs to be told. */
export async function discardSketch(
  { db }: Pick<Deps, 'db'>,
  command: VersionCommand,
): Promise<{ ok: true } | Refusal> {
  return db.$transaction(async tx => {
    const found = await lockVersion(tx, command, ['draft']);
    if (!found.ok) return found;
    await putAside(tx, { ...command, id: found.id });
    return { ok: true };
  });
}

/** Its agenda is locked. It stays among the versions. */
export async function putAside(
  tx: Prisma.TransactionClient,
  { id, ...sketch }: By & { id: string; slug: string; number: number },
): Promise<void> {
  await tx.agendaVersion.update({ where: { id }, data: { status: 'withdrawn', withdrawnAt: date(sketch.now) } });
  await auditVersion(tx, sketch, 'sketchDiscarded');
}
