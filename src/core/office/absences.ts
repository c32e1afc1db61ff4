import { departmentsOf, type Officer } from '../actor.ts';
import type { Loop } from '../case/deputies.ts';
import { formatDate } from '../czech/format.ts';

/** The departments whose people's absences an officer sets: for a head their own with its units, for others none. */
export function departmentsHeadedBy(officer: Officer): string[] {
  return officer.roles.includes('head') ? departmentsOf(officer) : [];
}

/** Why the chain of deputies does not work out, naming everybody in it. */
export function loopSentence({ from, officerIds }: Loop, nameOf: (officerId: string) => string): string {
  const chain = officerIds.map(nameOf).join(' » ');
  return `Od\u00a0${formatDate(from)} by se zástup vracel dokola: ${chain}. Vyberte jiný zástup.`;
}

interface Days {
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

/** What an absence becomes when it is cancelled today: none when it has not begun, otherwise it ended yesterday. */
export function cancelled({ from, until }: Days, today: Temporal.PlainDate): Days | null {
  const yesterday = today.subtract({ days: 1 });
  if (Temporal.PlainDate.compare(from, today) >= 0) return null;
  return { from, until: Temporal.PlainDate.compare(until, yesterday) < 0 ? until : yesterday };
}
