import type { Rule } from './rule.ts';

const loose = /(?<![\p{L}\p{N}])[ksvzouai] (?=\S)\S*/giu;

/** A preposition of one letter does not stay alone at the end of a line. */
export const loosePreposition: Rule = {
  name: 'loose-preposition',
  level: 'warning',
  find: ({ texts }) =>
    texts.flatMap(({ path, text }) => {
      const found = text.match(loose) ?? [];
      if (found.length === 0) return [];
      const examples = found.slice(0, 3).map(words => `„${words}“`);
      return [
        {
          path,
          message: `Dejte za jednopísmenné slovo pevnou mezeru, ať nezůstane na konci řádku: ${examples.join(', ')}.`,
        },
      ];
    }),
};
