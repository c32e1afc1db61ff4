import type { Logic } from '../definition.ts';
import type { KindOf } from './condition.ts';
import { readCondition } from './conditions.ts';
import type { Choice, Formula, FormulaStep, Operation } from './formula.ts';
import { operation } from './logic-parts.ts';
import { readAmount, readTerm } from './read-amount.ts';

/**
 * Reads a formula as steps that follow each other. Nothing when it does not fit into them: then it is shown as it is.
 * Never throws, whatever the logic is.
 */
export function readFormula(logic: Logic, kindOf: KindOf): Formula | undefined {
  const isUnsaid = typeof logic === 'object' && Object.keys(logic).length === 0;
  return isUnsaid ? [] : readSteps(logic, kindOf);
}

function readSteps(logic: unknown, kindOf: KindOf): FormulaStep[] | undefined {
  const amount = readAmount(logic);
  const start = amount === undefined ? readChoice(logic, kindOf) : [amount];
  if (start !== undefined) return [{ operation: 'start', by: start }];
  const [operator, [first, ...others]] = operation(logic);
  if (operator === undefined) return undefined;
  const before = readSteps(first, kindOf);
  if (operator === 'round') return before && others.length === 0 ? [...before, { operation: 'rounded' }] : undefined;
  const done = operations.get(operator);
  if (before === undefined || done === undefined || (binary.has(done) && others.length !== 1)) return undefined;
  const parts = others.map(part => readTerm(part) ?? readChoice(part, kindOf));
  return parts.every(part => part !== undefined)
    ? [...before, ...parts.map(by => ({ operation: done, by }))]
    : undefined;
}

const operations = new Map<string, Operation>([
  ['+', 'plus'],
  ['-', 'minus'],
  ['*', 'times'],
  ['/', 'divided'],
  ['min', 'atMost'],
  ['max', 'atLeast'],
]);
const binary = new Set<Operation>(['minus', 'divided']);

/** `if` has conditions and what they give in turns, and at the end what is given otherwise. */
function readChoice(logic: unknown, kindOf: KindOf): Choice | undefined {
  const [operator, args] = operation(logic);
  if (operator !== 'if' || args.length < 3 || args.length % 2 === 0) return undefined;
  const branches = Array.from({ length: (args.length - 1) / 2 }, (_branch, index) =>
    readBranch(args[2 * index], args[2 * index + 1], kindOf),
  );
  const otherwise = readTerm(args.at(-1));
  return otherwise && branches.every(branch => branch !== undefined) ? { branches, otherwise } : undefined;
}

function readBranch(condition: unknown, value: unknown, kindOf: KindOf): Choice['branches'][number] | undefined {
  const then = readTerm(value);
  const when = isLogic(condition) ? readCondition(condition, kindOf) : undefined;
  return when && then && { when, then };
}

function isLogic(part: unknown): part is Logic {
  return typeof part === 'boolean' || (typeof part === 'object' && part !== null && !Array.isArray(part));
}
