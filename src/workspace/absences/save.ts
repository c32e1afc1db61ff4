import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../../audit/record.ts';
import type { Officer } from '../../core/actor.ts';
import { type Absence, firstLoop, type Loop } from '../../core/case/deputies.ts';
import { cancelled } from '../../core/office/absences.ts';
import { dayInPrague } from '../../core/czech/format.ts';
import { dayColumn, dayOf } from '../../database/days.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { AbsenceRow } from './queries.ts';

type By = { actor: Officer; now: Temporal.Instant };
/** `isGone`: somebody cancelled it meanwhile. */
type Saved =
  { ok: true } | { ok: false; isGone: true } | { ok: false; loop: Loop; nameOf: (officerId: string) => string };

/** Keeps an absence, a new one without an `id`; unless the chain of deputies would come back to itself. */
export async function saveAbsence(
  { db }: Pick<Deps, 'db'>,
  { id, absence, actor, now }: By & { id?: string; absence: Absence },
): Promise<Saved> {
  return db.$transaction(async tx => {
    // Two who name each other at the same moment come one after the other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('absence', 0))`;
    const loop = firstLoop(await meanwhile(tx, absence, id), absence);
    if (loop) return { ok: false, loop, nameOf: await namesOf(tx, loop.officerIds) };
    const { officerId, deputyId, from, until } = absence;
    const data = { officerId, deputyId, fromOn: dayColumn(from), untilOn: dayColumn(until) };
    if (id === undefined) await tx.absence.create({ data: { id: randomUUIDv7(), ...data } });
    else {
      const { count } = await tx.absence.updateMany({ where: { id }, data });
      if (count === 0) return { ok: false, isGone: true };
    }
    await recordAudit(tx, {
      actor,
      at: now,
      action: 'absenceSet',
      subject: `officer/${officerId}`,
      details: { officerId, deputyId, from: from.toString(), until: until.toString() },
    });
    return { ok: true };
  });
}

/** One that has begun ends with yesterday, so that what a deputy did then stays explained; another is as if it never were. */
export async function cancelAbsence(
  { db }: Pick<Deps, 'db'>,
  { id, officerId, from, until, actor, now }: By & Pick<AbsenceRow, 'id' | 'officerId' | 'from' | 'until'>,
): Promise<void> {
  const rest = cancelled({ from, until }, dayInPrague(now));
  await db.$transaction(async tx => {
    if (rest) await tx.absence.updateMany({ where: { id }, data: { untilOn: dayColumn(rest.until) } });
    else await tx.absence.deleteMany({ where: { id } });
    const details = { officerId, from: from.toString(), until: until.toString() };
    await recordAudit(tx, { actor, at: now, action: 'absenceCancelled', subject: `officer/${officerId}`, details });
  });
}

/** Other absences on any of its days. */
async function meanwhile(
  tx: Prisma.TransactionClient,
  { from, until }: Absence,
  id: string | undefined,
): Promise<Absence[]> {
  const rows = await tx.absence.findMany({
    where: {
      fromOn: { lte: dayColumn(until) },
      untilOn: { gte: dayColumn(from) },
      ...(id !== undefined && { id: { not: id } }),
    },
    select: { officerId: true, deputyId: true, fromOn: true, untilOn: true },
  });
  return rows.map(({ fromOn, untilOn, ...people }) => ({ ...people, from: dayOf(fromOn), until: dayOf(untilOn) }));
}

async function namesOf(tx: Prisma.TransactionClient, ids: string[]): Promise<(officerId: string) => string> {
  const officers = await tx.officer.findMany({
    where: { id: { in: ids } },
    select: { id: true, account: { select: { name: true } } },
  });
  const names = new Map(officers.map(({ id, account }) => [id, account.name]));
  return id => names.get(id) ?? '';
}
