import { isQuestion } from '../definition.ts';
import type { Rule } from './rule.ts';

/** What fits on two screens of a phone. */
const most = 8;

export const tooManyQuestions: Rule = {
  name: 'too-many-questions',
  level: 'warning',
  find: ({ definition }) =>
    definition.steps.flatMap(({ fields }, index) => {
      const count = fields.filter(field => isQuestion(field) || field.type === 'group' || field.type === 'file').length;
      if (count <= most) return [];
      return [
        { path: `steps[${index}]`, message: `Krok má ${count}\u00a0otázek. Rozdělte ho, nejvýš jich má být ${most}.` },
      ];
    }),
};
