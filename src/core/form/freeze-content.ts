import type { Value } from './answers.ts';
import type { Definition, QuestionType } from './definition.ts';
import type { Evaluation, FieldState } from './evaluate.ts';
import { present } from './present.ts';

/** What was filed: the questions as they read on that day, with the answers. */
export interface FrozenContent {
  title: string;
  steps: { id: string; title: string; answers: FrozenAnswer[] }[];
}

interface FrozenAnswer {
  id: string;
  type: QuestionType;
  label: string;
  value: Value;
  /** The answer as people read it. */
  lines: string[];
}

/** Needs neither the definition nor the options later: an agenda may change, a filing may not. */
export function freezeContent(definition: Definition, evaluation: Evaluation): FrozenContent {
  const steps = evaluation.steps.map(({ step, fields }) => ({
    id: step.id,
    title: step.title,
    answers: fields.flatMap(freezeAnswer),
  }));
  return { title: definition.title, steps: steps.filter(step => step.answers.length > 0) };
}

function freezeAnswer({ field, value }: FieldState): FrozenAnswer[] {
  if (field.type === 'explanation' || value === undefined) return [];
  return [{ id: field.id, type: field.type, label: field.label, value, lines: present(field, value) }];
}
