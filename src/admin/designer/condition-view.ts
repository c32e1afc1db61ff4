import type { Definition } from '../../core/form/definition.ts';
import { comparisonsFor, needsDays, type Comparison } from '../../core/form/edit/comparisons.ts';
import type { Join } from '../../core/form/edit/condition.ts';
import { askableByPath, askableFrom, type Askable, type From } from './askable.ts';
import { isTypedGroup, type ConditionForm } from './condition-form.ts';
import type { TypedRow } from './condition-value.ts';

interface Choice {
  value: string;
  label: string;
}

/** What views/admin/designer/condition.njk shows. */
export interface ConditionView extends Omit<ConditionForm, 'rows'> {
  rows: (RowView | GroupView)[];
  /** Questions that may be asked about, by step. */
  choices: { label: string; items: Choice[] }[];
}

interface GroupView {
  isGroup: true;
  join: Join;
  rows: RowView[];
}

interface RowView extends TypedRow {
  label: string;
  comparisons: Choice[];
  /** The box for what it is compared with. */
  input: 'yesNo' | 'option' | 'options' | 'number' | 'date' | 'time' | 'text' | 'days' | 'none';
  options: Choice[];
  /** Other questions of the same kind, to compare with. */
  others: Choice[];
}

export function conditionView(definition: Definition, form: ConditionForm, from: From): ConditionView {
  const askables = askableByPath(definition);
  const near = askableFrom(definition, from);
  const view = (row: TypedRow) => rowView(row, askables, near);
  return {
    ...form,
    rows: form.rows.map(part =>
      isTypedGroup(part) ? { isGroup: true, join: part.join, rows: part.rows.map(view) } : view(part),
    ),
    choices: byStep(near),
  };
}

/** The questions grouped by their step, as a list to pull down shows them. */
export function byStep(askables: Askable[]): { label: string; items: Choice[] }[] {
  return [...Map.groupBy(askables, ({ stepTitle }) => stepTitle)].map(([label, items]) => ({
    label,
    items: items.map(({ path, label: text }) => ({ value: path, label: text })),
  }));
}

function rowView(row: TypedRow, askables: ReadonlyMap<string, Askable>, near: Askable[]): RowView {
  const askable = askables.get(row.field);
  if (!askable) return { ...row, label: row.field, comparisons: [], input: 'none', options: [], others: [] };
  const others = withChosen(othersOf(askable, near), row.other, askables);
  const comparisons = comparisonsFor(askable.kind)
    // Days are counted from another day; a row that already counts them keeps its words.
    .filter(({ comparison }) => !needsDays(comparison) || others.length > 0 || comparison === row.comparison)
    .map(({ comparison, words }) => ({ value: comparison, label: words }));
  return {
    ...row,
    label: askable.label,
    comparisons,
    input: inputOf(askable, row.comparison),
    options: askable.options,
    others,
  };
}

/** What stands there is offered too, also when it may not be asked about from here any more. */
export function withChosen(choices: Choice[], chosen: string, askables: ReadonlyMap<string, Askable>): Choice[] {
  if (chosen === '' || choices.some(({ value }) => value === chosen)) return choices;
  return [...choices, { value: chosen, label: askables.get(chosen)?.label ?? chosen }];
}

const boxes: Partial<Record<Comparison, RowView['input']>> = {
  isOneOf: 'options',
  isNoneOf: 'options',
  countAtLeast: 'number',
  countAtMost: 'number',
  laterByAtLeast: 'days',
  laterByAtMost: 'days',
};

function inputOf({ kind }: Askable, comparison: string): RowView['input'] {
  const special = Object.entries(boxes).find(([name]) => name === comparison)?.[1];
  if (special) return special;
  switch (kind) {
    case 'boolean':
      return 'yesNo';
    case 'choice':
    case 'ticks':
      return 'option';
    case 'number':
    case 'date':
    case 'time':
    case 'text':
      return kind;
    case 'rows':
      return 'number';
    default:
      return 'none';
  }
}

function othersOf(askable: Askable, near: Askable[]): Choice[] {
  const comparable = ['number', 'date', 'time'];
  if (!comparable.includes(askable.kind)) return [];
  return near
    .filter(({ kind, path }) => kind === askable.kind && path !== askable.path)
    .map(({ path, label }) => ({ value: path, label }));
}
