import { createHash } from 'node:crypto';
import { type Definition, definitionSchema, sketchSchema } from '../../core/form/definition.ts';
import type { Prisma, PrismaClient, VersionStatus } from '../../generated/prisma/client.ts';

export interface VersionRow {
  id: string;
  number: number;
  status: VersionStatus;
  /** What it is called: of what ended, a sketch nobody was offered was put aside. */
  state: VersionStatus | 'putAside';
  title: string;
  createdAt: Date;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  publishAt: Date | null;
  acknowledgements: unknown;
  withdrawalMessage: string | null;
}

export interface AgendaRow {
  slug: string;
  title: string;
  /** The newest first. */
  versions: VersionRow[];
}

const versionColumns = {
  id: true,
  number: true,
  status: true,
  title: true,
  createdAt: true,
  publishedAt: true,
  withdrawnAt: true,
  publishAt: true,
  acknowledgements: true,
  withdrawalMessage: true,
} satisfies Prisma.AgendaVersionSelect;

const withVersions = {
  slug: true,
  versions: { where: { status: { not: 'trial' } }, select: versionColumns, orderBy: { number: 'desc' } },
} satisfies Prisma.AgendaSelect;

export async function findAgendas(db: PrismaClient): Promise<AgendaRow[]> {
  const agendas = await db.agenda.findMany({ select: withVersions });
  return agendas.map(named).sort((a, b) => a.title.localeCompare(b.title, 'cs'));
}

export async function findAgenda(db: PrismaClient, slug: string): Promise<AgendaRow | null> {
  const agenda = await db.agenda.findUnique({ where: { slug }, select: withVersions });
  return agenda && named(agenda);
}

/** An agenda is called as people know it: by what is published, otherwise by the newest version. */
function named({ slug, versions }: { slug: string; versions: Omit<VersionRow, 'state'>[] }): AgendaRow {
  const known = versions.find(version => version.status === 'published') ?? versions[0];
  return {
    slug,
    versions: versions.map(version => ({ ...version, state: stateOf(version) })),
    title: known?.title || slug,
  };
}

function stateOf({ status, publishedAt }: Pick<VersionRow, 'status' | 'publishedAt'>): VersionRow['state'] {
  return status === 'withdrawn' && publishedAt === null ? 'putAside' : status;
}

export interface StoredDefinition {
  definition: Definition;
  /** As it was given. */
  document: unknown;
  /** Changes with the document, so that nobody publishes another one than they have read. */
  fingerprint: string;
}

export async function findDefinition(
  db: Pick<Prisma.TransactionClient, 'agendaVersion'>,
  versionId: string,
): Promise<StoredDefinition | null> {
  const row = await db.agendaVersion.findUnique({
    where: { id: versionId },
    select: { definition: true, publishedAt: true },
  });
  if (!row) return null;
  const fingerprint = createHash('sha256').update(JSON.stringify(row.definition)).digest('hex').slice(0, 16);
  // What was never offered may have gaps.
  const schema = row.publishedAt === null ? sketchSchema : definitionSchema;
  return { definition: schema.parse(row.definition), document: row.definition, fingerprint };
}

/** What people fill in now. */
export async function findPublished(
  db: PrismaClient,
  slug: string,
): Promise<{ number: number; definition: Definition } | null> {
  const row = await db.agendaVersion.findFirst({
    where: { status: 'published', agenda: { slug } },
    select: { number: true, definition: true },
  });
  return row && { number: row.number, definition: definitionSchema.parse(row.definition) };
}

interface Trial {
  href: string;
  updatedAt: Date;
  /** Null until it is filed. */
  reference: string | null;
}

/** What this administrator has tried of the agenda, the last first; trials are in no other list. */
export async function findTrials(
  db: PrismaClient,
  { slug, accountId }: { slug: string; accountId: string | null },
): Promise<Trial[]> {
  if (accountId === null) return [];
  const drafts = await db.draft.findMany({
    where: { accountId, trial: true, agendaVersion: { agenda: { slug } } },
    select: { id: true, updatedAt: true, case: { select: { reference: true } } },
    orderBy: { updatedAt: 'desc' },
    take: 5,
  });
  return drafts.map(({ id, updatedAt, case: filed }) => ({
    href: `/podani/${id}`,
    updatedAt,
    reference: filed?.reference ?? null,
  }));
}

/** What a change of the agenda meets: drafts being filled in and cases being worked. */
export async function countRunning(
  db: PrismaClient,
  { slug, now }: { slug: string; now: Temporal.Instant },
): Promise<{ drafts: number; cases: number }> {
  const [drafts, cases] = await Promise.all([
    db.draft.count({
      where: {
        agendaVersion: { agenda: { slug } },
        trial: false,
        filedAt: null,
        expiresAt: { gt: new Date(now.epochMilliseconds) },
      },
    }),
    db.case.count({ where: { agenda: { slug }, decidedAt: null, trial: false } }),
  ]);
  return { drafts, cases };
}
