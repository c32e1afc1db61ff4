import { outcomeLabel, outcomes } from '../../case/states.ts';
import { placeholders, type PlaceholderValues } from '../../form/placeholders.ts';

/** What templates of letters know beyond what mails do. */
export const letterVariables = [
  ...placeholders,
  'úředník',
  'telefon',
  'adresa',
  'dnes',
  'výsledek',
  'odůvodnění',
] as const;
export type LetterVariable = (typeof letterVariables)[number];

/** What the variables stand for in one case. What is not known yet is left out; the officer adds it. */
export type LetterValues = PlaceholderValues & {
  [name in Exclude<LetterVariable, keyof PlaceholderValues>]?: string | undefined;
};

/** The words `výsledek` can stand for. */
export const outcomeWords: readonly string[] = outcomes.map(outcome => outcomeLabel(outcome).toLowerCase());

const answerPrefix = 'odpověď:';

/** The id of the question where a template asks for an answer, e.g. "dogName" of `odpověď:dogName`. */
export function questionOf(name: string): string | undefined {
  return name.startsWith(answerPrefix) ? name.slice(answerPrefix.length).trim() : undefined;
}

export function isLetterVariable(name: string): name is LetterVariable {
  return letterVariables.some(known => known === name);
}
