import { z } from 'zod';

const officerId = z.uuid();

/** How a new case of an agenda finds its officer; set by the office, apart from the agenda itself, because people come and go. */
export const routingRule = z.discriminatedUnion('by', [
  /** It waits for whoever of the department takes it over. */
  z.strictObject({ by: z.literal('nobody') }),
  z.strictObject({ by: z.literal('fixed'), officerId }),
  /** One after another. */
  z.strictObject({ by: z.literal('turns') }),
  /** Whoever has the fewest open cases. */
  z.strictObject({ by: z.literal('load') }),
  /** By the first letter of the applicant's surname; the ranges are read in order, both ends included. */
  z.strictObject({
    by: z.literal('alphabet'),
    ranges: z
      .array(z.strictObject({ from: z.string().min(1).max(10), to: z.string().min(1).max(10), officerId }))
      .max(40),
  }),
  /** By the street of an answer. */
  z.strictObject({
    by: z.literal('street'),
    /** The question (an address) that is asked. */
    field: z.string().min(1).max(80),
    streets: z.array(z.strictObject({ street: z.string().min(1).max(80), officerId })).max(2000),
  }),
]);
export type RoutingRule = z.output<typeof routingRule>;

/** An officer to whom a case of the agenda may go today: there, not left, allowed to handle it. */
export interface Candidate {
  id: string;
  openCases: number;
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

/**
 * The officers among whom a new case goes in turns (`inTurn`): one, where the rule names somebody; nobody leaves it to the
 * department. Never somebody who is no candidate. Always in the same order, so that turns can be counted.
 */
export function route({ rule, candidates, onDuty, applicant, street }: Routed): string[] {
  switch (rule.by) {
    case 'nobody':
      return [];
    case 'turns':
      return ordered(candidates);
    case 'load': {
      const fewest = Math.min(...candidates.map(({ openCases }) => openCases));
      return ordered(candidates.filter(({ openCases }) => openCases === fewest));
    }
    case 'fixed':
      return present(rule.officerId, candidates, onDuty);
    case 'alphabet': {
      const range = rule.ranges.find(({ from, to }) => isBetween(applicant, from, to));
      return range ? present(range.officerId, candidates, onDuty) : [];
    }
    case 'street': {
      const asked = plain(street(rule.field) ?? '');
      const found = rule.streets.find(row => asked === plain(row.street) || asked.startsWith(`${plain(row.street)} `));
      return found ? present(found.officerId, candidates, onDuty) : [];
    }
  }
}

/** Whose turn it is; `turn` counts the cases given out before. Null when there is nobody. */
export function inTurn(officers: readonly string[], turn: number): string | null {
  return officers[turn % officers.length] ?? null;
}

/** The officer the rule names, or who stands in for them. */
function present(named: string, candidates: readonly Candidate[], onDuty: Routed['onDuty']): string[] {
  const there = onDuty(named);
  return candidates.filter(({ id }) => id === there).map(({ id }) => id);
}

function ordered(candidates: readonly Candidate[]): string[] {
  return candidates.map(({ id }) => id).sort();
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
