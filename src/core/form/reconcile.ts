import type { Entries } from './answers.ts';
import type { Definition } from './definition.ts';
import { droppedFiles, missingFiles } from './reconcile/files.ts';
import { hasTyped } from './reconcile/has-typed.ts';
import { evaluate } from './evaluate.ts';
import { keptEntries } from './reconcile/kept-entries.ts';
import { obstacles } from './reconcile/obstacles.ts';
import { reconciliationSentences } from './reconcile/sentences.ts';

interface Reconciling {
  /** The version the draft was filled in on, and the one it is moved to. */
  from: Definition;
  to: Definition;
  entries: Entries;
  /** Ids of the places that hold a file: attachments, and questions answered by one. */
  attached: readonly string[];
  /** In Europe/Prague. */
  today: Temporal.PlainDate;
}

export interface Reconciled {
  /** As they were typed, without those that have no place in the new version. */
  entries: Entries;
  /** Ids of fields of the old version, those of rows too, whose answers are gone. */
  dropped: string[];
  /** Ids of fields of the new version, those of rows too, that stand in the way of filing and did not before. */
  newlyMissing: string[];
  /** Ids of places of the old version whose files belong nowhere now. */
  droppedFiles: string[];
  /** Ids of places of the new version that need a file, hold none, and were not missing before. */
  missingFiles: string[];
  /** What the person should know, in Czech; empty when nothing concerns them. */
  sentences: string[];
}

/**
 * What becomes of a waiting draft when a newer version of its agenda is published. Whatever was typed into a question that
 * is still asked in the same way stays exactly as it was typed; the rest is dropped and named, in groups column by column.
 * A declaration that reads otherwise has to be confirmed again. Files stay where their place does. A draft in which nothing
 * was typed or attached misses nothing. Never throws, whatever the entries are.
 */
export function reconcile({ from, to, entries, attached, today }: Reconciling): Reconciled {
  const kept = { ...keptEntries({ from, to, entries }), droppedFiles: droppedFiles({ to, attached }) };
  if (!hasTyped(entries) && attached.length === 0) {
    return { ...kept, newlyMissing: [], missingFiles: [], sentences: [] };
  }
  const [before, after] = [evaluate(from, entries, { today }), evaluate(to, kept.entries, { today })];
  const stoodInTheWay = new Set(obstacles(before).map(({ field }) => field.id));
  // What was missing already is no news.
  const obstructing = obstacles(after).filter(({ field }) => !stoodInTheWay.has(field.id));
  const missing = missingFiles({ before, after, attached });
  return {
    ...kept,
    newlyMissing: [...new Set(obstructing.map(({ field }) => field.id))],
    missingFiles: missing.map(({ id }) => id),
    sentences: reconciliationSentences({ from, to, before, after, ...kept, obstructing, missing }),
  };
}
