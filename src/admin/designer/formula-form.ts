import type { Definition, Logic } from '../../core/form/definition.ts';
import { isChoice, type Amount, type Choice, type FormulaStep, type Term } from '../../core/form/edit/formula.ts';
import { readFormula } from '../../core/form/edit/read-formula.ts';
import { askableByPath, kindsOf } from './askable.ts';
import { formOf, type ConditionForm } from './condition-form.ts';

/** A computation as it stands in a form, typed or loaded: steps that follow each other, or JSON Logic alone. */
export interface FormulaForm {
  shape: 'rows' | 'json';
  steps: TypedStep[];
  json: string;
}

export interface TypedStep {
  /** A `FormulaStep`'s, whatever was sent. */
  operation: string;
  term: TypedTerm;
  /** Where the first amount of the term is `podle`: the table it is looked up in. */
  choice?: TypedChoice | undefined;
}

export type TypedTerm = TypedAmount[];

export interface TypedAmount {
  /** `cislo`, `otazka:<path>`, `pocet:<path>`, `sloupec:<group>.<column>`, `dny`, or `podle` for a choice. */
  what: string;
  number: string;
  from: string;
  to: string;
  inclusive: boolean;
}

export interface TypedChoice {
  branches: { when: ConditionForm; then: TypedTerm }[];
  otherwise: TypedTerm;
}

export function formulaForm(definition: Definition, logic: Logic): FormulaForm {
  const formula = readFormula(logic, kindsOf(askableByPath(definition)));
  return {
    shape: formula ? 'rows' : 'json',
    steps: numbered(formula?.map(stepOf) ?? []),
    json: formula?.length === 0 ? '' : JSON.stringify(logic, null, 2),
  };
}

/** The prefix of the boxes of one step, and of the condition of one branch of its choice. */
export const stepName = (index: number): string => `vypocet-${index}`;
export const branchName = (step: string, index: number): string => `${step}-kdyz-${index}`;

/** Steps as they follow each other: only the first one starts, and boxes are named by the place of their step. */
export function numbered(steps: readonly TypedStep[]): TypedStep[] {
  return steps.map(({ operation, term, choice }, index) => ({
    operation: index === 0 ? 'start' : operation === '' || operation === 'start' ? 'plus' : operation,
    term,
    choice: choice && {
      ...choice,
      branches: choice.branches.map(({ when, then }, at) => ({
        when: { ...when, name: branchName(stepName(index), at) },
        then,
      })),
    },
  }));
}

/** A number that is still to be written. */
export const zero: TypedAmount = { what: 'cislo', number: '0', from: '', to: '', inclusive: true };

function stepOf(step: FormulaStep): TypedStep {
  if (step.operation === 'rounded') return { operation: step.operation, term: [zero] };
  const { operation, by } = step;
  if (!isChoice(by)) return { operation, term: termOf(by) };
  return { operation, term: [{ ...zero, what: 'podle' }], choice: choiceOf(by) };
}

function choiceOf({ branches, otherwise }: Choice): TypedChoice {
  return {
    branches: branches.map(({ when, then }) => ({ when: formOf('', when), then: termOf(then) })),
    otherwise: termOf(otherwise),
  };
}

function termOf(term: Term): TypedTerm {
  return term.map(typedAmount);
}

function typedAmount(amount: Amount): TypedAmount {
  if (typeof amount === 'number') return { ...zero, number: String(amount).replace('.', ',') };
  if ('field' in amount) return { ...zero, what: `otazka:${amount.field}` };
  if ('countOf' in amount) return { ...zero, what: `pocet:${amount.countOf}` };
  if ('column' in amount) return { ...zero, what: `sloupec:${amount.of}.${amount.column}` };
  return { ...zero, what: 'dny', ...amount };
}
