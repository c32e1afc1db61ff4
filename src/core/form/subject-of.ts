import type { Answers } from './answers.ts';
import type { Definition } from './definition.ts';
import { present } from './present.ts';

const longest = 160;

/** The line by which clerks tell cases of one agenda apart, e.g. "Alík, jezevčík"; empty when the agenda names no fields. */
export function subjectOf(definition: Definition, answers: Answers): string {
  const fields = definition.steps.flatMap(step => step.fields);
  const words = definition.subjectFields.flatMap(id => {
    const field = fields.find(candidate => candidate.id === id);
    const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return field === undefined || value === undefined ? [] : present(field, value);
  });
  const line = words.join(', ').replace(/\s+/g, ' ').trim();
  return line.length <= longest
    ? line
    : `${line
        .slice(0, longest - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
