import { formatNumber } from '../czech/amounts.ts';
import { askedAt, kindsIn, named } from './answer-words.ts';
import { clausesOf, longest } from './condition-words.ts';
import type { Definition, Logic } from './definition.ts';
import { isChoice, type Amount, type Choice, type FormulaStep, type Operation, type Term } from './edit/formula.ts';
import { readFormula } from './edit/read-formula.ts';

/** A computation in words, e.g. "(„Plocha“ + 2) × 50"; nothing when it is not simple enough for them, or too long. */
export function formulaWords(logic: Logic, definition: Definition): string | undefined {
  const formula = readFormula(logic, kindsIn(definition));
  const said = formula?.reduce<Said | undefined>((before, step) => before && stepWords(before, step, definition), {
    words: '',
    binds: 'tightly',
  });
  return said === undefined || said.words === '' || said.words.length > longest ? undefined : said.words;
}

/** What is said so far, and how firmly it hangs together: a sum needs brackets before it is multiplied. */
interface Said {
  words: string;
  binds: 'tightly' | 'as a sum' | 'as a sentence';
}

function stepWords(before: Said, step: FormulaStep, definition: Definition): Said | undefined {
  if (step.operation === 'rounded') return { words: `${before.words}, zaokrouhleno na celé`, binds: 'as a sentence' };
  const by = isChoice(step.by) ? choiceWords(step.by, definition) : termWords(step.by, definition);
  if (by === undefined) return undefined;
  const isSentence = isChoice(step.by);
  if (step.operation === 'start') return { words: by, binds: isSentence ? 'as a sentence' : 'tightly' };
  const { sign, binds } = operations[step.operation];
  const needsBrackets = isSentence || (step.operation === 'divided' && by.includes(' × '));
  return { words: `${bracketed(before, binds)}${sign} ${needsBrackets ? `(${by})` : by}`, binds };
}

const operations: Record<Operation, { sign: string; binds: Said['binds'] }> = {
  plus: { sign: ' +', binds: 'as a sum' },
  minus: { sign: ' −', binds: 'as a sum' },
  times: { sign: ' ×', binds: 'tightly' },
  divided: { sign: ' :', binds: 'tightly' },
  atMost: { sign: ', nejvýš', binds: 'as a sentence' },
  atLeast: { sign: ', nejméně', binds: 'as a sentence' },
};

function bracketed({ words, binds }: Said, next: Said['binds']): string {
  const isLoose = binds === 'as a sum' ? next === 'tightly' : binds === 'as a sentence' && next !== 'as a sentence';
  return isLoose ? `(${words})` : words;
}

function choiceWords({ branches, otherwise }: Choice, definition: Definition): string | undefined {
  const rows = branches.map(({ when, then }) => {
    const clauses = clausesOf(when, definition);
    return clauses && `${termWords(then, definition)}, když ${clauses}`;
  });
  if (rows.includes(undefined)) return undefined;
  return `${rows.join('; ')}${rows.length > 1 ? ';' : ','} jinak ${termWords(otherwise, definition)}`;
}

function termWords(term: Term, definition: Definition): string {
  return term.map(amount => amountWords(amount, definition)).join(' × ');
}

function amountWords(amount: Amount, definition: Definition): string {
  if (typeof amount === 'number') return formatNumber(amount);
  if ('field' in amount) return named(amount.field, definition);
  if ('column' in amount) return `součet sloupce ${named(amount.column, definition)}`;
  if ('from' in amount) {
    const { from, to, inclusive } = amount;
    return `počet dnů od ${named(from, definition)} do ${named(to, definition)}${inclusive ? ' včetně' : ''}`;
  }
  const isGroup = askedAt(amount.countOf, definition).field?.type !== 'severalOf';
  return `počet ${isGroup ? 'řádků' : 'zaškrtnutých u\u00a0otázky'} ${named(amount.countOf, definition)}`;
}
