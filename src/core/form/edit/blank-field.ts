import type { Field, FieldType } from '../definition.ts';
import { readField } from './parts.ts';
import { emptyFormula } from './without-references.ts';

/** A field nobody has filled in yet, with the defaults of its type. */
export function blankField({ type, id, label }: { type: FieldType; id: string; label: string }): Field {
  const read = readField({ type, id, label, ...needed[type] });
  if (!read.ok) throw new Error(`${type} needs more than it is given: ${JSON.stringify(read.problems)}`);
  return read.value;
}

/** What has no default, since it is left to the author. */
const needed: Partial<Record<FieldType, object>> = {
  oneOf: { options: [] },
  severalOf: { options: [] },
  birthNumber: { reason: '' },
  computed: { value: emptyFormula },
  group: { rowLabel: '', fields: [] },
  explanation: { text: '' },
};
