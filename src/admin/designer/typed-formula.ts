import type { Definition } from '../../core/form/definition.ts';
import { shifted } from '../../core/form/edit/edited.ts';
import { askableFrom, type From } from './askable.ts';
import { blankBranch, nextBranch } from './choice-branch.ts';
import {
  branchName,
  numbered,
  stepName,
  zero,
  type FormulaForm,
  type TypedAmount,
  type TypedChoice,
  type TypedStep,
  type TypedTerm,
} from './formula-form.ts';
import { typedCondition } from './typed-condition.ts';
import { countAt, textAt, textsAt } from './typed.ts';

/** What was sent, with the change its button asks for: a step, an amount or a branch more or less, or in another order. */
export function typedFormula(definition: Definition, body: unknown, from: From): FormulaForm {
  const reading = { definition, body, from, action: textAt(body, 'akce') };
  const steps = partsAt(reading, 'vypocet-pocet', index => stepAt(reading, stepName(index)));
  return {
    shape: reading.action === 'vypocet-json' || textAt(body, 'vypocet-tvar') === 'json' ? 'json' : 'rows',
    steps: numbered([...changed(steps, reading.action), ...addedStep(reading)]),
    json: textAt(body, 'vypocet-json'),
  };
}

interface Reading {
  definition: Definition;
  body: unknown;
  from: From;
  action: string;
}

function partsAt<T>({ body }: Reading, name: string, read: (index: number) => T): T[] {
  return Array.from({ length: countAt(body, name) }, (_part, index) => read(index));
}

function changed(steps: TypedStep[], action: string): TypedStep[] {
  const [, verb, place] = /^vypocet-(smazat|nahoru|dolu)-(\d+)$/.exec(action) ?? [];
  const index = Number(place);
  if (verb === 'smazat') return steps.filter((_step, at) => at !== index);
  if (verb === 'nahoru') return shifted(steps, index, 'up');
  return verb === 'dolu' ? shifted(steps, index, 'down') : steps;
}

/** The boxes under the list are named as a step's; nothing is added before something was chosen there. */
function addedStep(reading: Reading): TypedStep[] {
  const step = stepAt(reading, 'vypocet-nova');
  const isChosen = textAt(reading.body, 'vypocet-nova-c-0') !== '' || step.operation === 'rounded';
  return reading.action === 'vypocet-pridat' && isChosen ? [step] : [];
}

function stepAt(reading: Reading, name: string): TypedStep {
  const operation = textAt(reading.body, `${name}-operace`);
  const term = termAt(reading, name, operation === 'times' || operation === 'divided' ? '1' : '0');
  return { operation, term, choice: term[0]?.what === 'podle' ? choiceAt(reading, name) : undefined };
}

function termAt(reading: Reading, name: string, unsaid = '0'): TypedTerm {
  const [first = amountAt(reading, `${name}-c-0`, unsaid), ...others] = partsAt(reading, `${name}-cinitele`, index =>
    amountAt(reading, `${name}-c-${index}`, unsaid),
  );
  const kept = [first, ...others].filter((_amount, index) => reading.action !== `${name}-bez-${index}`);
  return reading.action === `${name}-krat` ? [...kept, { ...zero, number: '1' }] : kept;
}

function amountAt({ definition, body, from }: Reading, name: string, unsaid: string): TypedAmount {
  const what = textAt(body, name) || zero.what;
  const number = textsAt(body, `${name}-cislo`)[0] ?? unsaid;
  if (what !== 'dny' || textsAt(body, `${name}-od`).length > 0) {
    const [start, end] = [textAt(body, `${name}-od`), textAt(body, `${name}-do`)];
    return { what, number, from: start, to: end, inclusive: textAt(body, `${name}-vcetne`) !== '' };
  }
  // The days that were asked last are most likely meant.
  const [first, second] = askableFrom(definition, from)
    .filter(({ kind }) => kind === 'date')
    .slice(-2);
  return { what, number, from: first?.path ?? '', to: second?.path ?? '', inclusive: true };
}

function choiceAt(reading: Reading, name: string): TypedChoice {
  const { definition, body, action } = reading;
  const branches = partsAt(reading, `${name}-vetve`, index => ({
    when: typedCondition(definition, branchName(name, index), body),
    then: termAt(reading, `${name}-pak-${index}`),
  })).filter((_branch, index) => action !== `${name}-bez-vetve-${index}`);
  const added = action === `${name}-vetev` ? [nextBranch(definition, branches)] : [];
  const all = [...branches, ...added];
  return { branches: all.length > 0 ? all : [blankBranch], otherwise: termAt(reading, `${name}-jinak`) };
}
