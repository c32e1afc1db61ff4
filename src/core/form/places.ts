import type { Definition, Field, FieldOf, Step } from './definition.ts';

/** A field and where it is in the document, e.g. "steps[1].fields[0]" or "steps[1].fields[0].fields[2]". */
export interface Place {
  field: Field;
  step: Step;
  /** The repeating group whose rows have this field. */
  group?: FieldOf<'group'>;
  path: string;
  /** How many fields are asked before it; those of a row come after their group. */
  order: number;
}

/** All fields, those of rows too, in the order they are asked. */
export function placesOf({ steps }: Pick<Definition, 'steps'>): Place[] {
  const places: Place[] = [];
  steps.forEach((step, stepIndex) => {
    step.fields.forEach((field, fieldIndex) => {
      const path = `steps[${stepIndex}].fields[${fieldIndex}]`;
      places.push({ field, step, path, order: places.length });
      if (field.type !== 'group') return;
      field.fields.forEach((inner, index) => {
        places.push({ field: inner, step, group: field, path: `${path}.fields[${index}]`, order: places.length });
      });
    });
  });
  return places;
}

/** Whether the field of a place has an answer that conditions can ask about. */
export function isAnswered({ type }: Field): boolean {
  return type !== 'file' && type !== 'heading' && type !== 'explanation';
}
