import type { Logic } from '../definition.ts';
import { askedIn } from '../formulas.ts';
import { holds } from '../logic.ts';
import { isComparison, withItself } from './comparison.ts';
import { isMissing, isSettled, type Tried } from './unanswered.ts';

/** What is known of a condition when only some answers are known. */
export type Certainty = 'yes' | 'no' | 'maybe';

/** How many parts of conditions may still be looked at. */
export interface Budget {
  left: number;
}

/**
 * Judges a condition for what is being tried. Only what compares one answer with what is written in the condition or
 * with itself is worked out, and what needs an answer that is not there; otherwise arithmetic and comparisons of two
 * answers may come out either way.
 */
export function certaintyOf(logic: unknown, tried: Tried, budget: Budget): Certainty {
  budget.left -= 1;
  if (typeof logic !== 'object' || logic === null) return holdsFor(logic, tried);
  const [entry, ...more] = Object.entries(logic) as [string, unknown][];
  if (entry === undefined || more.length > 0) return 'maybe';
  const [operator, value] = entry;
  const inner = (part: unknown) => certaintyOf(part, tried, budget);
  if (operator === '!' || operator === '!!') {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const [only, ...rest] = values;
    if (only === undefined || rest.length > 0) return 'maybe';
    return operator === '!' ? opposite(inner(only)) : inner(only);
  }
  if (Array.isArray(value)) {
    if (operator === 'and') return all(value.map(inner));
    if (operator === 'or') return opposite(all(value.map(part => opposite(inner(part)))));
    if (operator === 'if') return branch(value, inner);
  }
  const always = withItself(logic);
  if (always !== undefined) return always ? 'yes' : 'no';
  if (isComparison(logic) || isSettled(logic, tried)) return holdsFor(logic, tried);
  // Nothing is neither less nor more than anything.
  const isLost = orders.includes(operator) && Array.isArray(value) && value.some(part => isMissing(part, tried));
  return isLost ? 'no' : 'maybe';
}

const orders = ['<', '<=', '>', '>='];

function holdsFor(logic: unknown, tried: Tried): Certainty {
  const [id] = askedIn(logic);
  if (id !== undefined && !tried.has(id)) return 'maybe';
  const value = id === undefined ? null : tried.get(id);
  const answers = id === undefined || value === null ? {} : { [id]: value };
  return holds(logic as Logic, answers as Parameters<typeof holds>[1]) ? 'yes' : 'no';
}

function all(parts: Certainty[]): Certainty {
  if (parts.includes('no')) return 'no';
  return parts.includes('maybe') ? 'maybe' : 'yes';
}

function opposite(certainty: Certainty): Certainty {
  return certainty === 'maybe' ? 'maybe' : certainty === 'yes' ? 'no' : 'yes';
}

/** Conditions and what they give in turns, and at the end what is given otherwise. */
function branch([condition, result, ...rest]: unknown[], judge: (part: unknown) => Certainty): Certainty {
  if (condition === undefined) return 'no';
  if (result === undefined) return judge(condition);
  const certainty = judge(condition);
  if (certainty === 'yes') return judge(result);
  const otherwise = branch(rest, judge);
  return certainty === 'no' || judge(result) === otherwise ? otherwise : 'maybe';
}
