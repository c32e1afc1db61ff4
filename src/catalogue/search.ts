import { likeness, soughtWords, wordsOf } from './words.ts';

export interface Searchable {
  title: string;
  summary: string;
  keywords: readonly string[];
  /** Names of the life situations it belongs to. */
  situations: readonly string[];
}

export interface SearchIndex<T> {
  /** Best first; everything, in the given order, for a query without words. */
  find(query: string): T[];
}

/**
 * Search over what the office offers, in memory: there are tens of agendas, not thousands. Ignores diacritics and
 * letter case, forgives a typo and an inflected word. A word that nothing answers is passed over, so that
 * "chci přihlásit svého pejska" still finds dogs; the remaining ones must all be answered, unless nothing answers all.
 */
export function createSearch<T extends Searchable>(items: readonly T[]): SearchIndex<T> {
  const indexed = items.map(item => ({ item, words: weighedWords(item) }));
  return {
    find(query) {
      const sought = soughtWords(query);
      if (sought.length === 0) return [...items];
      const rated = indexed.map(({ item, words }) => ({ item, scores: sought.map(word => bestScore(word, words)) }));
      const answerable = sought.map((_, i) => rated.some(({ scores }) => (scores[i] ?? 0) > 0));
      const found = rated
        .map(({ item, scores }) => ({ item, scores: scores.filter((_, i) => answerable[i]) }))
        .filter(({ scores }) => scores.some(score => score > 0));
      const complete = found.filter(({ scores }) => scores.every(score => score > 0));
      return (complete.length > 0 ? complete : found)
        .sort((a, b) => total(b.scores) - total(a.scores))
        .map(({ item }) => item);
    },
  };
}

/** Every word with the weight of the best place it stands in. */
type WeighedWords = Map<string, number>;

function weighedWords({ title, summary, keywords, situations }: Searchable): WeighedWords {
  const places: [number, readonly string[]][] = [
    [1, [summary]],
    [2, situations],
    [4, keywords],
    [5, [title]],
  ];
  return new Map(places.flatMap(([weight, texts]) => texts.flatMap(wordsOf).map(word => [word, weight] as const)));
}

function bestScore(sought: string, words: WeighedWords): number {
  let best = 0;
  for (const [word, weight] of words) best = Math.max(best, weight * likeness(sought, word));
  return best;
}

function total(scores: number[]): number {
  return scores.reduce((sum, score) => sum + score, 0);
}
