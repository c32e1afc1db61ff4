/** Things of two versions told to be the same, and those that have no counterpart. */
export interface Matching<T> {
  pairs: { before: T; after: T; from: number; to: number }[];
  removed: { item: T; index: number }[];
  added: { item: T; index: number }[];
}

/**
 * Pairs items that the first of `keys` makes equal, then of the rest those that the next one does, and so on. Items with
 * equal keys are paired in their order.
 */
export function matched<T>(
  before: readonly T[],
  after: readonly T[],
  keys: ((item: T, index: number) => string)[],
): Matching<T> {
  let removed = before.map((item, index) => ({ item, index }));
  let added = after.map((item, index) => ({ item, index }));
  const pairs: Matching<T>['pairs'] = [];
  for (const key of keys) {
    for (const old of [...removed]) {
      const wanted = key(old.item, old.index);
      const young = added.find(({ item, index }) => key(item, index) === wanted);
      if (young === undefined) continue;
      pairs.push({ before: old.item, after: young.item, from: old.index, to: young.index });
      removed = removed.filter(other => other !== old);
      added = added.filter(other => other !== young);
    }
  }
  return { pairs: pairs.sort((left, right) => left.to - right.to), removed, added };
}

/** Of numbers that should grow, the fewest that would have to be moved for the others to do so; their positions. */
export function outOfOrder(numbers: readonly number[]): number[] {
  const best: number[][] = [];
  numbers.forEach((number, index) => {
    const longest = best
      .filter((chain, end) => chain.length > 0 && (numbers[end] ?? 0) < number)
      .reduce<number[]>((longer, chain) => (chain.length > longer.length ? chain : longer), []);
    best.push([...longest, index]);
  });
  // Of two ways that are equally short, the one by which things move forward.
  const kept = best.reduce<number[]>((longer, chain) => (chain.length >= longer.length ? chain : longer), []);
  return numbers.map((_number, index) => index).filter(index => !kept.includes(index));
}
