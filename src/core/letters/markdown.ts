interface LetterRun {
  text: string;
}

export type LetterBlock =
  | { kind: 'heading'; runs: LetterRun[] }
  | { kind: 'paragraph'; runs: LetterRun[] }
  | { kind: 'list'; isNumbered: boolean; items: LetterRun[][] };

/** The text of a letter as what it is made of: headings, points and paragraphs. */
export function letterBlocks(markdown: string): LetterBlock[] {
  return markdown
    .split(/\n\s*\n/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(blockOf);
}

function blockOf(part: string): LetterBlock {
  const heading = /^#+\s+(.*)$/.exec(part);
  if (heading) return { kind: 'heading', runs: [{ text: heading[1] ?? '' }] };
  const lines = part.split('\n');
  const isNumbered = lines.every(line => /^\d+\.\s/.test(line));
  if (isNumbered || lines.every(line => /^[-*]\s/.test(line))) {
    return { kind: 'list', isNumbered, items: lines.map(line => [{ text: line.replace(/^(\d+\.|[-*])\s+/, '') }]) };
  }
  return { kind: 'paragraph', runs: [{ text: part }] };
}
