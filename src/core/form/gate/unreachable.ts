import type { Problem } from '../problem.ts';
import { conditionsOf } from './reachable.ts';
import type { Rule, Subject } from './rule.ts';

/** A step or a question that the conditions, each of them possible, exclude together. */
export const unreachable: Rule = {
  name: 'unreachable',
  level: 'error',
  find: subject =>
    subject.definition.steps.flatMap((step, index) => {
      if (step.when !== undefined && subject.never([step.when])) return [];
      const places = subject.places.filter(place => place.step === step);
      const lost = places.filter(place => isLost(place, subject));
      const isWhole = lost.length > 0 && places.every(place => subject.never(conditionsOf(place)));
      return isWhole ? [lostStep(index)] : lost.map(({ path }) => lostField(path));
    }),
};

/** Where one condition by itself never holds, that is said of the condition. */
function isLost(place: Subject['places'][number], { never }: Subject): boolean {
  const conditions = conditionsOf(place);
  return conditions.length > 1 && never(conditions) && !conditions.some(condition => never([condition]));
}

function lostStep(index: number): Problem {
  return {
    path: `steps[${index}]`,
    message: 'Na tento krok se nikdo nedostane. Upravte podmínky kroku nebo jeho otázek.',
  };
}

function lostField(path: string): Problem {
  return { path, message: 'Na tuto otázku se nikdo nedostane. Podmínky kroku a\u00a0otázky se vylučují, upravte je.' };
}
