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
    const result: unknown = engine.run(logic, answers);
    return isTrue(result);
  } catch {
    return false;
  }
}

/** The operators of JSON Logic (jsonlogic.com) that conditions may use; `checkDefinition` refuses any other. */
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
] as const;
export type Operator = (typeof operators)[number];

const equal = (args: unknown[]) => args[0] === args[1];
const different = (args: unknown[]) => args[0] !== args[1];

/**
 * Ours where the engine's own would convert ("an unanswered yes/no equals no", "nothing is less than 5"), look into
 * prototypes or throw.
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
});

/** "dogName", or a part of an address: "place.zip". */
function lookUp(answers: object, path: string): unknown {
  let found: unknown = answers;
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return null;
    found = Object.getOwnPropertyDescriptor(found, key)?.value;
  }
  return found;
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

/** An empty list, as no ticks, is not true; an address is. */
function isTrue(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}
