import { randomUUIDv7 } from 'node:crypto';
import { documentText } from '../../core/form/canonical-document.ts';
import type { Definition } from '../../core/form/definition.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { lockAgenda } from './lock-agenda.ts';
import { auditVersion, type By, date } from './version-command.ts';

/** A checked document as it was given, so that its export is the same document. */
export interface NewDocument {
  slug: string;
  title: string;
  document: object;
  /** The same, read. */
  definition: Definition;
}

/** `same`: it says what is offered, or what the draft says already; `replaced`: it took the place of the draft. */
export type Imported = { slug: string; number: number; outcome: 'begun' | 'replaced' | 'same' };

export type ImportResult =
  { ok: true; imported: Imported[] } | { ok: false; reason: 'scheduled'; scheduled: Scheduled[] };

/** A version that waits for its publication; it has to be taken back first. */
interface Scheduled {
  slug: string;
  number: number;
}

/**
 * Keeps checked documents as draft versions of their agendas, all of them or none: in place of the draft there is, or as
 * the next number. An agenda nobody has heard of begins with it.
 */
export async function importDocuments(
  { db }: Pick<Deps, 'db'>,
  { documents, ...by }: By & { documents: NewDocument[] },
): Promise<ImportResult> {
  // Whoever locks several agendas does so in one order, so that two imports never wait for each other.
  const inOrder = documents.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const everything = db.$transaction(
    async tx => {
      const agendas: { id: string; document: NewDocument }[] = [];
      for (const document of inOrder) agendas.push({ id: await agendaId(tx, document.slug), document });
      const scheduled = await findScheduled(tx, agendas);
      if (scheduled.length > 0) throw new Waiting(scheduled);
      const imported: Imported[] = [];
      for (const agenda of agendas) imported.push(await importOne(tx, agenda, by));
      return { ok: true as const, imported };
    },
    { timeout: 60_000 },
  );
  try {
    return await everything;
  } catch (error) {
    if (error instanceof Waiting) return { ok: false, reason: 'scheduled', scheduled: error.scheduled };
    throw error;
  }
}

/** Undoes what the transaction has done so far. */
class Waiting extends Error {
  readonly scheduled: Scheduled[];
  constructor(scheduled: Scheduled[]) {
    super('a version waits for its publication');
    this.scheduled = scheduled;
  }
}

async function agendaId(tx: Prisma.TransactionClient, slug: string): Promise<string> {
  await tx.$executeRaw`INSERT INTO agenda (id, slug) VALUES (${randomUUIDv7()}::uuid, ${slug}) ON CONFLICT DO NOTHING`;
  const id = await lockAgenda(tx, slug);
  if (id === null) throw new Error('agendas are never deleted');
  return id;
}

async function findScheduled(tx: Prisma.TransactionClient, agendas: { id: string }[]): Promise<Scheduled[]> {
  const rows = await tx.agendaVersion.findMany({
    where: { status: 'scheduled', agendaId: { in: agendas.map(({ id }) => id) } },
    select: { number: true, agenda: { select: { slug: true } } },
  });
  return rows.map(({ number, agenda }) => ({ number, slug: agenda.slug }));
}

async function importOne(
  tx: Prisma.TransactionClient,
  { id: agendaId, document: given }: { id: string; document: NewDocument },
  by: By,
): Promise<Imported> {
  const { slug, title } = given;
  const versions = await tx.agendaVersion.findMany({
    where: { agendaId, status: { not: 'trial' } },
    select: { id: true, number: true, status: true, revision: true },
    orderBy: { number: 'desc' },
  });
  const draft = versions.find(({ status }) => status === 'draft');
  const same = await findSame(tx, draft ?? versions.find(({ status }) => status === 'published'), given.document);
  if (same) return { slug, number: same.number, outcome: 'same' };
  const document = given.document as Prisma.InputJsonObject;
  const createdAt = date(by.now);
  const number = draft?.number ?? (versions[0]?.number ?? 0) + 1;
  if (draft) {
    // Whoever has it open in the designer is told that it has changed.
    const revision = draft.revision + 1;
    const data = { title, definition: document, createdAt, revision, editedById: null, editedAt: null };
    await tx.agendaVersion.update({ where: { id: draft.id }, data });
  } else await tx.agendaVersion.create({ data: { agendaId, number, title, definition: document, createdAt } });
  await auditVersion(tx, { slug, number, ...by }, 'agendaImported');
  return { slug, number, outcome: draft ? 'replaced' : 'begun' };
}

/** A document equal to the one that would be prepared or is in force changes nothing. */
async function findSame<V extends { id: string }>(
  tx: Prisma.TransactionClient,
  version: V | undefined,
  document: object,
): Promise<V | undefined> {
  if (!version) return undefined;
  const { definition } = await tx.agendaVersion.findUniqueOrThrow({
    where: { id: version.id },
    select: { definition: true },
  });
  return documentText(definition) === documentText(document) ? version : undefined;
}
