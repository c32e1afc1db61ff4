import { isDeepStrictEqual } from 'node:util';

import type { Answers } from '../../../../src/core/form/answers.ts';
import type { Definition } from '../../../../src/core/form/definition.ts';
import { entriesOf } from '../../../../src/core/form/entries-of.ts';
import { evaluate } from '../../../../src/core/form/evaluate.ts';
import { answersValidator } from '../answers-validator.ts';
import { today } from '../filings.ts';
import { unsayable } from './unsayable.ts';

/** Whether answers, typed into the form, make the same filing. */
export function isAccepted(definition: Definition, answers: Answers): boolean {
  const evaluation = evaluate(definition, entriesOf(definition, answers), { today });
  return evaluation.complete && isDeepStrictEqual({ ...evaluation.answers }, { ...answers });
}

/** What the schema has against answers, and what only the form may have. Without any, the form has to take them. */
export function objectionsTo(definition: Definition): (answers: Answers) => string[] {
  const isValid = answersValidator(definition);
  return answers => (isValid(answers) ? unsayable(definition, answers, today) : ['the schema refuses them']);
}
