import type { Comparison } from './comparisons.ts';
import type { ConditionRow, ConditionValue } from './condition.ts';
import { operation, variable } from './logic-parts.ts';

/** A comparison of an answer, of a count or of days with what is written there or with another answer; either way round. */
export function readBinary(operator: string, args: unknown[]): ConditionRow | undefined {
  if (args.length !== 2 || !Object.hasOwn(orders, operator)) return undefined;
  const [left, right] = args;
  const subject = subjectOf(left);
  if (subject !== undefined) return withValue(subject, orders[operator], right);
  const turnedSubject = subjectOf(right);
  return turnedSubject && withValue(turnedSubject, orders[turned[operator] ?? operator], left);
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

/** What is compared: an answer, how many rows or ticks it has, or how many days it comes after another one. */
type Subject = { field: string; counts: 'nothing' | 'rows' } | { field: string; counts: 'days'; since: string };

function subjectOf(part: unknown): Subject | undefined {
  const field = variable(part);
  if (field !== undefined) return { field, counts: 'nothing' };
  const [operator, args] = operation(part);
  const [first, second] = args.map(variable);
  if (operator === 'count' && first !== undefined) return { field: first, counts: 'rows' };
  if (operator !== 'daysBetween' || first === undefined || second === undefined) return undefined;
  return { field: second, counts: 'days', since: first };
}

const counting: Partial<Record<Comparison, Comparison>> = { atLeast: 'countAtLeast', atMost: 'countAtMost' };
const countingDays: Partial<Record<Comparison, Comparison>> = { atLeast: 'laterByAtLeast', atMost: 'laterByAtMost' };

function withValue(subject: Subject, comparison: Comparison | undefined, compared: unknown): ConditionRow | undefined {
  if (comparison === undefined) return undefined;
  const { field } = subject;
  if (subject.counts === 'nothing') {
    if (compared === null) return emptiness(field, comparison);
    const value = literalOrField(compared);
    return value === undefined ? undefined : { field, comparison, value };
  }
  if (typeof compared !== 'number') return undefined;
  const counted = (subject.counts === 'days' ? countingDays : counting)[comparison];
  const value = subject.counts === 'days' ? { field: subject.since, days: compared } : compared;
  return counted && { field, comparison: counted, value };
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
