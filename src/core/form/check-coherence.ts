import { conditionProblems } from './check-conditions.ts';
import { fieldProblems } from './check-fields.ts';
import { referenceProblems } from './check-references.ts';
import { translationProblems } from './check-translations.ts';
import type { Definition } from './definition.ts';
import type { Problem } from './problem.ts';

/** What in an agenda does not hang together. Takes a sketch too: what is still left empty is not spoken of. */
export function coherenceProblems(definition: Definition): Problem[] {
  return [
    ...referenceProblems(definition),
    ...fieldProblems(definition),
    ...conditionProblems(definition),
    ...translationProblems(definition),
  ];
}
