import { askedIn } from './formulas.ts';
import type { Place } from './places.ts';
import type { Problem } from './problem.ts';

/** Computed values that need each other, each circle once, from the place where it is met first. */
export function circlesOf(places: Place[]): Place[][] {
  const computed = new Map(
    places.filter(({ field }) => field.type === 'computed').map(place => [place.field.id, place]),
  );
  const done = new Set<Place>();
  const circles: Place[][] = [];
  const visit = (place: Place, way: Place[]) => {
    const start = way.indexOf(place);
    if (start >= 0) circles.push(way.slice(start));
    if (start >= 0 || done.has(place)) return;
    for (const next of neededBy(place, computed)) visit(next, [...way, place]);
    done.add(place);
  };
  for (const place of computed.values()) visit(place, []);
  return circles;
}

function neededBy({ field }: Place, computed: ReadonlyMap<string, Place>): Place[] {
  if (field.type !== 'computed') return [];
  return askedIn([field.value, field.when]).flatMap(id => computed.get(id) ?? []);
}

/** Says of each circle how it closes: "a → b → a". */
export function circleProblems(circles: Place[][]): Problem[] {
  return circles.flatMap(circle => {
    const [first] = circle;
    if (first === undefined) return [];
    const names = [...circle, first].map(({ field }) => field.id).join(' → ');
    return [{ path: `${first.path}.value`, message: `Výpočty se točí dokola: ${names}.` }];
  });
}
