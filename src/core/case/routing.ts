/** How a new case of an agenda finds its officer; set by the office, apart from the agenda itself, because people come and go. */
export type RoutingRule =
  /** It waits for whoever of the department takes it over. */
  | { by: 'nobody' }
  | { by: 'fixed'; officerId: string }
  /** One after another. */
  | { by: 'turns' }
  /** Whoever has the fewest open cases. */
  | { by: 'load' }
  /** By the first letter of the applicant's surname; the ranges are read in order, both ends included. */
  | { by: 'alphabet'; ranges: { from: string; to: string; officerId: string }[] }
  /** By the street of an answer; `field` is the question (an address) that is asked. */
  | { by: 'street'; field: string; streets: { street: string; officerId: string }[] };

/** An officer to whom a case of the agenda may go today: there, not left, allowed to handle it. */
export interface Candidate {
  id: string;
  openCases: number;
  /** When a case last went to them by this rule; null when none ever did. */
  lastGivenAt: Temporal.Instant | null;
}

interface Routed {
  rule: RoutingRule;
  candidates: readonly Candidate[];
  /** Who has an officer's cases today, a deputy perhaps; null for nobody. From `onDuty`. */
  onDuty: (officerId: string) => string | null;
  /** Surname first, as it is filed. */
  applicant: string;
  /** The street by the question that was asked. */
  street: (field: string) => string | null;
}

/** The officer who gets a new case; null leaves it to the department. Never somebody who is no candidate. */
export function route({ rule, candidates, onDuty, applicant, street }: Routed): string | null {
  switch (rule.by) {
    case 'nobody':
      return null;
    case 'turns':
      return best(candidates, (a, b) => compareInstants(a.lastGivenAt, b.lastGivenAt));
    case 'load':
      return best(candidates, (a, b) => a.openCases - b.openCases || compareInstants(a.lastGivenAt, b.lastGivenAt));
    case 'fixed':
      return present(rule.officerId, candidates, onDuty);
    case 'alphabet': {
      const range = rule.ranges.find(({ from, to }) => isBetween(applicant, from, to));
      return range ? present(range.officerId, candidates, onDuty) : null;
    }
    case 'street': {
      const asked = plain(street(rule.field) ?? '');
      const found = rule.streets.find(row => asked === plain(row.street) || asked.startsWith(`${plain(row.street)} `));
      return found ? present(found.officerId, candidates, onDuty) : null;
    }
  }
}

/** The officer the rule names, or who stands in for them. */
function present(named: string, candidates: readonly Candidate[], onDuty: Routed['onDuty']): string | null {
  const there = onDuty(named);
  return candidates.some(({ id }) => id === there) ? there : null;
}

/** The first in order; of equals the one with the smaller id, so that the same is chosen every time. */
function best(candidates: readonly Candidate[], order: (a: Candidate, b: Candidate) => number): string | null {
  const sorted = candidates.toSorted((a, b) => order(a, b) || (a.id < b.id ? -1 : 1));
  return sorted[0]?.id ?? null;
}

/** Who never got a case comes before everybody who did. */
function compareInstants(a: Temporal.Instant | null, b: Temporal.Instant | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return Temporal.Instant.compare(a, b);
}

const collator = new Intl.Collator('cs', { sensitivity: 'base' });

/** Czech order, in which CH is a letter; "Ch" at the end of a range takes everything that begins with it. */
function isBetween(text: string, from: string, to: string): boolean {
  const first = text.trim();
  const isNotBefore = collator.compare(first, from) >= 0;
  const isNotBehind = collator.compare(first, to) <= 0 || startsWith(first, to);
  return isNotBefore && isNotBehind;
}

/** "C" is not the beginning of "Chaloupka": there the letter is CH. */
function startsWith(text: string, letters: string): boolean {
  const head = text.slice(0, letters.length);
  if (collator.compare(head, letters) !== 0) return false;
  return !(plain(letters).endsWith('c') && plain(text.slice(letters.length)).startsWith('h'));
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
