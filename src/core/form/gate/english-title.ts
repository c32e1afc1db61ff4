import type { Rule } from './rule.ts';

/** Who switches to English finds the agenda by its name. */
export const englishTitle: Rule = {
  name: 'english-title',
  level: 'warning',
  find({ definition: { translations } }) {
    const { en = {} } = translations;
    if (en['title'] !== undefined) return [];
    const message =
      Object.keys(en).length === 0
        ? 'Agenda nemá nic v\u00a0angličtině. Přeložte aspoň její název a\u00a0shrnutí.'
        : 'Agenda je zčásti přeložená. Přeložte do angličtiny i\u00a0její název.';
    return [{ path: 'translations.en', message }];
  },
};
