import { assignCase, type Target } from '../../../cases/commands.ts';
import type { Deps } from '../../../deps.ts';
import type { PrismaClient } from '../../../generated/prisma/client.ts';

type HandOverDeps = Pick<Deps, 'config' | 'db' | 'boss' | 'vault' | 'definitions'>;

/** At most so many at once; whoever has more hands over again. */
const atOnce = 500;

export interface OpenCase {
  id: string;
  reference: string;
  agenda: string;
  version: number;
}

export async function findOpenCases(db: PrismaClient, officerId: string): Promise<OpenCase[]> {
  const cases = await db.case.findMany({
    where: { officerId, decidedAt: null, trial: false },
    select: { id: true, reference: true, version: true, agendaVersion: { select: { title: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: atOnce,
  });
  return cases.map(({ agendaVersion, ...row }) => ({ ...row, agenda: agendaVersion.title }));
}

interface HandOver {
  from: string;
  to: Target;
  /** The applicants read it. */
  reason: string;
  now: Temporal.Instant;
}

interface HandedOver {
  done: number;
  /** What stayed, and why. */
  failed: { reference: string; message: string }[];
}

/** Each case by itself, as any other hand-over; the portal does it, since its officer no longer can. */
export async function handOver(deps: HandOverDeps, { from, to, reason, now }: HandOver): Promise<HandedOver> {
  const result: HandedOver = { done: 0, failed: [] };
  for (const { id, reference, version } of await findOpenCases(deps.db, from)) {
    const command = { caseId: id, expectedVersion: version, actor: { kind: 'system' as const }, now };
    const assigned = await assignCase(deps, { ...command, to, reason });
    if (assigned.ok) result.done += 1;
    else {
      const message = 'refusal' in assigned ? assigned.refusal.message : 'Případ se mezitím změnil.';
      result.failed.push({ reference, message });
    }
  }
  return result;
}
