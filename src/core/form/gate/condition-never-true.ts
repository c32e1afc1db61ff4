import { formulasOf } from '../formulas.ts';
import type { Rule } from './rule.ts';

/** A condition no filing can meet: what stands under it would never be seen, or the filing could never be sent. */
export const conditionNeverTrue: Rule = {
  name: 'condition-never-true',
  level: 'error',
  find: ({ definition, never }) =>
    formulasOf(definition)
      .filter(({ gives, logic }) => gives === 'condition' && never([logic]))
      .map(({ path }) => ({
        path,
        message: path.endsWith('.holds')
          ? 'Kontrola nemůže nikdy projít, podání by nešlo odeslat. Opravte ji.'
          : 'Podmínka nemůže nikdy platit. Opravte ji, nebo smažte to, co na ní závisí.',
      })),
};
