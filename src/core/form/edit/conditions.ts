import type { Kind } from '../check-answers.ts';
import type { Logic } from '../definition.ts';
import { comparisonsFor, needsDays } from './comparisons.ts';
import {
  isGroup,
  type Condition,
  type ConditionGroup,
  type ConditionRow,
  type Join,
  type KindOf,
} from './condition.ts';
import { readComparison } from './read-comparison.ts';
import { writeComparison } from './write-comparison.ts';

/**
 * Reads JSON Logic as rows and groups of rows. Nothing when it does not fit into them (nested deeper, computed, about
 * questions that are not there): then it is shown as it is. Never throws, whatever the logic is.
 */
export function readCondition(logic: Logic | undefined, kindOf: KindOf): Condition | undefined {
  if (logic === undefined || logic === true) return { join: 'all', rows: [] };
  const { join, parts } = joinedParts(logic) ?? { join: 'all', parts: [logic] };
  const rows = parts.map(part => readRow(part, kindOf) ?? readGroup(part, kindOf));
  return rows.every(row => row !== undefined) ? { join, rows } : undefined;
}

/** Writes rows as JSON Logic; nothing when there are none. */
export function writeCondition({ join, rows }: Condition, kindOf: KindOf): Logic | undefined {
  const [only, ...others] = rows;
  // Alone it groups nothing.
  if (only && isGroup(only) && others.length === 0) return writeCondition(only, kindOf);
  const write = (row: ConditionRow) => writeComparison(row, kindOf(row.field));
  const parts = rows.map(part => (isGroup(part) ? joined(part.join, part.rows.map(write)) : write(part)));
  return parts.length > 1 ? joined(join, parts) : parts[0];
}

/** The row a condition on a question begins with: something that can be saved and made more precise. */
export function firstRow(field: string, kind: Kind, options: readonly string[]): ConditionRow {
  if (kind === 'boolean') return { field, comparison: 'is', value: true };
  if (kind === 'choice' && options[0] !== undefined) return { field, comparison: 'is', value: options[0] };
  if (kind === 'ticks' && options[0] !== undefined) return { field, comparison: 'includes', value: options[0] };
  return { field, comparison: 'filled' };
}

function joined(join: Join, parts: Logic[]): Logic {
  return { [join === 'all' ? 'and' : 'or']: parts };
}

function joinedParts(part: unknown): { join: Join; parts: unknown[] } | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const [[operator, parts] = [], ...more] = Object.entries<unknown>(part as Record<string, unknown>);
  if ((operator !== 'and' && operator !== 'or') || more.length > 0) return undefined;
  return Array.isArray(parts) && parts.length > 0 ? { join: operator === 'and' ? 'all' : 'any', parts } : undefined;
}

function readGroup(part: unknown, kindOf: KindOf): ConditionGroup | undefined {
  const { join, parts } = joinedParts(part) ?? {};
  const rows = parts?.map(inner => readRow(inner, kindOf));
  return join && rows?.every(row => row !== undefined) ? { join, rows } : undefined;
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
  if (typeof value === 'object') {
    const isSame = !Array.isArray(value) && kindOf(value.field) === kind;
    return isSame && (value.days !== undefined) === needsDays(comparison);
  }
  if (kind === 'boolean') return typeof value === 'boolean';
  return typeof value === (kind === 'number' ? 'number' : 'string');
}
