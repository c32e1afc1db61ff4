import { dayColumn } from '../../database/days.ts';
import type { Terms } from './read-terms.ts';

/** What is kept of the terms of a mandate. */
export function columnsOf({ scope, agendaIds, from, until }: Terms, caseId: string | null) {
  return { scope, agendaIds, caseId, fromOn: dayColumn(from), untilOn: until && dayColumn(until) };
}
