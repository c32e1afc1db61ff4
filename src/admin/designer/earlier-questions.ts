import type { Definition, Field, Rule, Step } from '../../core/form/definition.ts';
import { askedIn } from '../../core/form/formulas.ts';

/**
 * Questions before a step on which it, its fields or the rules shown on it depend, and those these depend on. Without
 * conditions of their own: the preview always asks them.
 */
export function earlierQuestions(definition: Definition, step: Step): Field[] {
  const { steps } = definition;
  const before = steps.slice(0, steps.indexOf(step)).flatMap(({ fields }) => fields.map(unconditional));
  const needed = new Set([
    ...askedIn([step.when ?? {}, ...rulesShownOn(definition, step)]),
    ...step.fields.flatMap(dependencies),
  ]);
  for (const field of before.toReversed()) {
    if (needed.has(field.id)) for (const id of dependencies(field)) needed.add(id);
  }
  return before.filter(({ id }) => needed.has(id));
}

/** Those a citizen can meet on the step; the ones of earlier steps were kept before they came to it. */
export function rulesShownOn({ rules }: Definition, step: Step): Rule[] {
  return rules.filter(({ at }) => step.fields.some(({ id }) => id === at));
}

/** What a citizen may not have been asked is not insisted on. */
function unconditional({ when, ...field }: Field): Field {
  return when !== undefined && 'required' in field ? { ...field, required: false } : field;
}

function dependencies(field: Field): string[] {
  const fields = field.type === 'group' ? field.fields : [field];
  const bounds = fields.flatMap(inner => (inner.type === 'date' ? [inner.notBefore ?? ''] : []));
  return [...askedIn(field), ...bounds];
}
