import type { Comparison } from './comparisons.ts';
import type { ConditionRow, KindOf } from './condition.ts';
import { operation, variable } from './logic-parts.ts';
import { readBinary } from './read-binary.ts';

/** One comparison of JSON Logic as a row; nothing when it is something else. */
export function readComparison(part: unknown, kindOf: KindOf): ConditionRow | undefined {
  const [operator, args] = operation(part);
  switch (operator) {
    case 'var':
      return presence(part, kindOf);
    case '!!':
      return presence(args[0], kindOf);
    case '!':
      return opposite(readComparison(args[0], kindOf));
    case 'in':
      return membership(args);
    case undefined:
      return undefined;
    default:
      return readBinary(operator, args);
  }
}

/** "It is there": yes for a tick, otherwise that something was answered. Of a number this would mean that it is not zero. */
function presence(asked: unknown, kindOf: KindOf): ConditionRow | undefined {
  const field = variable(asked);
  if (field === undefined) return undefined;
  const kind = kindOf(field);
  if (kind === 'number') return undefined;
  return kind === 'boolean' ? { field, comparison: 'is', value: true } : { field, comparison: 'filled' };
}

/** Of an order there is none: a question without an answer is neither over five nor at most five. */
const opposites: Partial<Record<Comparison, Comparison>> = {
  is: 'isNot',
  isNot: 'is',
  isOneOf: 'isNoneOf',
  isNoneOf: 'isOneOf',
  includes: 'excludes',
  excludes: 'includes',
  filled: 'notFilled',
  notFilled: 'filled',
};

function opposite(row: ConditionRow | undefined): ConditionRow | undefined {
  const comparison = row && opposites[row.comparison];
  return row && comparison && { ...row, comparison };
}

function membership([sought, list]: unknown[]): ConditionRow | undefined {
  const field = variable(sought);
  if (field !== undefined && Array.isArray(list) && list.every(item => typeof item === 'string')) {
    return { field, comparison: 'isOneOf', value: list };
  }
  const ticks = variable(list);
  return ticks !== undefined && typeof sought === 'string'
    ? { field: ticks, comparison: 'includes', value: sought }
    : undefined;
}
