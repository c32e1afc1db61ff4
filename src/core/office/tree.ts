interface Place {
  id: string;
  name: string;
  /** The department it is a unit of; null at the top. */
  parentId: string | null;
  /** Among its siblings. */
  position: number;
}

/** A department in its place: how deep it lies, and the names on the way to it, its own last. */
export type Placed<D extends Place> = D & { depth: number; path: string[] };

/** Departments in the order of the tree, each unit behind the one it belongs to. One that is lost in a circle is left out. */
export function inOrder<D extends Place>(departments: readonly D[]): Placed<D>[] {
  const units = Map.groupBy(departments, ({ parentId }) => parentId);
  const below = (parentId: string | null, above: string[]): Placed<D>[] =>
    (units.get(parentId) ?? []).toSorted(bySiblings).flatMap(department => {
      const path = [...above, department.name];
      return [{ ...department, depth: above.length, path }, ...below(department.id, path)];
    });
  return below(null, []);
}

/** A department with all that lies below it, by id. */
export function withUnits(departments: readonly Pick<Place, 'id' | 'parentId'>[], id: string): Set<string> {
  const found = new Set([id]);
  for (const one of found) {
    for (const { id: unit, parentId } of departments) if (parentId === one) found.add(unit);
  }
  return found;
}

/** The departments that one is a unit of, the nearest first. */
export function above(departments: readonly Pick<Place, 'id' | 'parentId'>[], id: string): string[] {
  const parents = new Map(departments.map(department => [department.id, department.parentId]));
  const found = new Set<string>();
  for (let at = parents.get(id); at && !found.has(at); at = parents.get(at)) found.add(at);
  return [...found];
}

/** The order of siblings after one of them has changed places with its neighbour; null when there is none on that side. */
export function moved<D extends Place>(departments: readonly D[], id: string, by: -1 | 1): D[] | null {
  const parentId = departments.find(department => department.id === id)?.parentId;
  const siblings = departments.filter(department => department.parentId === parentId).toSorted(bySiblings);
  const at = siblings.findIndex(department => department.id === id);
  const [self, neighbour] = [siblings[at], siblings[at + by]];
  if (!self || !neighbour) return null;
  return siblings.with(at, neighbour).with(at + by, self);
}

function bySiblings(a: Place, b: Place): number {
  return a.position - b.position || a.name.localeCompare(b.name, 'cs');
}
