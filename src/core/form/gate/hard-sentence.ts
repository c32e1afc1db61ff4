import type { Rule } from './rule.ts';

const mostWords = 22;

/** Sentences people understand at the first reading. */
export const hardSentence: Rule = {
  name: 'hard-sentence',
  level: 'warning',
  find: ({ texts }) =>
    texts.flatMap(({ path, text }) => {
      const long = sentencesOf(text).find(sentence => wordsOf(sentence).length > mostWords);
      if (long === undefined) return [];
      const words = wordsOf(long);
      const start = words.slice(0, 6).join(' ');
      return [{ path, message: `Věta má ${words.length}\u00a0slov, rozdělte ji: „${start}…“.` }];
    }),
};

/** After these, a full stop ends no sentence. */
const abbreviations =
  /(?:^|[\s(])(?:č|čl|odst|písm|např|popř|resp|tzv|př|čp|ul|nám|tř|str|hod|max|min|cca|tel|sv|mj|vč|Ing|Mgr|Bc|MUDr|JUDr|PhDr|\p{Lu}|\d+)\.$/iu;

/** Items of a list are read one by one, so a colon or a semicolon ends a sentence as well. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = '';
  for (const piece of text.split(/(?<=[.!?…:;]["“‘)]?)\s+|\n+/u)) {
    start = start === '' ? piece : `${start} ${piece}`;
    if (abbreviations.test(start)) continue;
    sentences.push(start);
    start = '';
  }
  return start === '' ? sentences : [...sentences, start];
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word));
}
