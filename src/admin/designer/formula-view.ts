import type { Definition } from '../../core/form/definition.ts';
import { formulaWords } from '../../core/form/formula-words.ts';
import type { From } from './askable.ts';
import { conditionView, type ConditionView } from './condition-view.ts';
import { stepName, type FormulaForm, type TypedChoice, type TypedStep } from './formula-form.ts';
import { formulaOf } from './formula-of.ts';
import { withChoice, type OfferedGroup } from './offered-amounts.ts';
import { termView, viewing, type TermView, type Viewing } from './term-view.ts';

/** What views/admin/designer/formula.njk shows. */
export interface FormulaView {
  shape: FormulaForm['shape'];
  json: string;
  /** The whole in one line, where it is more than one amount and not too long. */
  words: string | undefined;
  steps: StepView[];
  /** What a new step can begin with, and what it would do by default. */
  offered: OfferedGroup[];
  next: string;
}

interface StepView {
  name: string;
  operation: string;
  term: TermView;
  choice: ChoiceView | undefined;
}

interface ChoiceView {
  branches: { when: ConditionView; then: TermView }[];
  otherwise: TermView;
}

export function formulaView(definition: Definition, form: FormulaForm, from: From): FormulaView {
  const shared = viewing(definition, from);
  const choiceView = ({ branches, otherwise }: TypedChoice, name: string): ChoiceView => ({
    branches: branches.map(({ when, then }, index) => ({
      when: conditionView(definition, when, from),
      then: termView(shared, then, { name: `${name}-pak-${index}` }),
    })),
    otherwise: termView(shared, otherwise, { name: `${name}-jinak` }),
  });
  const read = form.steps.length > 1 ? formulaOf(definition, form, {}) : undefined;
  return {
    shape: form.shape,
    json: form.json,
    words: read?.ok ? formulaWords(read.logic, definition) : undefined,
    steps: form.steps.map((step, index) => {
      const name = stepName(index);
      return { ...stepView(shared, step, name), choice: step.choice && choiceView(step.choice, name) };
    }),
    offered: withChoice(shared.offered),
    next: form.steps.findLast(({ operation }) => operation !== 'start' && operation !== 'rounded')?.operation ?? 'plus',
  };
}

function stepView(shared: Viewing, { operation, term, choice }: TypedStep, name: string): Omit<StepView, 'choice'> {
  const isScaled = operation === 'start' || operation === 'times' || operation === 'divided';
  const look = { name, mayGrow: !isScaled && choice === undefined, offered: withChoice(shared.offered) };
  return { name, operation, term: termView(shared, term, look) };
}
