import type { Logic } from '../definition.ts';
import type { KindOf } from './condition.ts';
import { readCondition } from './conditions.ts';

/** A number in a computation: one that is written there, or the answer to a question. */
export type Operand = number | { field: string };

/** Computations an author can put together without writing a formula. */
export type FormulaShape =
  | { by: 'column'; group: string; column: string }
  | { by: 'count'; group: string }
  | { by: 'sum' | 'product'; operands: Operand[] }
  /** Days from one day to another; `inclusive` counts the first one too. Times an operand, when there is one. */
  | { by: 'days'; from: string; to: string; inclusive: boolean; times?: Operand | undefined }
  /** Its condition fits into rows (core/form/edit/conditions); none is one that always holds. */
  | { by: 'choice'; condition: Logic | undefined; then: Operand; otherwise: Operand };

/** Reads a formula as one of the shapes; nothing when it is none, then it is shown as it is. */
export function readFormula(logic: Logic, kindOf: KindOf): FormulaShape | undefined {
  const [operator, args] = operation(logic);
  switch (operator) {
    case 'sum':
      return column(args);
    case 'count':
      return args.length === 1 ? grouped(args[0]) : undefined;
    case '+':
    case '-':
    case 'daysBetween':
      return days(logic) ?? (operator === '+' ? operands('sum', args) : undefined);
    case '*':
      return timesDays(args) ?? operands('product', args);
    case 'if':
      return args.length === 3 ? choice(args, kindOf) : undefined;
    default:
      return undefined;
  }
}

export function writeFormula(shape: FormulaShape): Logic {
  switch (shape.by) {
    case 'column':
      return { sum: [{ var: shape.group }, shape.column] };
    case 'count':
      return { count: [{ var: shape.group }] };
    case 'sum':
    case 'product':
      return { [shape.by === 'sum' ? '+' : '*']: shape.operands.map(written) };
    case 'days': {
      const between = { daysBetween: [{ var: shape.from }, { var: shape.to }] };
      const counted = shape.inclusive ? { '+': [between, 1] } : between;
      return shape.times === undefined ? counted : { '*': [written(shape.times), counted] };
    }
    case 'choice':
      return { if: [shape.condition ?? true, written(shape.then), written(shape.otherwise)] };
  }
}

function written(operand: Operand): unknown {
  return typeof operand === 'number' ? operand : { var: operand.field };
}

function operation(logic: unknown): [string | undefined, unknown[]] {
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) return [undefined, []];
  const [entry, ...more] = Object.entries<unknown>(logic as Record<string, unknown>);
  return entry === undefined || more.length > 0 || !Array.isArray(entry[1])
    ? [undefined, []]
    : [entry[0], entry[1] as unknown[]];
}

function variable(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null || !('var' in part)) return undefined;
  return typeof part.var === 'string' ? part.var : undefined;
}

function column([rows, name]: unknown[]): FormulaShape | undefined {
  const group = variable(rows);
  return group === undefined || typeof name !== 'string' ? undefined : { by: 'column', group, column: name };
}

function grouped(rows: unknown): FormulaShape | undefined {
  const group = variable(rows);
  return group === undefined ? undefined : { by: 'count', group };
}

function operandOf(part: unknown): Operand | undefined {
  if (typeof part === 'number') return part;
  const field = variable(part);
  return field === undefined ? undefined : { field };
}

function operands(by: 'sum' | 'product', args: unknown[]): FormulaShape | undefined {
  const read = args.map(operandOf);
  return read.length > 0 && read.every(operand => operand !== undefined) ? { by, operands: read } : undefined;
}

type Days = Extract<FormulaShape, { by: 'days' }>;

function days(logic: unknown): Days | undefined {
  const [operator, args] = operation(logic);
  if (operator === '+' && args.length === 2 && args[1] === 1) {
    const between = days(args[0]);
    return between && !between.inclusive ? { ...between, inclusive: true } : undefined;
  }
  if (operator !== 'daysBetween') return undefined;
  const [from, to] = args.map(variable);
  return from === undefined || to === undefined ? undefined : { by: 'days', from, to, inclusive: false };
}

function timesDays(args: unknown[]): Days | undefined {
  if (args.length !== 2) return undefined;
  const [left, right] = args;
  const [between, times] = days(right) ? [days(right), operandOf(left)] : [days(left), operandOf(right)];
  return between && times !== undefined ? { ...between, times } : undefined;
}

function choice([condition, then, otherwise]: unknown[], kindOf: KindOf): FormulaShape | undefined {
  const [thenOperand, elseOperand] = [operandOf(then), operandOf(otherwise)];
  if (thenOperand === undefined || elseOperand === undefined) return undefined;
  if (readCondition(condition as Logic, kindOf) === undefined) return undefined;
  const isAlways = condition === true;
  return {
    by: 'choice',
    condition: isAlways ? undefined : (condition as Logic),
    then: thenOperand,
    otherwise: elseOperand,
  };
}
