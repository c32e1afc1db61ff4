/** Words that say nothing about what is looked for. */
const idle = new Set(
  'a aby ale by chci chtel chtela do i jak je jsem k ke kde mi mit mne muj moje mam na nebo o od po potrebuji pro s se si u v ve vyridit z za ze zadam'.split(
    ' ',
  ),
);

/** The words of a text as they are compared: lower case, without diacritics. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
}

/** The words of a query worth looking for; when all of them are idle, they are all there is. */
export function soughtWords(query: string): string[] {
  const words = [...new Set(wordsOf(query))].slice(0, 8).map(word => word.slice(0, 40));
  const telling = words.filter(word => !idle.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * How well a word answers the sought one, from 0 to 1: the same, its beginning, another form of it (Czech declines:
 * "přihlásit" finds "přihlášení"), or the same but for a typo.
 */
export function likeness(sought: string, word: string): number {
  if (word === sought) return 1;
  if (sought.length >= 2 && word.startsWith(sought)) return 0.8;
  if (shareStem(sought, word)) return 0.6;
  if (sought.length >= 4 && isMistyped(sought, word)) return 0.4;
  return 0;
}

function shareStem(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared >= 4 && shared >= 0.6 * Math.max(a.length, b.length);
}

/** One slip in a short word, two in a long one; also in a word of which only the beginning is written. */
function isMistyped(sought: string, word: string): boolean {
  const allowed = sought.length < 7 ? 1 : 2;
  if (word.length < sought.length - allowed) return false;
  return [word, word.slice(0, sought.length)].some(candidate => slips(sought, candidate) <= allowed);
}

/** Letters left out, added, changed or swapped with their neighbour (optimal string alignment distance). */
function slips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
