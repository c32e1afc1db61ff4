import type { Definition, Logic } from '../../core/form/definition.ts';
import type { Amount, Choice, FormulaStep, Operation, Term } from '../../core/form/edit/formula.ts';
import { rewriteFormula } from '../../core/form/edit/rewrite.ts';
import { readNumber } from '../../core/form/fields/typed-number.ts';
import { measureProblem } from '../../core/form/measure-logic.ts';
import type { FormError } from '../../web/input.ts';
import { askableByPath, kindsOf } from './askable.ts';
import { conditionOf } from './condition-form.ts';
import {
  stepName,
  type FormulaForm,
  type TypedAmount,
  type TypedChoice,
  type TypedStep,
  type TypedTerm,
} from './formula-form.ts';
import { readLogic } from './read-logic.ts';

export type ReadFormula = { ok: true; logic: Logic } | { ok: false; errors: FormError[] };

/** The JSON Logic of a form, as it stood `before` when it says the same; errors name the box to be mended. */
export function formulaOf(definition: Definition, form: FormulaForm, before: Logic): ReadFormula {
  if (form.shape === 'json') {
    const read = readLogic(form.json);
    return read.ok ? { ok: true, logic: read.logic ?? {} } : refused('vypocet-json', read.message);
  }
  const reading: Reading = { definition, errors: [] };
  const formula = form.steps.map((step, index) => stepOf(reading, step, stepName(index)));
  if (reading.errors.length > 0) return { ok: false, errors: reading.errors };
  const logic = rewriteFormula(before, formula, kindsOf(askableByPath(definition)));
  const beyond = measureProblem(logic);
  return beyond === undefined ? { ok: true, logic } : refused('vypocet-nova-c-0', beyond);
}

function refused(field: string, message: string): ReadFormula {
  return { ok: false, errors: [{ field, message }] };
}

/** What is read goes on after a mistake, so that all of them are told at once. */
interface Reading {
  definition: Definition;
  errors: FormError[];
}

function stepOf(reading: Reading, { operation, term, choice }: TypedStep, name: string): FormulaStep {
  if (operation === 'rounded') return { operation };
  const by = choice ? choiceOf(reading, choice, name) : termOf(reading, term, name);
  return { operation: isOperation(operation) ? operation : 'start', by };
}

const operations: readonly Operation[] = ['plus', 'minus', 'times', 'divided', 'atMost', 'atLeast'];

function isOperation(text: string): text is Operation {
  return operations.some(operation => operation === text);
}

function choiceOf(reading: Reading, { branches, otherwise }: TypedChoice, name: string): Choice {
  return {
    branches: branches.map(({ when, then }, index) => {
      const read = conditionOf(reading.definition, when);
      if (!read.ok) reading.errors.push(...read.errors);
      const condition = read.ok ? read.condition : { join: 'all' as const, rows: [] };
      return { when: condition, then: termOf(reading, then, `${name}-pak-${index}`) };
    }),
    otherwise: termOf(reading, otherwise, `${name}-jinak`),
  };
}

function termOf(reading: Reading, term: TypedTerm, name: string): Term {
  return term.map((amount, index) => amountOf(reading, amount, `${name}-c-${index}`));
}

function amountOf({ errors }: Reading, { what, number, from, to, inclusive }: TypedAmount, box: string): Amount {
  const [kind = '', path = ''] = what.split(':');
  const [group = '', column = ''] = path.split('.');
  switch (kind) {
    case 'otazka':
      return { field: path };
    case 'pocet':
      return { countOf: path };
    case 'sloupec':
      return { column, of: group };
    case 'dny':
      if (from === '' || to === '')
        errors.push({ field: `${box}-od`, message: 'Vyberte, od kdy do kdy se dny počítají.' });
      return { from, to, inclusive };
    default: {
      const read = readNumber(number.trim());
      if (!read) errors.push({ field: `${box}-cislo`, message: numberProblem(number.trim()) });
      return read?.value ?? 0;
    }
  }
}

function numberProblem(typed: string): string {
  return typed === '' ? 'Napište číslo, třeba 10 nebo 2,5.' : `„${typed}“ není číslo. Napište třeba 10 nebo 2,5.`;
}
