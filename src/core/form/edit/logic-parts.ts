/** The operator of a part of JSON Logic and its values; a single value may stand without a list. */
export function operation(part: unknown): [string | undefined, unknown[]] {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return [undefined, []];
  const [entry, ...more] = Object.entries<unknown>(part as Record<string, unknown>);
  if (entry === undefined || more.length > 0) return [undefined, []];
  return [entry[0], Array.isArray(entry[1]) ? (entry[1] as unknown[]) : [entry[1]]];
}

/** The question a part asks about, e.g. "dogName" or "home.zip"; nothing when it is something else. */
export function variable(part: unknown): string | undefined {
  const [operator, args] = operation(part);
  return operator === 'var' && args.length === 1 && typeof args[0] === 'string' ? args[0] : undefined;
}
