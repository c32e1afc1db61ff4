const shortest = 2;
const longest = 40;

/**
 * The words of a text as they are looked for: without diacritics, in small letters, of at least two letters or digits, each
 * once. What is longer than forty is known by its beginning.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(word => word.length >= shortest);
  return [...new Set(words.map(word => word.slice(0, longest)))];
}

/** A word this long is found with one letter wrong; in a shorter one it would be another word. Numbers are exact. */
const longEnough = /^\p{L}{4,}$/u;

/**
 * A word and what is left of it without any one letter. Two words share one of these when one letter is missing, added,
 * replaced or swapped with its neighbour between them (and sometimes when two are). None of a word that has to be exact.
 */
export function typoForms(word: string): string[] {
  if (!longEnough.test(word)) return [];
  const letters = Array.from(word);
  return [...new Set([word, ...letters.map((_letter, index) => letters.toSpliced(index, 1).join(''))])];
}
