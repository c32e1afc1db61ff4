import { canonicalJson } from './canonical.ts';
import type { Answers, Entries } from '../form/answers.ts';
import { isQuestion, type Definition } from '../form/definition.ts';
import { entriesOf } from '../form/entries-of.ts';
import { evaluate, type Evaluation, type Slot } from '../form/evaluate.ts';
import { isWrong, type FieldState } from '../form/field-state.ts';
import { freezeContent, type FrozenAnswer } from '../form/freeze-content.ts';

interface Correcting {
  definition: Definition;
  /** The filing as it stands: as it was typed, with earlier corrections. */
  entries: Entries;
  /** What was typed anew. */
  typed: Entries;
  /** Ids of the answers and attachments that are to be mended. */
  asked: readonly string[];
  /** Days in Europe/Prague. */
  filedOn: Temporal.PlainDate;
  today: Temporal.PlainDate;
}

export interface Correction {
  before: Evaluation;
  after: Evaluation;
  /** The questions that may be answered anew, in the order of the form. */
  fields: FieldState[];
  /** The places that take new files. */
  slots: Slot[];
}

/**
 * A filing with some answers mended, read by the engine that read it when it was filed. Open are the answers and files
 * that were asked for; besides, what a mended answer brings up, and what it made wrong; nothing typed for any other counts.
 * Never throws, whatever the entries are.
 */
export function correct({ definition, entries, typed, asked, filedOn, today }: Correcting): Correction {
  const before = evaluate(definition, entries, { today: filedOn });
  const day = readsAlike(before, evaluate(definition, entries, { today }), asked) ? today : filedOn;
  const open = new Set(asked);
  for (;;) {
    const mended = Object.fromEntries(Object.entries(typed).filter(([id]) => open.has(id)));
    const after = evaluate(definition, { ...entries, ...mended }, { today: day });
    const more = [...brokenOrNew(before, after), ...newSlots(before, after)].filter(id => !open.has(id));
    if (more.length === 0) return { before, after, ...openParts(after, open) };
    for (const id of more) open.add(id);
  }
}

/** One answer before and after it was mended; null where there was or is none. */
export interface ChangedAnswer {
  id: string;
  label: string;
  before: FrozenAnswer | null;
  after: FrozenAnswer | null;
}

/** What is different, in the order of the form; also what followed from a mended answer. */
export function changedAnswers(definition: Definition, { before, after }: Correction): ChangedAnswer[] {
  const [old, mended] = [frozen(definition, before), frozen(definition, after)];
  const order = definition.steps.flatMap(step => step.fields.map(({ id }) => id));
  return order.flatMap(id => {
    const [was, is] = [old.get(id) ?? null, mended.get(id) ?? null];
    const label = (is ?? was)?.label;
    if (label === undefined || (was && is && canonicalJson(was.value) === canonicalJson(is.value))) return [];
    return [{ id, label, before: was, after: is }];
  });
}

/** The entries of a filing after it was mended. */
export function correctedEntries(definition: Definition, entries: Entries, changes: readonly ChangedAnswer[]): Entries {
  const gone = changes.filter(({ after }) => after === null).map(({ id }) => id);
  const answers = Object.fromEntries(changes.flatMap(({ id, after }) => (after ? [[id, after.value]] : [])));
  const kept = Object.entries(entries).filter(([id]) => !gone.includes(id));
  return { ...Object.fromEntries(kept), ...entriesOf(definition, answers) };
}

/**
 * Whether the rest of the filing means today what it did on the day it was filed. An agenda may ask for a day that is
 * yet to come; then the filing goes on being read by its own day, so that nothing it says is lost.
 */
function readsAlike(filed: Evaluation, now: Evaluation, asked: readonly string[]): boolean {
  const rest = ({ answers }: Evaluation): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([id]) => !asked.includes(id)));
  return canonicalJson(rest(filed)) === canonicalJson(rest(now));
}

function brokenOrNew(before: Evaluation, after: Evaluation): string[] {
  const known = new Map(fieldsOf(before).map(state => [state.field.id, state]));
  return fieldsOf(after)
    .filter(state => {
      const was = known.get(state.field.id);
      return isTypedInto(state) && (was === undefined || (isWrong(state) && !isWrong(was)));
    })
    .map(({ field }) => field.id);
}

function newSlots(before: Evaluation, after: Evaluation): string[] {
  return after.slots.filter(({ id }) => !before.slots.some(slot => slot.id === id)).map(({ id }) => id);
}

function openParts(after: Evaluation, open: ReadonlySet<string>): Pick<Correction, 'fields' | 'slots'> {
  return {
    fields: fieldsOf(after).filter(state => open.has(state.field.id) && isTypedInto(state)),
    slots: after.slots.filter(({ id }) => open.has(id)),
  };
}

function isTypedInto({ field }: FieldState): boolean {
  return isQuestion(field) || field.type === 'group';
}

function fieldsOf({ steps }: Evaluation): FieldState[] {
  return steps.flatMap(({ fields }) => fields);
}

function frozen(definition: Definition, evaluation: Evaluation): Map<string, FrozenAnswer> {
  const { steps } = freezeContent(definition, evaluation);
  return new Map(steps.flatMap(({ answers }) => answers.map(answer => [answer.id, answer])));
}
