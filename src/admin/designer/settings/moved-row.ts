import type { Answers } from '../../../core/form/answers.ts';
import { shifted } from '../../../core/form/edit/edited.ts';
import type { FieldState } from '../../../core/form/field-state.ts';
import { rowsOf, type Origin } from './part.ts';
import type { RowButtons } from './row-buttons.ts';

interface Answered {
  /** As the page shows them. */
  fields: FieldState[];
  answers: Answers;
  origin: Origin;
}

/**
 * The answers with one row in its new place, where there is such a row. Only the answers are put in order, not the page:
 * what is wrong comes back where it was typed, and places on it stay those of the rows in the agenda.
 */
export function withRowMoved(answered: Answered, { moved }: RowButtons): Answered {
  const { fields, answers, origin } = answered;
  const shown = fields.find(({ field }) => field.id === moved?.group)?.rows;
  if (!moved || !shown) return answered;
  const { group, index, direction } = moved;
  const places = origin(group);
  const rows = rowsOf(answers, group);
  const order = shifted([...shown.keys()], index, direction).filter(place => places.includes(place));
  return {
    fields,
    answers: { ...answers, [group]: order.flatMap(place => rows.filter((_row, at) => places[at] === place)) },
    origin: name => (name === group ? order : origin(name)),
  };
}
