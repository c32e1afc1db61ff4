/**
 * The day so many days from today, as YYYY-MM-DD. It is kept as long as that today is, since in a large form hundreds of
 * dates ask about the same bound.
 */
export function dayFrom(today: Temporal.PlainDate, days: number): string {
  const known = knownFrom.get(today) ?? new Map<number, string>();
  knownFrom.set(today, known);
  const day = known.get(days) ?? today.add({ days }).toString();
  known.set(days, day);
  return day;
}

const knownFrom = new WeakMap<Temporal.PlainDate, Map<number, string>>();
