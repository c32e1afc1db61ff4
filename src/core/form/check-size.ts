import { formatNumber } from '../czech/amounts.ts';
import { isQuestion, type Definition, type Field } from './definition.ts';
import { shapeOf } from './fields/index.ts';
import { formulasOf } from './formulas.ts';
import { measureProblem, workOf } from './measure-logic.ts';
import type { Place } from './places.ts';
import type { Problem } from './problem.ts';

/** More than seven times what any agenda of the city has, and worked out within what a page may take (docs/performance). */
const most = {
  /** Boxes and figures of the form filled in to the last row. */
  boxes: 3000,
  /** Characters of all texts together. */
  characters: 500_000,
  /** Parts of conditions and formulas, those of rows as many times as there may be rows. */
  work: 20_000,
};

/**
 * A form that, filled in to the last row, would take too long to be worked out or make pages too large to be sent. Said
 * once for each measure, at the place that weighs most.
 */
export function sizeProblems(definition: Definition, places: Place[]): Problem[] {
  return [
    ...beyond(most.boxes, boxes(places), total => {
      return `Formulář by po vyplnění měl ${total}\u00a0políček, nejvýš jich může být ${formatNumber(most.boxes)}. Snižte počet řádků nebo možností.`;
    }),
    ...beyond(most.characters, characters(places), total => {
      return `Texty ve formuláři smějí mít dohromady ${total}\u00a0znaků, nejvýš to může být ${formatNumber(most.characters)}. Zkraťte je, nebo snižte počet řádků.`;
    }),
    ...beyond(most.work, work(definition, places), total => {
      return `Podmínky a\u00a0výpočty mají ve všech řádcích ${total}\u00a0částí, nejvýš jich může být ${formatNumber(most.work)}. Zjednodušte je, nebo snižte počet řádků.`;
    }),
  ];
}

interface Weight {
  path: string;
  weight: number;
}

function beyond(limit: number, weights: Weight[], message: (total: string) => string): Problem[] {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= limit) return [];
  const heaviest = weights.reduce((one, other) => (other.weight > one.weight ? other : one));
  return [{ path: heaviest.path, message: message(formatNumber(total)) }];
}

/** Of a group those of all its rows. */
function boxes(places: Place[]): Weight[] {
  return places
    .filter(({ group }) => group === undefined)
    .map(({ field, path }) =>
      field.type === 'group'
        ? { path: `${path}.max`, weight: field.max * field.fields.reduce((sum, inner) => sum + boxesOf(inner), 0) }
        : { path, weight: boxesOf(field) },
    );
}

function boxesOf(field: Field): number {
  if (!isQuestion(field)) return field.type === 'computed' ? 1 : 0;
  if (field.type === 'severalOf') return field.options.length;
  const shape = shapeOf(field);
  return typeof shape === 'string' ? 1 : shape.length;
}

function characters(places: Place[]): Weight[] {
  return places.flatMap(({ field, group, path }) =>
    field.type === 'text' || field.type === 'longText'
      ? [{ path: `${path}.maxLength`, weight: field.maxLength * (group?.max ?? 1) }]
      : [],
  );
}

/** A formula too large by itself is spoken of elsewhere (check-logic). */
function work(definition: Definition, places: Place[]): Weight[] {
  const groups = new Map(places.flatMap(({ field }) => (field.type === 'group' ? [[field.id, field.max]] : [])));
  return formulasOf(definition, places)
    .filter(({ logic }) => measureProblem(logic) === undefined)
    .map(({ path, logic, groupId }) => ({
      path,
      weight: workOf(logic, groups) * (groupId === undefined ? 1 : (groups.get(groupId) ?? 1)),
    }));
}
