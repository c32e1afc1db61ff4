import type { Kind } from '../check-answers.ts';
import type { Comparison } from './comparisons.ts';

/** A condition as an author sees it: comparisons of answers, of which all or any one have to hold. */
export interface Condition {
  join: 'all' | 'any';
  /** None: it holds always. */
  rows: ConditionRow[];
}

export interface ConditionRow {
  /** The question, e.g. "dogName", or a part of its answer, e.g. "home.zip". */
  field: string;
  comparison: Comparison;
  /** What it is compared with; left out where the comparison needs nothing. */
  value?: ConditionValue | undefined;
}

/** What was written: a text, a number, yes or no, several options; or the answer to another question. */
export type ConditionValue = string | number | boolean | string[] | { field: string };

/** What kind of answer a question or its part has; nothing when there is no such question. */
export type KindOf = (field: string) => Kind | undefined;
