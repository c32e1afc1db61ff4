import type { ChangedAnswer } from '../core/case/correct.ts';
import type { CaseState } from '../core/case/states.ts';
import type { FrozenAnswer, FrozenContent } from '../core/form/freeze-content.ts';
import { queryWords } from '../core/search/query-words.ts';
import { referenceWords } from '../core/search/reference-words.ts';
import { typoForms, wordsOf } from '../core/search/words.ts';
import type { Vault } from '../vault/vault.ts';
import { filedMark, standingMarks } from './search-marks.ts';
import type { CaseSummary } from './summary.ts';

/** What a case is found by. */
export interface Searched {
  reference: string;
  departmentId: string;
  state: CaseState;
  filedAt: Temporal.Instant;
  summary: CaseSummary;
  content: Pick<FrozenContent, 'title' | 'steps'>;
}

const mostWords = 600;

/** The blind index of a case: keyed digests of its words, as PostgreSQL takes them, and where to look for it (ADR 11). */
export function searchTokens(vault: Vault, searched: Searched): string[] {
  return [...standingMarks(searched), filedMark(searched.filedAt), ...wordTokens(vault, searched)];
}

/** The words alone. */
export function wordTokens(
  vault: Vault,
  { reference, summary, content }: Pick<Searched, 'reference' | 'summary' | 'content'>,
): string[] {
  const named = wordsOf(`${summary.applicantName} ${summary.subject}`);
  const exact = [...referenceWords(reference), ...named, ...wordsOf(textOf(content))];
  const typos = named.flatMap(typoForms).map(form => token(vault, form, 'typo'));
  return [...new Set([...exactTokens(vault, exact), ...typos])];
}

/** What a case is found by besides, once answers were mended: by how they read now. */
export function mendedTokens(vault: Vault, changes: readonly ChangedAnswer[]): string[] {
  const answers = changes.flatMap(({ after }) => after ?? []);
  return exactTokens(vault, wordsOf(linesOf(answers).join(' ')));
}

/** For each word that is looked for, the tokens of which a case has to have one. */
export function queryTokens(vault: Vault, text: string): string[][] {
  return queryWords(text).map(({ word, typoForms: forms }) => [
    token(vault, word, 'word'),
    ...forms.map(form => token(vault, form, 'typo')),
  ]);
}

function textOf({ title, steps }: Searched['content']): string {
  return [title, ...linesOf(steps.flatMap(step => step.answers))].join(' ');
}

function linesOf(answers: readonly FrozenAnswer[]): string[] {
  return answers.flatMap(({ lines, rows = [] }) => [
    ...lines,
    ...rows.flatMap(row => row.answers.flatMap(answer => answer.lines)),
  ]);
}

function exactTokens(vault: Vault, words: string[]): string[] {
  return [...new Set(words)].slice(0, mostWords).map(word => token(vault, word, 'word'));
}

/** 63 bits: what PostgreSQL's bigint holds without a sign. */
function token(vault: Vault, word: string, kind: 'word' | 'typo'): string {
  const digest = vault.digest(word, `search-${kind}`);
  const bits = new DataView(digest.buffer, digest.byteOffset).getBigUint64(0);
  return String(bits >> 1n);
}
