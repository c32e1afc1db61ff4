import type { Definition, Field } from '../definition.ts';
import type { Place } from '../places.ts';
import { isRowField } from './parts.ts';

/** Where fields are listed: a step, or the rows of a repeating group. */
export type Container = { step: string } | { group: string };

export function containerOf({ step, group }: Place): Container {
  return group ? { group: group.id } : { step: step.id };
}

/** The fields of a list; nothing when it is not there. */
export function fieldsIn({ steps }: Definition, container: Container): readonly Field[] | undefined {
  if ('step' in container) return steps.find(({ id }) => id === container.step)?.fields;
  const found = steps.flatMap(({ fields }) => fields).find(({ id }) => id === container.group);
  return found?.type === 'group' ? found.fields : undefined;
}

/** The agenda with another list of fields in one place. What rows cannot have is left out of them. */
export function withFields(
  definition: Definition,
  container: Container,
  change: (fields: Field[]) => Field[],
): Definition {
  if ('step' in container) {
    const steps = definition.steps.map(step =>
      step.id === container.step ? { ...step, fields: change(step.fields) } : step,
    );
    return { ...definition, steps };
  }
  const inGroup = (field: Field): Field =>
    field.type === 'group' && field.id === container.group
      ? { ...field, fields: change(field.fields).filter(isRowField) }
      : field;
  return { ...definition, steps: definition.steps.map(step => ({ ...step, fields: step.fields.map(inGroup) })) };
}
