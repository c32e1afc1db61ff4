import { wordsOf } from './hard-sentence.ts';
import type { Rule } from './rule.ts';

/** Letters of a word that is hard to read when it comes again and again, and of one that is hard even once. */
const long = 17;
const veryLong = 22;

export const longWord: Rule = {
  name: 'long-word',
  level: 'warning',
  find({ texts }) {
    const seen = new Map<string, { path: string; count: number }>();
    for (const { path, text } of texts) {
      for (const word of wordsOf(text).flatMap(lettersOf)) {
        const before = seen.get(word);
        seen.set(word, { path: before?.path ?? path, count: (before?.count ?? 0) + 1 });
      }
    }
    const hard = [...seen].filter(([word, { count }]) => word.length > veryLong || (word.length > long && count > 2));
    return [...Map.groupBy(hard, ([, { path }]) => path)].map(([path, found]) => {
      const words = found.map(([word]) => `„${word}“`).join(', ');
      return { path, message: `Špatně se čte: ${words}. Řekněte to kratšími slovy.` };
    });
  },
};

/** The longest run of letters; an address on the web is no word. */
function lettersOf(word: string): string[] {
  if (/[@/]|\.\p{L}/u.test(word)) return [];
  return (word.toLowerCase().match(/\p{L}+/gu) ?? []).filter(letters => letters.length > long);
}
