import type { Officer } from '../core/actor.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { visibleCases } from './scope.ts';

/**
 * The mentions `m` of an officer that they have not read, in the words of the partial index; those of cases that they work, as the
 * list of mentions shows them.
 */
export function unreadMentions(officer: Officer): Prisma.Sql {
  const { accountId, officerId } = officer;
  return Prisma.sql`
    FROM case_mention m JOIN case_note n ON n.id = m.note_id JOIN "case" c ON c.id = n.case_id
    WHERE m.officer_id = ${officerId}::uuid AND m.read_at IS NULL AND ${visibleCases(officer)}
      AND c.applicant_id IS DISTINCT FROM ${accountId}::uuid AND NOT ${officerId}::uuid = ANY(c.biased)`;
}
