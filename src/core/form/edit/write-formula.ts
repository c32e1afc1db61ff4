import type { Logic } from '../definition.ts';
import type { KindOf } from './condition.ts';
import { writeCondition } from './conditions.ts';
import {
  isChoice,
  type Amount,
  type Choice,
  type Formula,
  type FormulaStep,
  type Operation,
  type Term,
} from './formula.ts';
import { emptyFormula } from './without-references.ts';

/** Writes the steps of a formula as JSON Logic; those that add, multiply or limit alike share one operator. */
export function writeFormula(formula: Formula, kindOf: KindOf): Logic {
  return wholeOf(formula.reduce<Written>((before, step) => writeStep(before, step, kindOf), { values: [] }));
}

/** What is written so far: an operator and its values, or one value alone. */
interface Written {
  operator?: string;
  values: Logic[];
}

function wholeOf({ operator, values }: Written): Logic {
  return operator === undefined ? (values[0] ?? emptyFormula) : { [operator]: values };
}

function writeStep(before: Written, step: FormulaStep, kindOf: KindOf): Written {
  if (step.operation === 'rounded') return { operator: 'round', values: [wholeOf(before)] };
  const by = isChoice(step.by) ? { values: [choice(step.by, kindOf)] } : writeTerm(step.by);
  if (step.operation === 'start') return by;
  const operator = operators[step.operation];
  const goesOn = operator === before.operator && operator !== '-' && operator !== '/';
  return { operator, values: goesOn ? [...before.values, wholeOf(by)] : [wholeOf(before), wholeOf(by)] };
}

const operators: Record<Operation, string> = {
  plus: '+',
  minus: '-',
  times: '*',
  divided: '/',
  atMost: 'min',
  atLeast: 'max',
};

function choice({ branches, otherwise }: Choice, kindOf: KindOf): Logic {
  const written = branches.flatMap(({ when, then }) => [
    writeCondition(when, kindOf) ?? true,
    wholeOf(writeTerm(then)),
  ]);
  return { if: [...written, wholeOf(writeTerm(otherwise))] };
}

function writeTerm(amounts: Term): Written {
  return { ...(amounts.length > 1 && { operator: '*' }), values: amounts.map(amountOf) };
}

function amountOf(amount: Amount): Logic {
  if (typeof amount === 'number') return amount;
  if ('field' in amount) return { var: amount.field };
  if ('countOf' in amount) return { count: [{ var: amount.countOf }] };
  if ('column' in amount) return { sum: [{ var: amount.of }, amount.column] };
  const days = { daysBetween: [{ var: amount.from }, { var: amount.to }] };
  return amount.inclusive ? { '+': [days, 1] } : days;
}
