import type { Kind } from '../check-answers.ts';
import type { Logic } from '../definition.ts';
import { comparisonsFor } from './comparisons.ts';
import type { Condition, ConditionRow, KindOf } from './condition.ts';
import { readComparison } from './read-comparison.ts';
import { writeComparison } from './write-comparison.ts';

/**
 * Reads JSON Logic as rows. Nothing when it does not fit into them (nested, computed, about questions that are not there):
 * then it is shown as it is. Never throws, whatever the logic is.
 */
export function readCondition(logic: Logic | undefined, kindOf: KindOf): Condition | undefined {
  if (logic === undefined || logic === true) return { join: 'all', rows: [] };
  if (typeof logic !== 'object') return undefined;
  const [[operator, parts] = []] = Object.entries<unknown>(logic);
  const isJoined = (operator === 'and' || operator === 'or') && Array.isArray(parts) && Object.keys(logic).length === 1;
  const rows = (isJoined ? (parts as unknown[]) : [logic]).map(part => readRow(part, kindOf));
  return rows.every(row => row !== undefined) ? { join: operator === 'or' ? 'any' : 'all', rows } : undefined;
}

/** Writes rows as JSON Logic; nothing when there are none. */
export function writeCondition({ join, rows }: Condition): Logic | undefined {
  const parts = rows.map(writeComparison);
  if (parts.length > 1) return { [join === 'all' ? 'and' : 'or']: parts };
  return parts[0];
}

/** The row a condition on a question begins with: something that can be saved and made more precise. */
export function firstRow(field: string, kind: Kind, options: readonly string[]): ConditionRow {
  if (kind === 'boolean') return { field, comparison: 'is', value: true };
  if (kind === 'choice' && options[0] !== undefined) return { field, comparison: 'is', value: options[0] };
  if (kind === 'ticks' && options[0] !== undefined) return { field, comparison: 'includes', value: options[0] };
  return { field, comparison: 'filled' };
}

function readRow(part: unknown, kindOf: KindOf): ConditionRow | undefined {
  const row = readComparison(part, kindOf);
  if (row === undefined) return undefined;
  const kind = kindOf(row.field);
  const isOffered = kind !== undefined && comparisonsFor(kind).some(({ comparison }) => comparison === row.comparison);
  return isOffered && fits(row, kind, kindOf) ? row : undefined;
}

function fits({ comparison, value }: ConditionRow, kind: Kind, kindOf: KindOf): boolean {
  if (comparison === 'filled' || comparison === 'notFilled') return value === undefined;
  if (comparison === 'isOneOf' || comparison === 'isNoneOf') return Array.isArray(value);
  if (comparison === 'countAtLeast' || comparison === 'countAtMost') return typeof value === 'number';
  if (typeof value === 'object') return !Array.isArray(value) && kindOf(value.field) === kind;
  if (kind === 'boolean') return typeof value === 'boolean';
  return typeof value === (kind === 'number' ? 'number' : 'string');
}
