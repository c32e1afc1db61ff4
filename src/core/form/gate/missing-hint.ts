import type { Field } from '../definition.ts';
import type { Rule } from './rule.ts';

/** Where an answer has a form people do not know by heart, an example helps. */
export const missingHint: Rule = {
  name: 'missing-hint',
  level: 'warning',
  find: ({ places }) =>
    places
      .filter(({ field }) => needsHint(field) && !('hint' in field && field.hint))
      .map(({ path }) => ({
        path: `${path}.hint`,
        message: 'Přidejte nápovědu: kde údaj člověk najde a\u00a0jak vypadá, nejlépe s\u00a0příkladem.',
      })),
};

function needsHint(field: Field): boolean {
  if (field.type === 'text') return field.digits !== undefined;
  return ['dataBox', 'bankAccount', 'landParcel'].includes(field.type);
}
