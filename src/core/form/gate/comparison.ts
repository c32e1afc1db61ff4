import { askedIn } from '../formulas.ts';

/**
 * One answer, or a part or the count of it, by itself or compared with what is written there: the possible answers of the
 * question are chosen for that.
 */
export function isComparison(logic: object): boolean {
  if (isAnswer(logic)) return true;
  const { operator, values } = operationOf(logic);
  if (!comparisons.includes(operator)) return false;
  const answers = values.filter(isAnswer);
  const written = values.filter(value => !isAnswer(value)).flat();
  return distinct(answers).size === 1 && written.every(value => typeof value !== 'object' || value === null);
}

const comparisons = ['==', '!=', '===', '!==', '<', '<=', '>', '>=', 'in'];

/** What comes out when the same answer stands on both sides; nothing where it does not, or turns on the answer. */
export function withItself(logic: object): boolean | undefined {
  const { operator, values } = operationOf(logic);
  const answers = values.filter(isAnswer);
  if (distinct(answers).size === answers.length) return undefined;
  // In a row of three the one in the middle changes nothing: nothing is less than what is less than it.
  if (operator === '<' || operator === '>') return false;
  if (answers.length !== values.length) return undefined;
  if (operator === '!=' || operator === '!==') return false;
  return operator === '==' || operator === '===' ? true : undefined;
}

/** The comparisons with one question each, wherever in a condition. */
export function comparisonsIn(part: unknown): { id: string; comparison: object }[] {
  if (typeof part !== 'object' || part === null) return [];
  if (Array.isArray(part) || !isComparison(part)) return Object.values(part).flatMap(comparisonsIn);
  return askedIn(part).map(id => ({ id, comparison: part }));
}

/** What is written in a comparison beside the question. */
export function writtenIn(comparison: object): unknown[] {
  return isAnswer(comparison)
    ? []
    : operationOf(comparison)
        .values.filter(value => !isAnswer(value))
        .flat();
}

export function asksForOrder(comparison: object): boolean {
  const { operator } = operationOf(comparison);
  return operator.startsWith('<') || operator.startsWith('>');
}

/** Which part of an answer is compared, e.g. "address.zip"; empty for the whole of it. */
export function partIn(comparison: object): string {
  const answer = isAnswer(comparison) ? comparison : operationOf(comparison).values.find(isAnswer);
  const path = answer !== undefined && 'var' in answer ? answer.var : '';
  return path.split('.').slice(1).join('.');
}

type Variable = { var: string };
type Answer = Variable | { count: unknown };

function isAnswer(part: unknown): part is Answer {
  if (isVariable(part)) return true;
  if (typeof part !== 'object' || part === null || !('count' in part) || Object.keys(part).length > 1) return false;
  const counted: unknown[] = Array.isArray(part.count) ? part.count : [part.count];
  return counted.length === 1 && counted.every(isVariable);
}

function isVariable(part: unknown): part is Variable {
  if (typeof part !== 'object' || part === null || Object.keys(part).length > 1) return false;
  return 'var' in part && typeof part.var === 'string';
}

function distinct(answers: Answer[]): Set<string> {
  return new Set(answers.map(answer => JSON.stringify(answer)));
}

function operationOf(logic: object): { operator: string; values: unknown[] } {
  const [operator = '', values] = (Object.entries(logic) as [string, unknown][])[0] ?? [];
  return { operator, values: Array.isArray(values) ? values : [] };
}
