import { translationProblems } from '../check-translations.ts';
import type { Rule } from './rule.ts';

export const orphanTranslation: Rule = {
  name: 'orphan-translation',
  level: 'error',
  find: ({ definition }) => translationProblems(definition),
};
