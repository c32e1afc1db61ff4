import { logicProblems } from './check-logic.ts';
import type { Definition, Field, Logic, Question } from './definition.ts';
import { holds } from './logic.ts';
import type { Problem } from './problem.ts';

/** Conditions of steps and questions may ask only about questions before them; those of attachments about any. */
export function conditionProblems(definition: Definition): Problem[] {
  const problems: Problem[] = [];
  const all = questionsOf(definition.steps.flatMap(step => step.fields));
  const known = new Map<string, Question>();
  const check = (path: string, when: Logic | undefined) => {
    if (when === undefined) return;
    const found = logicProblems(when, { known, all });
    if (found.length === 0 && isConstant(when) && !holds(when, {})) found.push('podmínka nikdy neplatí');
    problems.push(...found.map(message => ({ path: `${path}.when`, message })));
  };

  definition.steps.forEach((step, stepIndex) => {
    check(`steps[${stepIndex}]`, step.when);
    step.fields.forEach((field, fieldIndex) => {
      check(`steps[${stepIndex}].fields[${fieldIndex}]`, field.when);
      if (field.type !== 'explanation') known.set(field.id, field);
    });
  });
  definition.attachments.forEach((slot, index) => {
    check(`attachments[${index}]`, slot.when);
  });
  return problems;
}

function questionsOf(fields: Field[]): Map<string, Question> {
  return new Map(fields.flatMap(field => (field.type === 'explanation' ? [] : [[field.id, field] as const])));
}

/** Asks about nothing, so its result is known. */
function isConstant(when: Logic): boolean {
  return !JSON.stringify(when).includes('"var":');
}
