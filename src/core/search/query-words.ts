import { asReferenceWord } from './reference-words.ts';
import { typoForms, wordsOf } from './words.ts';

export interface QueryWord {
  word: string;
  /** What else a name or a subject may be found by. */
  typoForms: string[];
}

const most = 8;

/** What is looked for: a case has to have every one of the words. Of a long text the first eight count. */
export function queryWords(text: string): QueryWord[] {
  const pieces = text.split(/\s+/).flatMap(piece => asReferenceWord(piece) ?? wordsOf(piece));
  return [...new Set(pieces)].slice(0, most).map(word => ({ word, typoForms: typoForms(word) }));
}
