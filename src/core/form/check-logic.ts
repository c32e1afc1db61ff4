import { answerKind, partKind } from './check-answers.ts';
import { operationTerm } from './check-operators.ts';
import { named, notCondition, notNumber, wrong, type Term } from './check-term.ts';
import type { Field } from './definition.ts';
import { operators, type Operator } from './logic.ts';
import { measureProblem } from './measure-logic.ts';

export interface Scope {
  /** The question of that id; whether it may be asked about here, or comes later, or lies in the rows of a group. */
  find(id: string): { field: Field; stands: 'before' | 'later' | 'in rows' } | undefined;
}

/** What is wrong with a condition or with a formula for a number, found without running it; Czech sentences. */
export function logicProblems(logic: unknown, gives: 'condition' | 'number', scope: Scope): string[] {
  const beyond = measureProblem(logic);
  if (beyond !== undefined) return [beyond];
  const term = termOf(logic, scope);
  return [...new Set([...term.problems, ...(gives === 'condition' ? notCondition(term) : notNumber(term))])];
}

function termOf(logic: unknown, scope: Scope): Term {
  if (Array.isArray(logic)) return { kind: 'anything', problems: [], items: logic.map(item => termOf(item, scope)) };
  if (typeof logic !== 'object' || logic === null) return literalTerm(logic);
  const [entry, ...more] = Object.entries(logic) as [string, unknown][];
  if (entry === undefined || more.length > 0) return wrong('Každá část má mít právě jeden operátor.');
  const [operator, value] = entry;
  if (!isOperator(operator)) return wrong(`Operátor „${operator}“ neznáme.`);
  if (operator === 'var') return variable(value, scope);
  // Without a list, the rows or ticks that a question gives would be taken for the list itself.
  const mayStandAlone = operator === '!' || operator === '!!';
  if (!Array.isArray(value) && !mayStandAlone) return wrong(`Operátor „${operator}“ potřebuje seznam hodnot.`);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return operationTerm(
    operator,
    values.map(inner => termOf(inner, scope)),
  );
}

function literalTerm(literal: unknown): Term {
  if (literal === null) return { kind: 'nothing', problems: [], literal };
  if (typeof literal === 'boolean') return { kind: 'boolean', problems: [], literal };
  if (typeof literal === 'number') return { kind: 'number', problems: [], literal };
  return typeof literal === 'string' ? { kind: 'text', problems: [], literal } : wrong('Tahle hodnota tu být nemůže.');
}

function isOperator(word: string): word is Operator {
  return operators.some(operator => operator === word);
}

function variable(path: unknown, scope: Scope): Term {
  if (typeof path !== 'string') return wrong('„var“ má být jméno otázky.');
  const [id = '', ...rest] = path.split('.');
  const found = scope.find(id);
  if (found === undefined) return wrong(`Otázka „${id}“ ve formuláři není.`);
  const { field, stands } = found;
  if (stands === 'later') {
    return wrong(`Otázka ${named(field)} přichází až potom. Ptejte se jen na to, co je ve formuláři dřív.`);
  }
  if (stands === 'in rows')
    return wrong(`Otázka ${named(field)} je v\u00a0řádcích skupiny. Použijte „sum“ nebo „count“.`);
  if (rest.length === 0) return { kind: answerKind(field), problems: [], field };
  const kind = partKind(field, rest.join('.'));
  return kind === undefined ? wrong(`Otázka ${named(field)} nemá část „${rest.join('.')}“.`) : { kind, problems: [] };
}
