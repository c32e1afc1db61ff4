import type { Definition } from '../../core/form/definition.ts';
import { comparisonsFor } from '../../core/form/edit/comparisons.ts';
import { askableByPath, askableFrom, type Askable, type From } from './askable.ts';
import type { ConditionForm } from './condition-form.ts';

interface Choice {
  value: string;
  label: string;
}

/** What views/admin/designer/condition.njk shows. */
export interface ConditionView extends Omit<ConditionForm, 'rows'> {
  rows: RowView[];
  /** Questions that may be asked about, by step. */
  choices: { label: string; items: Choice[] }[];
}

interface RowView {
  field: string;
  label: string;
  comparison: string;
  comparisons: Choice[];
  /** Of the box for what it is compared with. */
  input: 'yesNo' | 'options' | 'number' | 'date' | 'time' | 'text' | 'none';
  options: Choice[];
  values: string[];
  /** Other questions of the same kind, to compare with. */
  others: Choice[];
  other: string;
}

export function conditionView(definition: Definition, form: ConditionForm, from: From): ConditionView {
  const askables = askableByPath(definition);
  const near = askableFrom(definition, from);
  return {
    ...form,
    rows: form.rows.map(row => {
      const askable = askables.get(row.field);
      return { ...row, ...boxesOf(askable), label: askable?.label ?? row.field, others: othersOf(askable, near) };
    }),
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

function boxesOf(askable: Askable | undefined): Pick<RowView, 'comparisons' | 'input' | 'options'> {
  if (!askable) return { comparisons: [], input: 'none', options: [] };
  const comparisons = comparisonsFor(askable.kind).map(({ comparison, words }) => ({
    value: comparison,
    label: words,
  }));
  return { comparisons, input: inputOf(askable), options: askable.options };
}

function inputOf({ kind }: Askable): RowView['input'] {
  switch (kind) {
    case 'boolean':
      return 'yesNo';
    case 'choice':
    case 'ticks':
      return 'options';
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

function othersOf(askable: Askable | undefined, near: Askable[]): Choice[] {
  const comparable = ['number', 'date', 'time'];
  if (!askable || !comparable.includes(askable.kind)) return [];
  return near
    .filter(({ kind, path }) => kind === askable.kind && path !== askable.path)
    .map(({ path, label }) => ({ value: path, label }));
}
