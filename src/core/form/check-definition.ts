import { conditionProblems } from './check-conditions.ts';
import { fieldProblems } from './check-fields.ts';
import { referenceProblems } from './check-references.ts';
import { shapeMessage } from './check-shape.ts';
import { definitionSchema, type Definition } from './definition.ts';
import type { Problem } from './problem.ts';

/**
 * Reads an agenda from a document anybody may have written. Refused: a document of another shape; and one that does not
 * hang together: doubled ids, references and conditions that lead nowhere, questions nobody can reach, bounds that
 * exclude each other, an applicant whom the office could not reach.
 */
export function checkDefinition(
  input: unknown,
): { ok: true; definition: Definition } | { ok: false; problems: Problem[] } {
  const parsed = definitionSchema.safeParse(input);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map(issue => ({ path: place(issue.path), message: shapeMessage(issue) })),
    };
  }
  const problems = [
    ...referenceProblems(parsed.data),
    ...fieldProblems(parsed.data),
    ...conditionProblems(parsed.data),
  ];
  return problems.length === 0 ? { ok: true, definition: parsed.data } : { ok: false, problems };
}

function place(path: PropertyKey[]): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
