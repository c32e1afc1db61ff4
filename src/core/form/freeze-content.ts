import type { RowAnswers, Value } from './answers.ts';
import type { Charge } from './charge.ts';
import type { Definition, Field, FieldType } from './definition.ts';
import type { Evaluation } from './evaluate.ts';
import type { FieldState } from './field-state.ts';
import { present } from './present.ts';

/** What was filed: the questions as they read on that day, with the answers. */
export interface FrozenContent {
  title: string;
  steps: { id: string; title: string; answers: FrozenAnswer[] }[];
  /** What it costs, when the agenda says. */
  fee?: Charge;
  /** What to bring to the office. */
  bring?: string[];
}

export interface FrozenAnswer {
  id: string;
  type: FieldType;
  label: string;
  value: Value;
  /** The answer as people read it. */
  lines: string[];
  /** Of a repeating group: its rows, box by box. */
  rows?: { title: string; answers: { label: string; lines: string[] }[] }[];
}

/** Needs neither the definition nor the options later: an agenda may change, a filing may not. */
export function freezeContent(definition: Definition, { steps, fee, bring }: Evaluation): FrozenContent {
  const frozen = steps.map(({ step, fields }) => ({
    id: step.id,
    title: step.title,
    answers: fields.flatMap(freezeAnswer),
  }));
  return {
    title: definition.title,
    steps: frozen.filter(step => step.answers.length > 0),
    ...(fee && { fee }),
    ...(bring.length > 0 && { bring }),
  };
}

function freezeAnswer({ field, value }: FieldState): FrozenAnswer[] {
  if (value === undefined) return [];
  const rows = field.type === 'group' && {
    rows: (value as RowAnswers[]).map((row, index) => freezeRow(field, row, index)),
  };
  return [{ id: field.id, type: field.type, label: field.label, value, lines: present(field, value), ...rows }];
}

type Group = Extract<Field, { type: 'group' }>;

function freezeRow({ rowLabel, fields }: Group, row: RowAnswers, index: number) {
  const answers = fields.flatMap(field => {
    const value = row[field.id];
    return value === undefined ? [] : [{ label: field.label, lines: present(field, value) }];
  });
  return { title: `${rowLabel} ${index + 1}`, answers };
}
