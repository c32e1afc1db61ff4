import { canBe } from '../check-answers.ts';

/**
 * Numbers that between them tell apart everything a comparison with the written ones can: those, and the next ones above
 * and below, on the grid of so many decimals, within bounds. Zero differs from all others where it stands alone.
 */
export function numbersNear(
  written: unknown[],
  {
    min = -Infinity,
    max = Infinity,
    decimals = 0,
  }: { min?: number | undefined; max?: number | undefined; decimals?: number },
): number[] {
  const scale = 10 ** decimals;
  const marks = [0, min, max, ...written].filter(mark => typeof mark === 'number').filter(Number.isFinite);
  const near = marks.flatMap(mark => {
    const [below, above] = [Math.floor(mark * scale), Math.ceil(mark * scale)];
    return [below - 1, below, above, above + 1].map(step => Number((step / scale).toFixed(decimals)) + 0);
  });
  return [...new Set(near)].filter(number => number >= min && number <= max);
}

/** Days in the same way; `other` is one that stands for those nobody wrote; nothing where something else than a day is written. */
export function daysNear(written: unknown[], other: string): string[] | undefined {
  return around(written, 'date', nextDay, other);
}

export function timesNear(written: unknown[]): string[] | undefined {
  return around(written, 'time', nextMinute, '12:00');
}

/** Texts are told apart only by being equal to what is written. */
export function textsNear(written: unknown[]): string[] {
  const marks = written.filter(mark => typeof mark === 'string');
  return [...new Set([...marks, `${marks.join('')}…`])];
}

function around(
  written: unknown[],
  kind: 'date' | 'time',
  next: (mark: string, by: 1 | -1) => string,
  other: string,
): string[] | undefined {
  const marks = written.filter(mark => typeof mark === 'string');
  if (marks.some(mark => !canBe(kind, mark))) return undefined;
  return [...new Set([...marks.flatMap(mark => [next(mark, -1), mark, next(mark, 1)]), other])];
}

function nextDay(day: string, by: 1 | -1): string {
  return Temporal.PlainDate.from(day).add({ days: by }).toString();
}

function nextMinute(time: string, by: 1 | -1): string {
  return Temporal.PlainTime.from(time).add({ minutes: by }).toString().slice(0, 5);
}
