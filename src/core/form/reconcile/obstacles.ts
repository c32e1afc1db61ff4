import type { Evaluation } from '../evaluate.ts';
import type { FieldState } from '../field-state.ts';

/** Everything that stands in the way of filing: fields with an error, those in rows as well as those outside. */
export function obstacles({ steps }: Evaluation): FieldState[] {
  return shownFields(steps.flatMap(step => step.fields)).filter(({ error }) => error !== undefined);
}

/** Fields as they are asked; those of rows come after their group. */
export function shownFields(states: readonly FieldState[]): FieldState[] {
  return states.flatMap(state => [state, ...(state.rows ?? []).flatMap(row => row.fields)]);
}
