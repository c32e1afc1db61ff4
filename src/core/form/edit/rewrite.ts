import type { Logic } from '../definition.ts';
import type { Condition, KindOf } from './condition.ts';
import { readCondition, writeCondition } from './conditions.ts';
import type { Formula } from './formula.ts';
import { readFormula } from './read-formula.ts';
import { writeFormula } from './write-formula.ts';

/** A condition as JSON Logic; as it was written before when it still says the same, so that nothing changes by itself. */
export function rewriteCondition(before: Logic | undefined, condition: Condition, kindOf: KindOf): Logic | undefined {
  const written = writeCondition(condition, kindOf);
  const known = readCondition(before, kindOf);
  return known && isSame(writeCondition(known, kindOf), written) ? before : written;
}

/** A formula as JSON Logic; as it was written before when it still says the same. */
export function rewriteFormula(before: Logic, formula: Formula, kindOf: KindOf): Logic {
  const written = writeFormula(formula, kindOf);
  const known = readFormula(before, kindOf);
  return known && isSame(writeFormula(known, kindOf), written) ? before : written;
}

function isSame(left: Logic | undefined, right: Logic | undefined): boolean {
  return JSON.stringify(left, unordered) === JSON.stringify(right, unordered);
}

/** One of "a, b" is one of "b, a"; boxes are sent in the order of the form. */
function unordered(operator: string, value: unknown): unknown {
  if (operator !== 'in' || !Array.isArray(value)) return value;
  return (value as unknown[]).map(list => (Array.isArray(list) ? list.toSorted() : list));
}
