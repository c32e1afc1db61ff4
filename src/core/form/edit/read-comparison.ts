import type { Comparison } from './comparisons.ts';
import type { ConditionRow, ConditionValue, KindOf } from './condition.ts';

/** One comparison of JSON Logic as a row; nothing when it is something else. */
export function readComparison(part: unknown, kindOf: KindOf): ConditionRow | undefined {
  const [operator, args] = operation(part);
  switch (operator) {
    case 'var':
    case '!!':
      return presence(operator === 'var' ? part : args[0], true, kindOf);
    case '!':
      return opposite(readComparison(args[0], kindOf)) ?? presence(args[0], false, kindOf);
    case 'in':
      return membership(args);
    case undefined:
      return undefined;
    default:
      return binary(operator, args);
  }
}

/** The operator and its values; a single value may stand without a list. */
function operation(part: unknown): [string | undefined, unknown[]] {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return [undefined, []];
  const [entry, ...more] = Object.entries<unknown>(part as Record<string, unknown>);
  if (entry === undefined || more.length > 0) return [undefined, []];
  return [entry[0], Array.isArray(entry[1]) ? (entry[1] as unknown[]) : [entry[1]]];
}

/** "It is there": yes for a tick, otherwise that something was answered. Of a number this would mean that it is not zero. */
function presence(asked: unknown, isThere: boolean, kindOf: KindOf): ConditionRow | undefined {
  const field = variable(asked);
  if (field === undefined) return undefined;
  const kind = kindOf(field);
  if (kind === 'number') return undefined;
  if (kind === 'boolean') return { field, comparison: isThere ? 'is' : 'isNot', value: true };
  return { field, comparison: isThere ? 'filled' : 'notFilled' };
}

const opposites: Partial<Record<Comparison, Comparison>> = { isOneOf: 'isNoneOf', includes: 'excludes' };

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

const orders: Record<string, Comparison> = {
  '==': 'is',
  '===': 'is',
  '!=': 'isNot',
  '!==': 'isNot',
  '>': 'over',
  '>=': 'atLeast',
  '<': 'under',
  '<=': 'atMost',
};
const turned: Record<string, string> = { '>': '<', '<': '>', '>=': '<=', '<=': '>=' };

function binary(operator: string, args: unknown[]): ConditionRow | undefined {
  if (args.length !== 2 || !Object.hasOwn(orders, operator)) return undefined;
  const [left, right] = args;
  const isTurned = asked(left) === undefined;
  const comparison = orders[isTurned ? (turned[operator] ?? operator) : operator];
  const subject = asked(isTurned ? right : left);
  if (comparison === undefined || subject === undefined) return undefined;
  const value = isTurned ? left : right;
  if (value === null && !subject.isCount) return emptiness(subject.field, comparison);
  return withValue(subject, comparison, value);
}

function withValue(
  { field, isCount }: { field: string; isCount: boolean },
  comparison: Comparison,
  value: unknown,
): ConditionRow | undefined {
  if (isCount) {
    const counted = comparison === 'atLeast' ? 'countAtLeast' : comparison === 'atMost' ? 'countAtMost' : undefined;
    return counted && typeof value === 'number' ? { field, comparison: counted, value } : undefined;
  }
  const read = literalOrField(value);
  return read === undefined ? undefined : { field, comparison, value: read };
}

/** What is compared: an answer, or how many rows or ticks it has. */
function asked(part: unknown): { field: string; isCount: boolean } | undefined {
  const field = variable(part);
  if (field !== undefined) return { field, isCount: false };
  const [operator, args] = operation(part);
  const counted = operator === 'count' ? variable(args[0]) : undefined;
  return counted === undefined ? undefined : { field: counted, isCount: true };
}

function emptiness(field: string, comparison: Comparison): ConditionRow | undefined {
  if (comparison === 'is') return { field, comparison: 'notFilled' };
  return comparison === 'isNot' ? { field, comparison: 'filled' } : undefined;
}

function literalOrField(value: unknown): ConditionValue | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const field = variable(value);
  return field === undefined ? undefined : { field };
}

function variable(part: unknown): string | undefined {
  const [operator, args] = operation(part);
  return operator === 'var' && args.length === 1 && typeof args[0] === 'string' ? args[0] : undefined;
}
