import type { SeenSketch } from './plan-import.ts';

/** A sketch as one value of a form: "ohlaseni-psa:3:12". */
export function seenText({ slug, number, revision }: SeenSketch): string {
  return `${slug}:${number}:${revision}`;
}

/** The sketches somebody ticked; what is no such value says nothing. */
export function readSeen(typed: unknown): SeenSketch[] {
  const values: unknown[] = Array.isArray(typed) ? typed : [typed];
  return values.flatMap(value => {
    const parts = typeof value === 'string' ? /^([a-z0-9-]{1,80}):(\d{1,6}):(\d{1,9})$/.exec(value) : null;
    return parts?.[1] === undefined ? [] : [{ slug: parts[1], number: Number(parts[2]), revision: Number(parts[3]) }];
  });
}
