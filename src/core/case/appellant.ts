import type { Entries, Entry } from '../form/answers.ts';
import type { Definition } from '../form/definition.ts';
import { isQuestion } from '../form/definition.ts';
import { isTyped, lineOf } from '../form/entries.ts';
import { evaluate } from '../form/evaluate.ts';
import { type Known, sourceOf } from '../form/prefill.ts';

/** Who filed, as far as the filing tells: what an appeal of theirs need not ask again. */
export interface Appellant {
  /** For themselves, or for an organisation; null where it may be for somebody else. */
  kind: 'person' | 'organisation' | null;
  known: Known;
}

/**
 * Read from the questions of the filing that say which of a person's data they ask; what was not asked, or not understood,
 * is left out. `filedOn` is the day in Europe/Prague.
 */
export function appellantOf(definition: Definition, entries: Entries, filedOn: Temporal.PlainDate): Appellant {
  const states = evaluate(definition, entries, { today: filedOn }).steps.flatMap(({ fields }) => fields);
  const known: Known = {};
  for (const { field, entry, error } of states) {
    const source = isQuestion(field) ? sourceOf(field, definition) : undefined;
    if (source !== undefined && entry !== undefined && error === undefined && isTyped(entry)) known[source] ??= entry;
  }
  const organisation = organisationOf(known);
  const own = states.find(({ field }) => field.id === 'applicantKind')?.value ?? 'person';
  const kind = organisation ? 'organisation' : own === 'person' ? 'person' : null;
  return { kind, known: { ...known, ...(organisation && { organisation }) } };
}

/** Asked as one, or piece by piece. */
function organisationOf({ organisation, organisationName, ico, organisationAddress }: Known): Entry | undefined {
  if (organisation !== undefined || organisationName === undefined) return organisation;
  const address = typeof organisationAddress === 'object' && !Array.isArray(organisationAddress);
  return { name: lineOf(organisationName), ico: lineOf(ico), ...(address && organisationAddress) };
}
