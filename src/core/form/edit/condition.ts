import type { Kind } from '../check-answers.ts';
import type { Comparison } from './comparisons.ts';

/** A condition as an author sees it: comparisons of answers, of which all or any one have to hold. */
export interface Condition {
  join: Join;
  /** None: it holds always. */
  rows: ConditionPart[];
}

export type Join = 'all' | 'any';

export type ConditionPart = ConditionRow | ConditionGroup;

export interface ConditionRow {
  /** The question, e.g. "dogName", or a part of its answer, e.g. "home.zip". */
  field: string;
  comparison: Comparison;
  /** What it is compared with; left out where the comparison needs nothing. */
  value?: ConditionValue | undefined;
}

/** Comparisons that count as one part, e.g. "at least one of these" among others that all have to hold. */
export interface ConditionGroup {
  join: Join;
  rows: ConditionRow[];
}

/**
 * What was written: a text, a number, yes or no, several options; or the answer to another question, for days with how
 * many days there are between.
 */
export type ConditionValue = string | number | boolean | string[] | { field: string; days?: number };

/** What kind of answer a question or its part has; nothing when there is no such question. */
export type KindOf = (field: string) => Kind | undefined;

export function isGroup(part: ConditionPart): part is ConditionGroup {
  return 'rows' in part;
}
