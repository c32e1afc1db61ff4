import { coherenceProblems } from '../check-coherence.ts';
import { labelAt } from '../check-label.ts';
import type { Definition } from '../definition.ts';
import type { Problem } from '../problem.ts';

/** What hung together before a change and does not any more, e.g. a question moved behind one that asks about it. */
export function consequences(before: Definition, after: Definition): Problem[] {
  const problems = coherenceProblems(after);
  if (problems.length === 0) return [];
  const known = new Set(coherenceProblems(before).map(({ message }) => message));
  return problems
    .filter(({ message }) => !known.has(message))
    .map(problem => ({ ...problem, label: labelAt(after, problem.path) ?? '' }));
}
