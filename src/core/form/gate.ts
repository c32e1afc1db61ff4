import { labelled } from './check-label.ts';
import { coherenceProblems } from './check-coherence.ts';
import { documentProblem } from './check-document.ts';
import { checkShape } from './check-shape.ts';
import type { Definition } from './definition.ts';
import { neverIn } from './gate/reachable.ts';
import type { GateContext, Level } from './gate/rule.ts';
import { rules } from './gate/rules.ts';
import { textsOf } from './gate/texts.ts';
import { placesOf } from './places.ts';
import type { Problem } from './problem.ts';

export interface Finding extends Problem {
  /** The name of a rule (core/form/gate/rules), or `structure` for what makes the document no agenda. */
  rule: string;
  level: Level;
}

export type { GateContext } from './gate/rule.ts';

/**
 * What an agenda, perhaps unfinished, needs before it may be offered: errors, which stand in the way, first; then warnings.
 * Without errors `checkDefinition` accepts it too. Every message says in Czech what to do. Never throws; the work is bounded.
 */
export function gate(definition: Definition, context: GateContext): Finding[] {
  const unsafe = documentProblem(definition);
  if (unsafe !== undefined) return [{ rule: 'structure', level: 'error', ...unsafe }];
  const places = placesOf(definition);
  const subject = { definition, context, places, texts: textsOf(definition), never: neverIn(definition, context) };
  const found = rules.flatMap(({ name, level, find }) =>
    find(subject).map(problem => ({ rule: name, level, ...problem })),
  );
  const errors = found.filter(({ level }) => level === 'error');
  // A rule that speaks of a place says better what to do there.
  const isSpokenOf = (path: string) => errors.some(error => error.path === path);
  const structure = structureProblems(definition)
    .filter(({ path }) => !isSpokenOf(path))
    .map(problem => ({ rule: 'structure', level: 'error' as const, ...problem }));
  const warnings = found.filter(({ level }) => level === 'warning');
  return [...structure, ...errors, ...warnings].map(finding => labelled(finding, definition));
}

function structureProblems(definition: Definition): Problem[] {
  const shape = checkShape(definition);
  return [...(shape.ok ? [] : shape.problems), ...coherenceProblems(definition)];
}
