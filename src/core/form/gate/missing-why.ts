import { isQuestion, type Field } from '../definition.ts';
import type { Rule } from './rule.ts';

/** Whoever asks for personal data says what for (GDPR, article 13). An answer before may be reason enough. */
export const missingWhy: Rule = {
  name: 'missing-why',
  level: 'warning',
  find: ({ definition }) =>
    definition.steps.flatMap(({ why = '', fields }, index) => {
      const personal = fields.find(field => field.when === undefined && isPersonal(field));
      if (personal === undefined || why.trim() !== '') return [];
      const message = `Napište u\u00a0kroku, proč se na osobní údaje („${personal.label}“) ptáme.`;
      return [{ path: `steps[${index}].why`, message }];
    }),
};

const personalTypes: readonly Field['type'][] = ['person', 'birthNumber', 'bankAccount', 'address', 'email', 'phone'];

function isPersonal(field: Field): boolean {
  if (field.type === 'group') return field.fields.some(isPersonal);
  return personalTypes.includes(field.type) || (isQuestion(field) && field.prefill !== undefined);
}
