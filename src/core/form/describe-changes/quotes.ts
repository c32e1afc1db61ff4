/** A name in Czech quotes; a long one is shortened. */
export function quoted(text: string): string {
  const letters = Array.from(text.trim());
  return letters.length <= longest
    ? `„${letters.join('')}“`
    : `„${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…“`;
}

const longest = 80;

/** Several names: "„A“, „B“"; of many only the first ones and how many more there are. */
export function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, most).map(quoted).join(', ');
  return texts.length <= most ? shown : `${shown} a\u00a0další (${texts.length - most})`;
}

const most = 6;

/** Two versions of a text in quotes; of long ones, the part around the first difference. */
export function bothQuoted(before: string, after: string): { before: string; after: string } {
  const [old, young] = [Array.from(before), Array.from(after)];
  if (Math.max(old.length, young.length) <= longText) return { before: `„${before}“`, after: `„${after}“` };
  const difference = old.findIndex((letter, index) => letter !== young[index]);
  const start = Math.max(0, (difference < 0 ? old.length : difference) - 40);
  return { before: excerpt(old, start), after: excerpt(young, start) };
}

const longText = 160;

function excerpt(letters: string[], start: number): string {
  const end = start + longText;
  const part = letters.slice(start, end).join('').trim();
  return `„${start > 0 ? '…' : ''}${part}${end < letters.length ? '…' : ''}“`;
}

/** Whether two texts differ in nothing but spaces and ends of lines. */
export function isSpacing(before: string, after: string): boolean {
  return before.replace(/\s+/g, ' ').trim() === after.replace(/\s+/g, ' ').trim();
}

/** Ends a sentence, unless it ends with a quoted one. */
export function ended(sentence: string): string {
  return /[.!]“$/.test(sentence) ? sentence : `${sentence}.`;
}
