import { randomUUIDv7 } from 'node:crypto';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { NewDocument } from './documents.ts';
import { findSame } from './find-same.ts';
import { lockAgenda } from './lock-agenda.ts';

/** A sketch as somebody has seen it: whether it has changed since, its revision tells. */
export interface SeenSketch {
  slug: string;
  number: number;
  revision: number;
}

/** A version that is being written or waits for its publication. */
export interface Pending extends SeenSketch {
  id: string;
  title: string;
  /** When it was last written to, and by whom, where that is known. */
  at: Temporal.Instant;
  by: string | null;
}

/** What becomes of one document. `number` is that of the version that says so, or that will. */
export type Plan = { document: NewDocument; agendaId: string; number: number } & (
  | { step: 'same' | 'begin' }
  /** There is another sketch: it goes, it stays, or somebody has to say. */
  | { step: 'replace' | 'keep' | 'ask'; sketch: Pending }
  /** There is a version that nobody may change. */
  | { step: 'wait'; waiting: Pending }
);

interface Wanted {
  documents: readonly NewDocument[];
  replace?: readonly SeenSketch[] | undefined;
}

/** Until `tx` ends, nobody else changes any of the agendas. */
export async function planImport(tx: Prisma.TransactionClient, { documents, replace }: Wanted): Promise<Plan[]> {
  // Whoever locks several agendas does so in one order, so that two imports never wait for each other.
  const inOrder = documents.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const plans: Plan[] = [];
  for (const document of inOrder) plans.push(await planOne(tx, { document, replace }));
  return plans;
}

async function planOne(
  tx: Prisma.TransactionClient,
  { document, replace }: { document: NewDocument; replace: Wanted['replace'] },
): Promise<Plan> {
  const { slug } = document;
  const about = { document, agendaId: await lockedAgenda(tx, slug) };
  const same = await findSame(tx, document);
  if (same !== undefined) return { ...about, number: same, step: 'same' };
  const versions = await tx.agendaVersion.findMany({
    where: { agendaId: about.agendaId, status: { not: 'trial' } },
    select: pendingColumns,
    orderBy: { number: 'desc' },
  });
  const next = { ...about, number: (versions[0]?.number ?? 0) + 1 };
  const found = versions.find(({ status }) => status === 'draft' || status === 'scheduled');
  if (!found) return { ...next, step: 'begin' };
  const { status, editedAt, createdAt, editedBy, ...version } = found;
  const at = (editedAt ?? createdAt).toTemporalInstant();
  const pending: Pending = { ...version, slug, at, by: editedBy?.name ?? null };
  if (status === 'scheduled') return { ...next, step: 'wait', waiting: pending };
  return { ...next, step: whatBecomesOf(pending, replace), sketch: pending };
}

const pendingColumns = {
  id: true,
  number: true,
  status: true,
  revision: true,
  title: true,
  createdAt: true,
  editedAt: true,
  editedBy: { select: { name: true } },
} satisfies Prisma.AgendaVersionSelect;

function whatBecomesOf({ slug, number, revision }: Pending, replace: Wanted['replace']): 'replace' | 'keep' | 'ask' {
  if (replace === undefined) return 'ask';
  const seen = replace.find(sketch => sketch.slug === slug);
  if (!seen) return 'keep';
  return seen.number === number && seen.revision === revision ? 'replace' : 'ask';
}

async function lockedAgenda(tx: Prisma.TransactionClient, slug: string): Promise<string> {
  await tx.$executeRaw`INSERT INTO agenda (id, slug) VALUES (${randomUUIDv7()}::uuid, ${slug}) ON CONFLICT DO NOTHING`;
  const id = await lockAgenda(tx, slug);
  if (id === null) throw new Error('agendas are never deleted');
  return id;
}
