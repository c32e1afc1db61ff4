import type { Entries, Entry } from './answers.ts';
import type { Definition, Field } from './definition.ts';
import { entryAt, isRow, isTyped } from './entries.ts';
import { evaluate } from './evaluate.ts';
import { isWrong, type FieldState } from './field-state.ts';
import { placesOf } from './places.ts';

interface Reconciling {
  /** The version the draft was filled in on, and the one it is moved to. */
  from: Definition;
  to: Definition;
  entries: Entries;
  /** In Europe/Prague. */
  today: Temporal.PlainDate;
}

export interface Reconciled {
  /** As they were typed, without those that have no place in the new version. */
  entries: Entries;
  /** Ids of fields of the old version whose answers are gone. */
  dropped: string[];
  /** Ids of fields of the new version that stand in the way of filing and did not before. */
  newlyMissing: string[];
  /** What the person should know, in Czech; empty when nothing concerns them. */
  sentences: string[];
}

/**
 * What becomes of a waiting draft when a newer version of its agenda is published. Whatever was typed into a question that
 * is still asked in the same way stays exactly as it was typed; the rest is dropped and named. Never throws, whatever
 * the entries are.
 */
export function reconcile({ from, to, entries, today }: Reconciling): Reconciled {
  const kept = keep(fieldsOf(from), fieldsOf(to), entries);
  const before = evaluate(from, entries, { today });
  const after = evaluate(to, kept.entries, { today });
  const answeredBefore = statesOf(before.steps);
  const hindrances = statesOf(after.steps).filter(isWrong);
  // What was missing already is no news; neither is a question nobody has come to yet, when nothing was typed at all.
  const isNew = ({ field: { id } }: FieldState) =>
    !answeredBefore.some(state => state.field.id === id && isWrong(state));
  const isBegun = Object.keys(entries).some(id => isTyped(entryAt(entries, id)));
  const newlyMissing = isBegun ? hindrances.filter(isNew) : [];
  return {
    entries: kept.entries,
    dropped: kept.dropped.map(({ id }) => id),
    newlyMissing: newlyMissing.map(({ field }) => field.id),
    sentences: [
      ...kept.dropped.map(({ label }) => `Na „${label}“ už se tak neptáme, vaši odpověď jsme vynechali.`),
      ...newlyMissing.map(state => sentenceOf(state)),
    ],
  };
}

/** Fields of steps and of rows alike, by id: an id names one thing in the whole agenda. */
function fieldsOf(definition: Definition): Map<string, Field> {
  return new Map(placesOf(definition).map(({ field }) => [field.id, field]));
}

type Fields = ReadonlyMap<string, Field>;

function keep(from: Fields, to: Fields, entries: Entries): { entries: Entries; dropped: Field[] } {
  const kept: Entries = {};
  const dropped = new Map<string, Field>();
  for (const id of Object.keys(entries)) {
    const entry = entryAt(entries, id);
    const [before, after] = [from.get(id), to.get(id)];
    if (entry === undefined || before === undefined) continue;
    if (after === undefined || !isAskedAlike(before, after)) {
      if (isTyped(entry) || hasTypedRow(entry)) dropped.set(id, before);
    } else if (after.type === 'group') {
      kept[id] = keepRows(from, to, { entry, columns: after.fields.map(field => field.id), dropped });
    } else kept[id] = entry;
  }
  return { entries: kept, dropped: [...dropped.values()] };
}

type Rows = { entry: Entry; columns: string[]; dropped: Map<string, Field> };

/** Column by column; a column that has moved out of the group is not one of it any more. */
function keepRows(from: Fields, to: Fields, { entry, columns, dropped }: Rows): Entries[] {
  const rows = Array.isArray(entry) ? (entry as unknown[]).filter(isRow) : [];
  return rows.map(row => {
    const result = keep(from, to, row);
    for (const field of result.dropped) dropped.set(field.id, field);
    for (const id of Object.keys(result.entries).filter(id => !columns.includes(id))) {
      const field = from.get(id);
      if (field && isTyped(result.entries[id])) dropped.set(id, field);
    }
    return Object.fromEntries(Object.entries(result.entries).filter(([id]) => columns.includes(id)));
  });
}

/** Types that take the same entries, so that what was typed can be read by either. */
const alike: readonly (readonly Field['type'][])[] = [
  ['text', 'longText', 'email', 'phone', 'ico', 'bankAccount', 'dataBox', 'licencePlate', 'birthNumber', 'time'],
  ['number', 'money'],
];

function isAskedAlike(before: Field, after: Field): boolean {
  return before.type === after.type || alike.some(types => types.includes(before.type) && types.includes(after.type));
}

function hasTypedRow(entry: Entry): boolean {
  return Array.isArray(entry) && entry.some(row => typeof row === 'object' && Object.values(row).some(isTyped));
}

function statesOf(steps: { fields: FieldState[] }[]): FieldState[] {
  return steps.flatMap(({ fields }) => fields);
}

/** An answer that no longer fits reads otherwise than a question that is new. */
function sentenceOf({ field: { label }, entry }: FieldState): string {
  const isAnswered = entry !== undefined && (isTyped(entry) || hasTypedRow(entry));
  return isAnswered ? `Zkontrolujte prosím odpověď na „${label}“.` : `Nově se ptáme: „${label}“.`;
}
