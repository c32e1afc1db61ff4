import type { Entries, Entry } from './answers.ts';
import { isQuestion, type Definition, type Question } from './definition.ts';
import { entryAt, isTyped, partOf } from './entries.ts';
import type { PrefillSource } from './field-schema.ts';
import { shapeOf } from './fields/index.ts';
import type { SureSource } from '../identity/sure.ts';

/** What is known of a person, by source, as they would type it; what is not known is left out. */
export type Known = Partial<Record<PrefillSource, Entry>>;

/** Where it is from, by source; what the account itself keeps is left out. */
export type KnownFrom = Partial<Record<PrefillSource, SureSource | 'organisation'>>;

interface Prefilled {
  /** All entries, with those that were filled in. */
  entries: Entries;
  /** Ids of the fields that were filled in. */
  ids: string[];
  /** Where from, by the id of the field; those that are filled in from the account itself are left out. */
  from: Record<string, SureSource | 'organisation'>;
}

/**
 * Fills in beforehand what the office need not ask again (§ 4 of act 12/2020): questions that name a source, and those
 * that tell who is filing. Only where nothing has been typed; the person can change all of it.
 */
export function prefill(definition: Definition, known: Known, entries: Entries, knownFrom: KnownFrom = {}): Prefilled {
  const questions = definition.steps.flatMap(step => step.fields).filter(isQuestion);
  const filled = questions.flatMap((question): [string, Entry][] => {
    const source = sourceOf(question, definition);
    const entry = source && known[source] !== undefined ? entryFor(question, known[source]) : undefined;
    return entry === undefined || isTyped(entryAt(entries, question.id)) ? [] : [[question.id, entry]];
  });
  const ids = filled.map(([id]) => id);
  const from = questions.flatMap((question): [string, SureSource | 'organisation'][] => {
    const by = knownFrom[sourceOf(question, definition) ?? 'name'];
    return by && ids.includes(question.id) ? [[question.id, by]] : [];
  });
  return { entries: { ...entries, ...Object.fromEntries(filled) }, ids, from: Object.fromEntries(from) };
}

/** What fills a question in, named by it or implied by what its answer is used for. */
export function sourceOf(
  { id, prefill: source }: Question,
  { applicant }: Pick<Definition, 'applicant'>,
): PrefillSource | undefined {
  if (source !== undefined) return source;
  if (id === applicant.name) return 'name';
  if (id === applicant.email) return 'email';
  return id === applicant.phone ? 'phone' : undefined;
}

/** As much of what is known as the question asks for; nothing when the two have different shapes. */
function entryFor(question: Question, known: Entry): Entry | undefined {
  const shape = shapeOf(question);
  if (typeof shape === 'string')
    return shape === 'line' && typeof known === 'string' && isTyped(known) ? known : undefined;
  const entry = Object.fromEntries(shape.map(part => [part, partOf(known, part)]));
  return isTyped(entry) ? entry : undefined;
}
