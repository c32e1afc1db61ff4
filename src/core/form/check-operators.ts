import { answerKind, type Kind } from './check-answers.ts';
import { equality, membership, ordering, plain } from './check-comparison.ts';
import { named, notCondition, notCountable, notDay, notNumber, wrong, type Term } from './check-term.ts';
import type { Operator } from './logic.ts';

/** What an operator gives for its values. */
export function operationTerm(operator: Operation, values: Term[]): Term {
  const { min, max } = arity[operator];
  if (values.length < min || values.length > max)
    return wrong(`Operátor „${operator}“ má jiný počet hodnot, než potřebuje.`);
  const misplaced = values.some(({ items }, index) => items !== undefined && !(operator === 'in' && index === 1));
  if (misplaced) return wrong('Seznam hodnot tu být nemůže, patří jen do „in“.');
  switch (operator) {
    case '==':
    case '!=':
    case '===':
    case '!==':
      return equality(values);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordering(values);
    case 'and':
    case 'or':
      return each(values, 'boolean', notCondition);
    case '!':
    case '!!':
      return each(values, 'boolean', () => []);
    case 'in':
      return membership(values);
    case 'if':
      return choice(values);
    case 'sum':
      return sum(values);
    case 'count':
      return each(values, 'number', notCountable);
    case 'daysBetween':
      return each(values, 'number', notDay);
    default:
      return each(values, 'number', notNumber);
  }
}

export type Operation = Exclude<Operator, 'var'>;

const arity: Record<Operation, { min: number; max: number }> = {
  '==': { min: 2, max: 2 },
  '!=': { min: 2, max: 2 },
  '===': { min: 2, max: 2 },
  '!==': { min: 2, max: 2 },
  '<': { min: 2, max: 3 },
  '<=': { min: 2, max: 3 },
  '>': { min: 2, max: 3 },
  '>=': { min: 2, max: 3 },
  and: { min: 1, max: 100 },
  or: { min: 1, max: 100 },
  '!': { min: 1, max: 1 },
  '!!': { min: 1, max: 1 },
  in: { min: 2, max: 2 },
  '+': { min: 1, max: 100 },
  '-': { min: 1, max: 2 },
  '*': { min: 1, max: 100 },
  '/': { min: 2, max: 2 },
  if: { min: 2, max: 100 },
  min: { min: 1, max: 100 },
  max: { min: 1, max: 100 },
  round: { min: 1, max: 1 },
  sum: { min: 2, max: 2 },
  count: { min: 1, max: 1 },
  daysBetween: { min: 2, max: 2 },
};

function each(values: Term[], kind: Kind, refuse: (term: Term) => string[]): Term {
  return { kind, problems: values.flatMap(term => [...term.problems, ...refuse(term)]) };
}

/** `if` takes conditions and what they give in turns, and at the end what is given otherwise. */
function choice(terms: Term[]): Term {
  const isCondition = (index: number) => index % 2 === 0 && index < terms.length - 1;
  const problems = terms.flatMap((term, index) => [
    ...term.problems,
    ...(isCondition(index) ? notCondition(term) : []),
  ]);
  const kinds = new Set(terms.filter((_term, index) => !isCondition(index)).map(({ kind }) => plain(kind)));
  kinds.delete('nothing');
  const [kind = 'nothing', ...others] = kinds;
  if (others.length > 0 && !kinds.has('anything')) problems.push('Větve „if“ dávají pokaždé něco jiného.');
  return { kind: others.length > 0 ? 'anything' : kind, problems };
}

function sum([rows, column]: Term[]): Term {
  const problems = [...(rows?.problems ?? []), ...(column?.problems ?? [])];
  if (rows?.kind !== 'anything') problems.push(...notColumn(rows, column?.literal));
  return { kind: 'number', problems };
}

function notColumn(rows: Term | undefined, column: unknown): string[] {
  if (rows?.field?.type !== 'group') return ['„sum“ sčítá sloupec skupiny.'];
  const added = rows.field.fields.find(({ id }) => id === column);
  if (added === undefined) return [`Skupina ${named(rows.field)} nemá v\u00a0řádku otázku „${String(column)}“.`];
  return answerKind(added) === 'number' ? [] : [`Otázka ${named(added)} není číslo, sečíst nejde.`];
}
