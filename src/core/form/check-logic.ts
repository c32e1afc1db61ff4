import type { Question } from './definition.ts';
import { operators, type Operator } from './logic.ts';

interface Scope {
  /** Questions the condition may ask about. */
  known: ReadonlyMap<string, Question>;
  /** All questions, to tell a later one from one that does not exist. */
  all: ReadonlyMap<string, Question>;
}

/** What is wrong with one condition, found without running it; in Czech. */
export function logicProblems(logic: unknown, scope: Scope, depth = 0): string[] {
  if (depth > deepest) return [`podmínka je zanořená víc než ${deepest}krát`];
  if (Array.isArray(logic)) return logic.flatMap(item => logicProblems(item, scope, depth + 1));
  if (typeof logic !== 'object' || logic === null) return [];

  const [entry, ...more] = Object.entries(logic) as [string, unknown][];
  if (entry === undefined || more.length > 0) return ['každá část podmínky má mít právě jeden operátor'];
  const [operator, value] = entry;
  if (!isOperator(operator)) return [`neznámý operátor ‚${operator}‘`];
  if (operator === 'var') return variableProblems(value, scope);

  const args = Array.isArray(value) ? value : [value];
  const { min, max } = arity[operator];
  if (args.length < min || args.length > max) return [`operátor ‚${operator}‘ má jiný počet hodnot, než potřebuje`];
  if (max > 1 && !Array.isArray(value)) return [`operátor ‚${operator}‘ potřebuje seznam hodnot`];
  return [...logicProblems(args, scope, depth + 1), ...comparisonProblems(operator, args, scope)];
}

const deepest = 20;

const two = { min: 2, max: 2 };
const row = { min: 2, max: 3 };
const several = { min: 1, max: 100 };
const one = { min: 1, max: 1 };

const arity: Record<Operator, { min: number; max: number }> = {
  var: one,
  '==': two,
  '!=': two,
  '===': two,
  '!==': two,
  '<': row,
  '<=': row,
  '>': row,
  '>=': row,
  and: several,
  or: several,
  '!': one,
  '!!': one,
  in: two,
  '+': several,
  '-': { min: 1, max: 2 },
  '*': several,
  '/': two,
  if: { min: 2, max: 100 },
};

function isOperator(word: string): word is Operator {
  return operators.some(operator => operator === word);
}

function variableProblems(path: unknown, { known, all }: Scope): string[] {
  if (typeof path !== 'string') return ['‚var‘ má být jméno otázky'];
  const [id = '', part, ...rest] = path.split('.');
  if (!all.has(id)) return [`neznámá otázka ‚${id}‘`];
  const question = known.get(id);
  if (question === undefined) return [`otázka ‚${id}‘ přichází až potom, podmínka se smí ptát jen na předchozí`];
  if (part === undefined) return [];
  const isPart = question.type === 'address' && ['street', 'city', 'zip'].includes(part) && rest.length === 0;
  return isPart ? [] : [`otázka ‚${id}‘ nemá část ‚${[part, ...rest].join('.')}‘`];
}

/** A condition that compares with an answer the question cannot have would silently never hold. */
function comparisonProblems(operator: Operator, args: unknown[], { known }: Scope): string[] {
  const asked = args.map(arg => questionIn(arg, known)).find(question => question !== undefined);
  if (asked === undefined || !['==', '!=', '===', '!==', 'in'].includes(operator)) return [];
  const literals = args.flat().filter(arg => typeof arg !== 'object' || arg === null);
  return literals
    .filter(literal => literal !== null && !canAnswer(asked, literal))
    .map(literal => `otázka ‚${asked.id}‘ nemá odpověď ‚${String(literal)}‘`);
}

function questionIn(arg: unknown, known: Scope['known']): Question | undefined {
  if (typeof arg !== 'object' || arg === null || !('var' in arg)) return undefined;
  return typeof arg.var === 'string' ? known.get(arg.var) : undefined;
}

function canAnswer(question: Question, literal: unknown): boolean {
  switch (question.type) {
    case 'yesNo':
      return typeof literal === 'boolean';
    case 'declaration':
      return literal === true;
    case 'oneOf':
    case 'severalOf':
      return question.options.some(option => option.value === literal);
    case 'number':
    case 'money':
      return typeof literal === 'number';
    case 'address':
      return false;
    default:
      return typeof literal === 'string';
  }
}
