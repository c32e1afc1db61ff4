import type { Logic } from '../definition.ts';

/** Whether a formula asks about any of these questions, by itself or as a column that it adds up. Takes anything. */
export function asksAbout(logic: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof logic !== 'object' || logic === null) return false;
  if (Array.isArray(logic)) return logic.some(item => asksAbout(item, ids));
  return Object.entries(logic).some(([operator, value]: [string, unknown]) => {
    if (operator === 'var') return typeof value === 'string' && ids.has(value.split('.')[0] ?? '');
    if (operator === 'sum' && Array.isArray(value) && typeof value[1] === 'string' && ids.has(value[1])) return true;
    return asksAbout(value, ids);
  });
}

/** A condition without the parts that ask about these questions; nothing when nothing is left of it. */
export function dropAsked(logic: Logic, ids: ReadonlySet<string>): Logic | undefined {
  if (!asksAbout(logic, ids)) return logic;
  if (typeof logic !== 'object') return undefined;
  const [[operator, value] = []] = Object.entries<unknown>(logic);
  if ((operator !== 'and' && operator !== 'or') || !Array.isArray(value)) return undefined;
  const left = (value as Logic[]).flatMap(part => {
    const rest = dropAsked(part, ids);
    return rest === undefined ? [] : [rest];
  });
  return left.length > 1 ? { [operator]: left } : left[0];
}
