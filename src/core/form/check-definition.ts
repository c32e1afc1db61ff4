import { coherenceProblems } from './check-coherence.ts';
import { documentProblem } from './check-document.ts';
import { labelled } from './check-label.ts';
import { checkShape } from './check-shape.ts';
import type { Definition } from './definition.ts';
import type { Problem } from './problem.ts';

/**
 * Reads an agenda from a document anybody may have written; `length` is that of its text, where there is one. Refused: a
 * document of another shape or beyond measure; and one that does not hang together: doubled ids, references and conditions
 * that lead nowhere, formulas of the wrong type, bounds that exclude each other, an applicant whom the office could not
 * reach. Never throws. Whether it may be published is for `gate` to say.
 */
export function checkDefinition(
  document: unknown,
  { length }: { length?: number } = {},
): { ok: true; definition: Definition } | { ok: false; problems: Problem[] } {
  const unsafe = documentProblem(document, length);
  if (unsafe !== undefined) return { ok: false, problems: [unsafe] };
  const shape = checkShape(document);
  const problems = shape.ok ? coherenceProblems(shape.definition) : shape.problems;
  if (shape.ok && problems.length === 0) return { ok: true, definition: shape.definition };
  return { ok: false, problems: problems.map(problem => labelled(problem, document)) };
}
