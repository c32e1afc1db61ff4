import { recordAudit } from '../../audit/record.ts';
import { accountOf, type Actor } from '../../core/actor.ts';
import { documentProblem } from '../../core/form/check-document.ts';
import { type Definition, sketchSchema } from '../../core/form/definition.ts';
import type { Deps } from '../../deps.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { lockAgenda } from './lock-agenda.ts';
import { storable } from './storable.ts';

/** The version of an agenda that is being written. */
export interface Sketch {
  versionId: string;
  slug: string;
  number: number;
  /** Grows with every change. */
  revision: number;
  definition: Definition;
  /** Null when it was not changed since it was begun or imported. */
  editedBy: { accountId: string; name: string; at: Temporal.Instant } | null;
}

type Db = Pick<Prisma.TransactionClient, 'agendaVersion'>;

/** Null for an agenda without a version that can be written: none is begun, or it waits for its publication. */
export async function findSketch(db: Db, slug: string): Promise<Sketch | null> {
  const row = await db.agendaVersion.findFirst({
    where: { status: 'draft', agenda: { slug } },
    select: {
      id: true,
      number: true,
      revision: true,
      definition: true,
      editedAt: true,
      editedBy: { select: { id: true, name: true } },
    },
  });
  if (!row) return null;
  const { id, number, revision, editedAt, editedBy } = row;
  return {
    versionId: id,
    slug,
    number,
    revision,
    definition: sketchSchema.parse(row.definition),
    editedBy: editedBy && editedAt && { accountId: editedBy.id, name: editedBy.name, at: editedAt.toTemporalInstant() },
  };
}

interface SaveSketch {
  slug: string;
  /** Of the sketch the change was made from. */
  revision: number;
  /** Of the shape of `sketchSchema`; its slug is the agenda's, whatever it says. */
  definition: Definition;
  actor: Actor;
  now: Temporal.Instant;
}

export type SaveSketchResult =
  | { ok: true; revision: number }
  | { ok: false; reason: 'missing' }
  /** What no agenda may hold: saved, it could not be opened again. */
  | { ok: false; reason: 'unsafe'; message: string }
  /** Somebody else has saved meanwhile; nothing was changed. */
  | { ok: false; reason: 'changed'; current: Sketch };

/** Keeps the sketch, provided that nobody has changed it since `revision`. Of two at once, the second is told. */
export async function saveSketch({ db }: Pick<Deps, 'db'>, command: SaveSketch): Promise<SaveSketchResult> {
  const { slug, revision, actor, now } = command;
  const definition = { ...command.definition, slug };
  const unsafe = documentProblem(definition);
  if (unsafe) return { ok: false, reason: 'unsafe', message: unsafe.message };
  const { text, document } = storable(definition);
  return db.$transaction(async tx => {
    if ((await lockAgenda(tx, slug)) === null) return { ok: false, reason: 'missing' };
    const version = await tx.agendaVersion.findFirst({
      where: { status: 'draft', agenda: { slug } },
      select: { id: true, number: true, revision: true, editedById: true, editedAt: true },
    });
    if (!version) return { ok: false, reason: 'missing' };
    if (version.revision !== revision) return changed(tx, slug);
    if (!isSameSession(version, { actor, now })) {
      const details = { agenda: slug, version: version.number };
      await recordAudit(tx, { actor, at: now, action: 'agendaEdited', subject: `agenda/${slug}`, details });
    }
    // As text: Prisma would walk through the whole document once more.
    await tx.$executeRaw`UPDATE agenda_version SET title = ${document.title}, definition = ${text}::jsonb,
      revision = revision + 1, edited_by_id = ${accountOf(actor)}::uuid, edited_at = ${new Date(now.epochMilliseconds)}
      WHERE id = ${version.id}::uuid`;
    return { ok: true, revision: revision + 1 };
  });
}

async function changed(tx: Db, slug: string): Promise<SaveSketchResult> {
  const current = await findSketch(tx, slug);
  return current ? { ok: false, reason: 'changed', current } : { ok: false, reason: 'missing' };
}

const session = Temporal.Duration.from({ minutes: 60 });

/**
 * One record for each administrator and stretch of work. The designer saves with every change: a record of each would bury
 * the others, and what a sketch said in between matters to nobody; what is published is kept whole, and by whom.
 */
function isSameSession(
  last: { editedById: string | null; editedAt: Date | null },
  { actor, now }: Pick<SaveSketch, 'actor' | 'now'>,
): boolean {
  if (last.editedAt === null || last.editedById !== accountOf(actor)) return false;
  return Temporal.Instant.compare(last.editedAt.toTemporalInstant().add(session), now) > 0;
}
