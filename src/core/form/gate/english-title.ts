import type { Rule } from './rule.ts';

/** Who switches to English finds the agenda by its name. */
export const englishTitle: Rule = {
  name: 'english-title',
  level: 'warning',
  find({ definition: { translations } }) {
    const { en } = translations;
    if (en === undefined || Object.keys(en).length === 0 || en['title'] !== undefined) return [];
    return [
      { path: 'translations.en', message: 'Agenda je zčásti přeložená. Přeložte do angličtiny i\u00a0její název.' },
    ];
  },
};
