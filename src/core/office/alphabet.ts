interface Range {
  from: string;
  to: string;
}

const range = /^(\p{L}{1,10})(?:\s*[-–—]\s*(\p{L}{1,10}))?$/u;

/** Letters as people write them, "A–C, Ř": ranges in their order. Null when that is not what was written. */
export function readRanges(text: string): Range[] | null {
  const parts = text.split(/[,;]/).map(part => part.trim());
  const ranges = parts.filter(part => part !== '').map(readRange);
  return ranges.every(one => one !== null) ? ranges : null;
}

export function writeRanges(ranges: readonly Range[]): string {
  return ranges.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(', ');
}

/** Two ranges that both take some name, of which nobody could tell whose it is; null when there are none. */
export function overlapping<R extends Range>(ranges: readonly R[]): [R, R] | null {
  const sorted = ranges.toSorted((a, b) => collator.compare(a.from, b.from));
  for (const [i, one] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next && collator.compare(next.from, one.to) <= 0) return [one, next];
  }
  return null;
}

function readRange(part: string): Range | null {
  const [, from, to = from] = range.exec(part) ?? [];
  if (from === undefined || to === undefined || collator.compare(from, to) > 0) return null;
  return { from, to };
}

const collator = new Intl.Collator('cs', { sensitivity: 'base' });
