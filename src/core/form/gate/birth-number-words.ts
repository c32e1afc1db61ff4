/**
 * Whether a text asks for a birth number (rodné číslo) by any of its names: declined, shortened, with or without
 * diacritics. Not where it says to leave the number out.
 */
export function asksForBirthNumber(text: string): boolean {
  const words = wordsOf(text);
  const names = words.match(name)?.length ?? 0;
  return names > (words.match(leftOut)?.length ?? 0);
}

const number = '(?:rodn(?:e|eho|emu|em|ym|a|ych|ymi) ?c(?:isl\\w*|isel)?|cis(?:l\\w*|el) rodn(?:e|eho|a|ych)(?! list))';
const not = '(?:nepis|neuvad|nezadav|neposil|nesdel|nechc|nepotreb|nevyzad)\\w*';
/** Between the two, e.g. "sem nepište jména ani rodná čísla". */
const between = '(?: (?:sem|tu|zde|nam|prosim|jmena|ani|zadna|sve|vase|deti)){0,3}';

const name = new RegExp(`\\b${number}\\b`, 'g');
const leftOut = new RegExp(
  `\\b(?:${not}${between} ${number}|${number}${between} ${not}(?! (?:kdyz|pokud|jestli))|(?:ne|neni|bez|misto) ${number})\\b`,
  'g',
);

/** Plain words, with "|" between sentences. The abbreviation is spelled out while it has its háček: "RC" is no "RČ". */
function wordsOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<!\p{L})r[.\s]*č(?!\p{L})/gu, ' rodné číslo ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[.!?;](?=\s)/g, '|')
    .replace(/[^\p{L}\p{N}|]+/gu, ' ')
    .trim();
}
