import { coherenceProblems } from './check-coherence.ts';
import { documentProblem } from './check-document.ts';
import { labelled } from './check-label.ts';
import { checkShape } from './check-shape.ts';
import { type Definition, sketchSchema } from './definition.ts';
import type { Problem } from './problem.ts';

type CheckedDefinition = { ok: true; definition: Definition } | { ok: false; problems: Problem[] };

/**
 * Reads an agenda from a document anybody may have written. Refused: a document of another shape or beyond measure; and one
 * that does not hang together: doubled ids, references and conditions that lead nowhere, formulas of the wrong type, bounds
 * that exclude each other, an applicant whom the office could not reach. Never throws. Whether it may be published is for
 * `gate` to say.
 */
export function checkDefinition(document: unknown): CheckedDefinition {
  const unsafe = documentProblem(document);
  if (unsafe !== undefined) return { ok: false, problems: [unsafe] };
  const shape = checkShape(document);
  const problems = shape.ok ? coherenceProblems(shape.definition) : shape.problems;
  if (shape.ok && problems.length === 0) return { ok: true, definition: shape.definition };
  return { ok: false, problems: problems.map(problem => labelled(problem, document)) };
}

/**
 * Reads an agenda that is still being written: it may have gaps and need not hang together yet, as the designer keeps it.
 * Refused: a document of another shape or beyond measure. Never throws.
 */
export function checkSketch(document: unknown): CheckedDefinition {
  const unsafe = documentProblem(document);
  if (unsafe !== undefined) return { ok: false, problems: [unsafe] };
  const shape = checkShape(document, sketchSchema);
  return shape.ok ? shape : { ok: false, problems: shape.problems.map(problem => labelled(problem, document)) };
}
