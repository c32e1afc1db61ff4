import { type Searched, searchTokens, wordTokens } from '../../src/cases/search-tokens.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { bigintItem } from './copy.ts';

const nothing = { title: '', steps: [] };

export type OwnTokens = (place: Omit<Searched, 'summary' | 'content'>, words: readonly string[]) => Buffer[];

/** Of the words of one case, in their place of the array: its reference, and words that many have and that are remembered. */
export function ownTokens(vault: Vault): OwnTokens {
  const known = new Map<string, Buffer[]>();
  const tokensOf = (word: string): Buffer[] => {
    const summary = { applicantName: word, subject: '' };
    const tokens = known.get(word) ?? wordTokens(vault, { reference: '', summary, content: nothing }).map(bigintItem);
    known.set(word, tokens);
    return tokens;
  };
  return (place, words) => {
    const summary = { applicantName: '', subject: '' };
    const own = searchTokens(vault, { ...place, summary, content: nothing });
    return [...own.map(bigintItem), ...words.flatMap(tokensOf)];
  };
}
