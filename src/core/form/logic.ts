import { LogicEngine, defaultMethods } from 'json-logic-engine';

import type { Answers } from './answers.ts';
import type { Logic } from './definition.ts';

/**
 * Whether a condition holds for the answers given so far. Never throws: a condition that cannot be computed does not
 * hold. A question without an answer is `null`: equal to nothing else, neither less nor greater than anything.
 */
export function holds(logic: Logic | undefined, answers: Answers): boolean {
  if (logic === undefined || typeof logic === 'boolean') return logic ?? true;
  try {
    return isTrue(run(logic, answers));
  } catch {
    return false;
  }
}

/**
 * The number a formula gives for these answers; nothing when an answer it needs is missing, or when the number is beyond
 * ±1e15, which no office asks for and nobody could read. Never throws.
 */
export function compute(logic: Logic, answers: Answers): number | undefined {
  try {
    const result = run(logic, answers);
    return typeof result === 'number' && Math.abs(result) <= largestResult ? result : undefined;
  } catch {
    return undefined;
  }
}

const largestResult = 1e15;

/** The engine keeps a plan of each formula, and would give up keeping any after meeting many new ones in a row. */
function run(logic: Logic, answers: Answers): unknown {
  engine.missesSinceSeen = 0;
  return engine.run(logic, answers);
}

/**
 * The operators of JSON Logic (jsonlogic.com) that agendas may use; `checkDefinition` refuses any other. `sum`, `count`,
 * `round` and `daysBetween` are ours.
 */
export const operators = [
  'var',
  '==',
  '!=',
  '===',
  '!==',
  '<',
  '<=',
  '>',
  '>=',
  'and',
  'or',
  '!',
  '!!',
  'in',
  '+',
  '-',
  '*',
  '/',
  'if',
  'min',
  'max',
  'round',
  'sum',
  'count',
  'daysBetween',
] as const;
export type Operator = (typeof operators)[number];

const equal = (args: unknown[]) => args[0] === args[1];
const different = (args: unknown[]) => args[0] !== args[1];

/**
 * Ours where the engine's own would convert ("an unanswered yes/no equals no", "nothing is less than 5", "nothing plus
 * five is five"), look into prototypes or throw.
 */
const engine = new LogicEngine({
  ...Object.fromEntries(
    Object.entries(defaultMethods).filter(([name]) => operators.some(operator => operator === name)),
  ),
  var: ([path]: unknown[], answers: object) => lookUp(answers, String(path)),
  '==': equal,
  '===': equal,
  '!=': different,
  '!==': different,
  '<': (args: unknown[]) => isOrdered(args, (left, right) => left < right),
  '<=': (args: unknown[]) => isOrdered(args, (left, right) => left <= right),
  '>': (args: unknown[]) => isOrdered(args, (left, right) => left > right),
  '>=': (args: unknown[]) => isOrdered(args, (left, right) => left >= right),
  '!': ([value]: unknown[]) => !isTrue(value),
  '!!': ([value]: unknown[]) => isTrue(value),
  in: ([item, list]: unknown[]) => Array.isArray(list) && list.includes(item),
  '+': (args: unknown[]) => arithmetic(args, numbers => numbers.reduce((total, number) => total + number, 0)),
  '-': (args: unknown[]) =>
    arithmetic(args, ([first = 0, ...rest]) =>
      rest.length === 0 ? -first : rest.reduce((left, right) => left - right, first),
    ),
  '*': (args: unknown[]) => arithmetic(args, numbers => numbers.reduce((product, number) => product * number, 1)),
  '/': (args: unknown[]) => arithmetic(args, ([left = 0, right = 0]) => left / right),
  min: (args: unknown[]) => arithmetic(args, numbers => Math.min(...numbers)),
  max: (args: unknown[]) => arithmetic(args, numbers => Math.max(...numbers)),
  round: (args: unknown[]) => arithmetic(args, ([number = 0]) => Math.round(number)),
  sum: ([rows, column]: unknown[]) => sumOf(rows, String(column)),
  count: ([list]: unknown[]) => (Array.isArray(list) ? list.length : 0),
  daysBetween,
});

/** "dogName", or a part of an address: "place.zip". */
function lookUp(answers: object, path: string): unknown {
  if (!path.includes('.')) return valueOf(answers, path);
  let found: unknown = answers;
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null) return null;
    found = valueOf(found, key);
  }
  return found;
}

function valueOf(answers: object, key: string): unknown {
  return Object.hasOwn(answers, key) ? Reflect.get(answers, key) : null;
}

type Ordering = (left: number | string, right: number | string) => boolean;

/** Holds for two numbers or two strings (dates are strings that sort by day), and for `1 < x < 5` in a row. */
function isOrdered(args: unknown[], ordering: Ordering): boolean {
  return args.slice(1).every((right, index) => {
    const left = args[index];
    if (typeof left === 'number' && typeof right === 'number') return ordering(left, right);
    return typeof left === 'string' && typeof right === 'string' && ordering(left, right);
  });
}

/** What is missing makes the whole unknown, rather than a figure that is too small. */
function arithmetic(args: unknown[], operation: (numbers: number[]) => number): number | null {
  const numbers = args.filter(arg => typeof arg === 'number');
  if (numbers.length < args.length) return null;
  const result = operation(numbers);
  return Number.isFinite(result) ? result : null;
}

/** Adds a column of a repeating group; boxes left empty count nothing, and a group without rows is zero. */
function sumOf(rows: unknown, column: string): number {
  if (!Array.isArray(rows)) return 0;
  let total = 0;
  for (const row of rows as unknown[]) {
    const figure = typeof row === 'object' && row !== null ? valueOf(row, column) : null;
    if (typeof figure === 'number') total += figure;
  }
  return total;
}

/** Whole days from one day to another; zero on the same day, negative backwards. */
function daysBetween([from, to]: unknown[]): number | null {
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** An empty list, as no ticks, is not true; an address is. */
function isTrue(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}
