import type { Condition } from './condition.ts';

/** A computation as an author sees it: what it starts with, and what is done with it step by step. Empty: not said yet. */
export type Formula = FormulaStep[];

/** Only the first one starts; each of the others takes what those before it give. */
export type FormulaStep = { operation: 'start' | Operation; by: Term | Choice } | { operation: 'rounded' };

export type Operation = 'plus' | 'minus' | 'times' | 'divided' | 'atMost' | 'atLeast';

/** Amounts multiplied by each other, e.g. children × 50. */
export type Term = Amount[];

export type Amount =
  /** A number that is written there, or the answer to a question. */
  | number
  | { field: string }
  /** How many rows a group has, or how many options are ticked. */
  | { countOf: string }
  | { column: string; of: string }
  /** Days from one day to another; `inclusive` counts the first one too. */
  | { from: string; to: string; inclusive: boolean };

/** Of several terms the first whose condition holds. */
export interface Choice {
  branches: { when: Condition; then: Term }[];
  otherwise: Term;
}

export function isChoice(by: Term | Choice): by is Choice {
  return 'branches' in by;
}
