import { named } from './check-term.ts';
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

/** Of a longer way, nobody would read every name. */
const mostNamed = 10;

/** Says of each circle how it closes: "„Cena“ → „Sleva“ → „Cena“". */
export function circleProblems(circles: Place[][]): Problem[] {
  return circles.flatMap(circle => {
    const [first] = circle;
    if (first === undefined) return [];
    const names = [...circle, first].map(({ field }) => named(field));
    const way = names.length > mostNamed ? names.toSpliced(mostNamed - 2, names.length - mostNamed + 1, '…') : names;
    return [{ path: `${first.path}.value`, message: `Výpočty se točí dokola: ${way.join(' → ')}.` }];
  });
}
