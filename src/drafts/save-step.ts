import { isDeepStrictEqual } from 'node:util';
import type { Entries } from '../core/form/answers.ts';
import type { Step } from '../core/form/definition.ts';
import type { AppDeps } from '../deps.ts';
import { openEntries, sealEntries } from '../vault/draft-entries.ts';
import { expiryFrom, type OpenDraft } from './draft.ts';

interface Save {
  draft: OpenDraft;
  step: Step;
  /** What was typed on the step, right or wrong. */
  typed: Entries;
}

/**
 * Saves what was typed on a step and gives the draft as it is now; undefined when it has been filed or deleted
 * meanwhile. Only the step's own answers are written, so two windows do not undo each other's steps: whoever finds that
 * the draft has changed reads it again and adds to that.
 */
export async function saveStep(deps: AppDeps, { draft, step, typed }: Save): Promise<OpenDraft | undefined> {
  const { db, vault, now } = deps;
  let known: OpenDraft | undefined = draft;
  while (known) {
    const isVisited = known.visited.includes(step.id);
    const saved: OpenDraft = {
      ...known,
      entries: { ...known.entries, ...typed },
      visited: isVisited ? known.visited : [...known.visited, step.id],
      prefilled: stillPrefilled(known, typed),
      // A summary shown meanwhile stays good when nothing is different.
      version: isVisited && changedIn(known, typed).length === 0 ? known.version : known.version + 1,
    };
    const expiresAt = expiryFrom(now());
    const { count } = await db.draft.updateMany({
      where: { id: draft.id, version: known.version, filedAt: null },
      data: {
        entries: sealEntries(vault, draft.id, saved.entries),
        visited: saved.visited,
        prefilled: saved.prefilled,
        version: saved.version,
        updatedAt: new Date(now().epochMilliseconds),
        expiresAt,
      },
    });
    if (count === 1) return { ...saved, expiresAt: expiresAt.toTemporalInstant() };
    known = await readAgain(deps, known);
  }
  return undefined;
}

/** What the person has changed is their own from then on. */
function stillPrefilled(known: OpenDraft, typed: Entries): string[] {
  const changed = changedIn(known, typed);
  return known.prefilled.filter(id => !changed.includes(id));
}

function changedIn({ entries }: OpenDraft, typed: Entries): string[] {
  return Object.keys(typed).filter(id => !isDeepStrictEqual(entries[id], typed[id]));
}

async function readAgain({ db, vault }: AppDeps, draft: OpenDraft): Promise<OpenDraft | undefined> {
  const row = await db.draft.findFirst({
    where: { id: draft.id, filedAt: null },
    select: { entries: true, visited: true, version: true, changes: true, prefilled: true },
  });
  return row ? { ...draft, ...row, entries: openEntries(vault, draft.id, row.entries) } : undefined;
}
