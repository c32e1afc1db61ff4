import { setImmediate } from 'node:timers/promises';
import { dayInPrague } from '../../core/czech/format.ts';
import type { Definition } from '../../core/form/definition.ts';
import { placesOf } from '../../core/form/places.ts';
import { reconcile } from '../../core/form/reconcile.ts';
import type { Deps } from '../../deps.ts';
import { openEntries } from '../../vault/draft-entries.ts';
import { countRunning } from './queries.ts';

type ImpactDeps = Pick<Deps, 'db' | 'now' | 'vault' | 'definitions'>;

/** What publishing would do to people who are filling the agenda in. Counts only: what they wrote stays sealed for everybody. */
export interface Impact {
  drafts: number;
  cases: number;
  /** How many of the drafts were tried, the last touched first. */
  tried: number;
  /** Drafts that would lose an answer or a file, or lack one. */
  touched: number;
  /** Questions and attachments whose answers and files would be dropped, the most of them first. */
  dropped: Counted[];
  /** Questions and attachments that would stand in the way where nothing did. */
  newlyMissing: Counted[];
}

interface Counted {
  label: string;
  count: number;
}

const mostTried = 1000;
/** Others want to be answered meanwhile. */
const atOnce = 50;

export async function impactOf(
  deps: ImpactDeps,
  { slug, definition: to }: { slug: string; definition: Definition },
): Promise<Impact> {
  const { db, vault, definitions, now } = deps;
  const today = dayInPrague(now());
  const [running, drafts] = await Promise.all([countRunning(db, { slug, now: now() }), openDrafts(deps, slug)]);
  const dropped = new Tally();
  const newlyMissing = new Tally();
  let touched = 0;
  for (const [index, draft] of drafts.entries()) {
    if (index % atOnce === atOnce - 1) await setImmediate();
    const from = await definitions.of(draft.agendaVersionId);
    const entries = openEntries(vault, draft.id, draft.entries);
    const result = reconcile({ from, to, entries, attached: draft.attachments.map(({ slot }) => slot), today });
    const [gone, missing] = [
      [...result.dropped, ...result.droppedFiles],
      [...result.newlyMissing, ...result.missingFiles],
    ];
    dropped.add(gone, from);
    newlyMissing.add(missing, to);
    if (gone.length + missing.length > 0) touched += 1;
  }
  return { ...running, tried: drafts.length, touched, dropped: dropped.list(), newlyMissing: newlyMissing.list() };
}

interface OpenDraft {
  id: string;
  agendaVersionId: string;
  entries: Uint8Array;
  attachments: { slot: string }[];
}

async function openDrafts({ db, now }: ImpactDeps, slug: string): Promise<OpenDraft[]> {
  return db.draft.findMany({
    where: {
      agendaVersion: { agenda: { slug } },
      trial: false,
      filedAt: null,
      expiresAt: { gt: new Date(now().epochMilliseconds) },
    },
    select: { id: true, agendaVersionId: true, entries: true, attachments: { select: { slot: true } } },
    orderBy: { updatedAt: 'desc' },
    take: mostTried,
  });
}

/** How many drafts each question or attachment was found in, by its words. */
class Tally {
  readonly #counts = new Map<string, number>();

  add(ids: readonly string[], definition: Definition): void {
    const labels = labelsOf(definition);
    for (const id of new Set(ids)) {
      const label = labels.get(id) ?? id;
      this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1);
    }
  }

  list(): Counted[] {
    return [...this.#counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count);
  }
}

function labelsOf(definition: Definition): Map<string, string> {
  const fields = placesOf(definition).map(({ field }) => field);
  return new Map([...fields, ...definition.attachments].map(({ id, label }) => [id, label]));
}
