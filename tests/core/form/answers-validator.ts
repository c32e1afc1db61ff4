import { Ajv2020 } from 'ajv/dist/2020.js';

import type { Definition } from '../../../src/core/form/definition.ts';
import { answersSchema } from '../../../src/core/form/json-schema.ts';

/** Formats are notes in this draft; what they mean is said by patterns too. */
const ajv = new Ajv2020({
  strictTypes: false,
  addUsedSchema: false,
  formats: { date: true, email: true },
});

/** Whether answers satisfy the schema of an agenda. Throws when the schema is not one. */
export function answersValidator(definition: Definition): (answers: unknown) => boolean {
  const validate = ajv.compile(answersSchema(definition));
  return answers => validate(answers);
}
