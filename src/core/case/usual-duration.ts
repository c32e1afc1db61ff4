/** How long cases of an agenda took the office: half of them, and nine of ten, at most so many days. */
export interface UsualDuration {
  median: number;
  ninetieth: number;
}

/** What people are told before they file. */
export function usualDurationText({ median, ninetieth }: UsualDuration): string {
  if (median === ninetieth) return `9\u00a0z\u00a010 podání vyřizujeme ${within(ninetieth)}.`;
  return `Nejčastěji vyřízeno ${within(median)}; 9\u00a0z\u00a010 ${within(ninetieth)}.`;
}

function within(days: number): string {
  if (days === 0) return 'týž den';
  return `do\u00a0${days}\u00a0${days === 1 ? 'dne' : 'dnů'}`;
}
