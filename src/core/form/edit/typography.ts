import type { Definition } from '../definition.ts';
import { changeTexts } from '../gate/texts.ts';

/**
 * Czech typography that no keyboard has a key for: a preposition or conjunction of one letter keeps with the word after it,
 * and a number with its unit or the figures after it. Texts are otherwise as they were written.
 */
export function withFixedSpaces(definition: Definition): Definition {
  return changeTexts(definition, fixSpaces);
}

export function fixSpaces(text: string): string {
  return text.replace(looseWord, '$1\u00a0').replace(looseNumber, '$1\u00a0');
}

const looseWord = /(?<![\p{L}\p{N}])([ksvzouai]) (?=\S)/giu;
const looseNumber =
  /(\d) (?=\d{3}(?!\d)|(?:Kč|Sb|dn[íyůe]|let|rok|roky|hodin|minut|MB|m²|km|kW|cm|m|%)(?![\p{L}\p{N}]))/gu;
