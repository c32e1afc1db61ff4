import { isQuestion, type Field, type FieldOf, type Step } from './definition.ts';
import { shapeOf } from './fields/index.ts';
import type { Problem } from './problem.ts';

/** Boxes in the rows of one page; a body with twice as many is not read at all. */
const mostBoxes = 10_000;

/** Steps whose groups, with all the rows they let a person add, would be a page too large to be sent. */
export function boxProblems(steps: readonly Step[]): Problem[] {
  return steps.flatMap(({ fields }, index) => {
    const boxes = fields.reduce((sum, field) => sum + (field.type === 'group' ? boxesOfGroup(field) : 0), 0);
    if (boxes <= mostBoxes) return [];
    const message = `Plné skupiny by na stránce měly ${boxes}\u00a0políček, nejvýš jich může být ${mostBoxes}. Snižte počet řádků.`;
    return [{ path: `steps[${index}].fields`, message }];
  });
}

function boxesOfGroup({ max, fields }: FieldOf<'group'>): number {
  return max * fields.reduce((sum, field) => sum + boxesOf(field), 0);
}

function boxesOf(field: Field): number {
  if (!isQuestion(field)) return 0;
  if (field.type === 'severalOf') return field.options.length;
  const shape = shapeOf(field);
  return typeof shape === 'string' ? 1 : shape.length;
}
