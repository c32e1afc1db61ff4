import { circleProblems, circlesOf } from './check-circles.ts';
import { logicProblems, type Scope } from './check-logic.ts';
import type { Definition } from './definition.ts';
import { askedIn, formulasOf, type Formula } from './formulas.ts';
import { holds } from './logic.ts';
import { isAnswered, placesOf, type Place } from './places.ts';
import type { Problem } from './problem.ts';

/** Conditions and computations that ask about what they may not, or give what they should not. */
export function conditionProblems(definition: Definition): Problem[] {
  const places = placesOf(definition);
  const circles = circlesOf(places);
  const look = scopeMaker(places, circles);
  const problems = formulasOf(definition, places).flatMap(formula => {
    const found = logicProblems(formula.logic, formula.gives, look(formula));
    if (found.length === 0 && neverHolds(formula)) found.push('Podmínka nikdy neplatí. Opravte ji, nebo smažte.');
    return found.map(message => ({ path: formula.path, message }));
  });
  return [...circleProblems(circles), ...problems];
}

/** Finds a question by its id and says how it stands to a formula. */
function scopeMaker(places: Place[], circles: Place[][]): (formula: Formula) => Scope {
  const byId = new Map<string, Place>();
  for (const place of places) if (!byId.has(place.field.id)) byId.set(place.field.id, place);
  return ({ path, before, groupId }) => {
    // What closes a circle comes too late as well, but that has been said already.
    const circle = circles.filter(mates => mates.some(mate => path.startsWith(`${mate.path}.`))).flat();
    return {
      find(id) {
        const place = byId.get(id);
        if (place === undefined || !isAnswered(place.field)) return undefined;
        const { field, order, group } = place;
        if (group !== undefined && group.id !== groupId) return { field, stands: 'in rows' };
        const isSeen = (order < before && id !== groupId) || circle.includes(place);
        return { field, stands: isSeen ? 'before' : 'later' };
      },
    };
  };
}

/** It asks about nothing, so the result is known. */
function neverHolds({ logic, gives }: Formula): boolean {
  return gives === 'condition' && askedIn(logic).length === 0 && !holds(logic, {});
}
