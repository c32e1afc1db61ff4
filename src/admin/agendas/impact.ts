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
  /** Drafts that would lose an answer or lack one. */
  touched: number;
  /** Questions whose answers would be dropped, the most answers first. */
  dropped: Counted[];
  /** Questions that would stand in the way where nothing did. */
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
    const result = reconcile({ from, to, entries: openEntries(vault, draft.id, draft.entries), today });
    dropped.add(result.dropped, from);
    newlyMissing.add(result.newlyMissing, to);
    if (result.dropped.length + result.newlyMissing.length > 0) touched += 1;
  }
  return { ...running, tried: drafts.length, touched, dropped: dropped.list(), newlyMissing: newlyMissing.list() };
}

async function openDrafts(
  { db, now }: ImpactDeps,
  slug: string,
): Promise<{ id: string; agendaVersionId: string; entries: Uint8Array }[]> {
  return db.draft.findMany({
    where: {
      agendaVersion: { agenda: { slug } },
      trial: false,
      filedAt: null,
      expiresAt: { gt: new Date(now().epochMilliseconds) },
    },
    select: { id: true, agendaVersionId: true, entries: true },
    orderBy: { updatedAt: 'desc' },
    take: mostTried,
  });
}

/** How many drafts each question was found in, by its words. */
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
  return new Map(placesOf(definition).map(({ field }) => [field.id, field.label]));
}
