import { askedIn } from '../formulas.ts';

/** Answers tried so far; null is a question that is not answered. */
export type Tried = ReadonlyMap<string, unknown>;

/** Asks about nothing that is or may be answered, so that it can be worked out. */
export function isSettled(logic: unknown, tried: Tried): boolean {
  return askedIn(logic).every(id => tried.get(id) === null);
}

/** Has no value, whatever the rest is: a question that is not answered, and arithmetic with it. */
export function isMissing(logic: unknown, tried: Tried): boolean {
  if (typeof logic !== 'object' || logic === null) return false;
  const [operator = '', value] = Object.entries(logic)[0] ?? [];
  if (operator === 'var') return isSettled(logic, tried);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return arithmetic.includes(operator) && values.some(part => isMissing(part, tried));
}

const arithmetic: readonly string[] = ['+', '-', '*', '/', 'min', 'max', 'round', 'daysBetween'];
