const deepest = 20;
const largest = 400;

/**
 * Whether a condition or a formula is too deep or too large to be read on, a Czech sentence. Takes anything, however deep or
 * wide, and stops as soon as it is known.
 */
export function measureProblem(logic: unknown): string | undefined {
  const waiting: { part: unknown; depth: number }[] = [{ part: logic, depth: 0 }];
  let size = 1;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { part } = next;
    if (typeof part !== 'object' || part === null) continue;
    // The list of an operator's values belongs to it.
    const depth = next.depth + (Array.isArray(part) ? 0 : 1);
    if (depth > deepest) return `Podmínka nebo výpočet jsou zanořené víc než ${deepest}krát.`;
    const inner: unknown[] = Object.values(part);
    size += inner.length;
    if (size > largest) return `Podmínka nebo výpočet mají víc než ${largest}\u00a0částí.`;
    for (const value of inner) waiting.push({ part: value, depth });
  }
  return undefined;
}

/** How many parts of a formula are worked out; asking about a group counts its rows, given by id. Takes anything. */
export function workOf(logic: unknown, groups: ReadonlyMap<string, number>): number {
  const waiting = [logic];
  let work = 0;
  for (let seen = 0; seen < waiting.length; seen += 1) {
    const part = waiting[seen];
    work += 1;
    if (typeof part === 'string') work += groups.get(part) ?? 0;
    if (typeof part !== 'object' || part === null) continue;
    for (const value of Object.values(part) as unknown[]) waiting.push(value);
  }
  return work;
}
