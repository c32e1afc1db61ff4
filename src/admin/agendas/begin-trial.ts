import { checkDefinition } from '../../core/form/check-definition.ts';
import type { Definition } from '../../core/form/definition.ts';
import type { Problem } from '../../core/form/problem.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { judge } from './judge.ts';
import { lockAgenda } from './lock-agenda.ts';
import { findSketch } from './sketch.ts';
import { auditVersion, type By, date } from './version-command.ts';

export type TrialResult =
  | { ok: true; versionId: string }
  | { ok: false; reason: 'missing' }
  /** Gaps that a form cannot be made with; the wording may still be anything. */
  | { ok: false; reason: 'incomplete'; problems: Problem[] };

/** A snapshot of the sketch to fill in for a test. It never changes and nobody is offered it. */
export async function beginTrial(
  { db }: Pick<Deps, 'db'>,
  { slug, actor, now }: By & { slug: string },
): Promise<TrialResult> {
  return db.$transaction(async tx => {
    const agendaId = await lockAgenda(tx, slug);
    const sketch = await findSketch(tx, slug);
    if (agendaId === null || !sketch) return { ok: false, reason: 'missing' };
    const problems = await incomplete(tx, { definition: sketch.definition, now });
    if (problems.length > 0) return { ok: false, reason: 'incomplete', problems };
    const { number, definition } = sketch;
    const { id } = await tx.agendaVersion.create({
      data: {
        agendaId,
        number,
        status: 'trial',
        title: definition.title,
        definition: definition as Prisma.InputJsonObject,
        createdAt: date(now),
      },
      select: { id: true },
    });
    await auditVersion(tx, { slug, number, actor, now }, 'trialBegun');
    return { ok: true, versionId: id };
  });
}

/** Nothing when it holds together; otherwise what the gate says to do, which is said for people who write agendas. */
async function incomplete(
  tx: Prisma.TransactionClient,
  { definition, now }: { definition: Definition; now: Temporal.Instant },
): Promise<Problem[]> {
  const department = await tx.department.count({ where: { slug: definition.department } });
  if (checkDefinition(definition).ok && department > 0) return [];
  return (await judge(tx, { definition, now })).errors;
}
