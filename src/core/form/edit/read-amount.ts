import type { Amount, Term } from './formula.ts';
import { operation, variable } from './logic-parts.ts';

/** Amounts multiplied by each other, or one alone; nothing when a part is something else. */
export function readTerm(part: unknown): Term | undefined {
  const [operator, args] = operation(part);
  const amounts = (operator === '*' ? args : [part]).map(readAmount);
  return amounts.length > 0 && amounts.every(amount => amount !== undefined) ? amounts : undefined;
}

/** A number, an answer, a count, a sum of a column or a number of days. */
export function readAmount(part: unknown): Amount | undefined {
  if (typeof part === 'number') return part;
  const [operator, args] = operation(part);
  const [first, second] = args.map(variable);
  switch (operator) {
    case 'var':
      return answer(part);
    case 'count':
      return args.length === 1 && first !== undefined ? { countOf: first } : undefined;
    case 'sum':
      return first !== undefined && typeof args[1] === 'string' ? { column: args[1], of: first } : undefined;
    case 'daysBetween':
      return first !== undefined && second !== undefined ? { from: first, to: second, inclusive: false } : undefined;
    case '+':
      return inclusiveDays(args);
    default:
      return undefined;
  }
}

function answer(part: unknown): Amount | undefined {
  const field = variable(part);
  return field === undefined ? undefined : { field };
}

function inclusiveDays(args: unknown[]): Amount | undefined {
  const [days, one] = args;
  if (args.length !== 2 || one !== 1 || operation(days)[0] !== 'daysBetween') return undefined;
  const read = readAmount(days);
  return typeof read === 'object' && 'inclusive' in read ? { ...read, inclusive: true } : undefined;
}
