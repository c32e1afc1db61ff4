import type { Definition } from '../definition.ts';
import { changeTexts } from '../gate/texts.ts';

/**
 * Czech typography that no keyboard has a key for: a preposition or conjunction of one letter keeps with the word after it,
 * a number with its unit or the figures after it, a sign of a paragraph with its number, and a date in one piece. Texts are
 * otherwise as they were written.
 */
export function withFixedSpaces(definition: Definition): Definition {
  return changeTexts(definition, fixSpaces);
}

export function fixSpaces(text: string): string {
  return loose.reduce((fixed, pattern) => fixed.replace(pattern, '$1\u00a0'), text);
}

const months = 'ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince';
const units = [
  'Kč|Sb|eur|korun|%|procent',
  'dn[íyůe]|pracovní(?:ch)?|kalendářní(?:ch)?|týdn[ůye]|měsíc[ůeí]?|let|rok[uyů]?|hodin[uy]?|minut[uy]?',
  'MB|m²|km|kW|cm|mm|m|metr[uyů]?',
  'lidí|osob|hostů|psů|kusů|číslic|stran',
].join('|');

/** What does not stand at the end of a line. */
const loose: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])([ksvzouai]) (?=\S)/giu,
  new RegExp(`(\\d) (?=\\d{3}(?!\\d)|(?:${units})(?![\\p{L}\\p{N}]))`, 'gu'),
  /(§|(?<!\p{L})(?:odst|čl|č|str|st)\.) (?=\d)/gu,
  /((?<!\p{L})písm\.) (?=\p{Ll}\))/gu,
  new RegExp(`(?<!\\d)(\\d{1,2}\\.) (?=\\d{1,2}\\.|(?:${months})(?!\\p{L}))`, 'gu'),
  /(?<!\d)(\d{1,2}\.\s\d{1,2}\.) (?=\d{4}(?!\d))/gu,
];
