import { begin, type Beginning } from './beginnings.ts';
import type { LetterCase } from './find-case.ts';
import type { TypedLetter } from './form.ts';

/** What the boxes hold when a letter begins with that text; with none they are empty. */
export function begunWith(chosen: Beginning | undefined, found: LetterCase): TypedLetter {
  return chosen
    ? { druh: chosen.kind, nazev: chosen.title, text: begin(chosen, found) }
    : { druh: 'letter', nazev: '', text: '' };
}

interface Choice {
  /** What the boxes would hold with the text that was chosen, and with the one before it. */
  next: TypedLetter;
  before: TypedLetter;
}

/** Chosen in the middle of writing: it stands in for what another text put there, and stands behind what somebody typed. */
export function chooseInstead(typed: TypedLetter, { next, before }: Choice): TypedLetter {
  const isOwn = (name: 'nazev' | 'text'): boolean => !['', before[name].trim()].includes(typed[name].trim());
  return {
    druh: next.text === '' ? typed.druh : next.druh,
    nazev: isOwn('nazev') ? typed.nazev : next.nazev,
    text: isOwn('text') ? [typed.text.trimEnd(), next.text].filter(Boolean).join('\n\n') : next.text,
  };
}
