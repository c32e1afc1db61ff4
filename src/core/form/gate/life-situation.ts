import type { Rule } from './rule.ts';

/** People look for an agenda by what has happened to them, so it has a place there. */
export const lifeSituation: Rule = {
  name: 'life-situation',
  level: 'error',
  find({ definition, context }) {
    if (definition.lifeSituations.length === 0) {
      return [{ path: 'lifeSituations', message: 'Vyberte životní situaci, ve které lidé agendu najdou.' }];
    }
    return definition.lifeSituations.flatMap((slug, index) => {
      const path = `lifeSituations[${index}]`;
      if (slug === '') return [{ path, message: 'Vyberte životní situaci, ve které lidé agendu najdou.' }];
      if (context.lifeSituations.includes(slug)) return [];
      return [{ path, message: `Životní situace „${slug}“ v\u00a0portálu není. Vyberte jinou.` }];
    });
  },
};
