import type { Definition, Field, Step } from './definition.ts';

/** A field and where it is in the document, e.g. "steps[1].fields[0]". */
export interface Place {
  field: Field;
  step: Step;
  path: string;
}

/** All fields in the order they are asked. */
export function placesOf(definition: Definition): Place[] {
  return definition.steps.flatMap((step, stepIndex) =>
    step.fields.map((field, fieldIndex) => ({ field, step, path: `steps[${stepIndex}].fields[${fieldIndex}]` })),
  );
}
