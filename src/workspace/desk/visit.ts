import type { Pool } from 'pg';
import { prepared } from '../../database/prepared.ts';
import { Prisma } from '../../generated/prisma/client.ts';

interface Visit {
  caseId: string;
  officerId: string;
  now: Temporal.Instant;
}

/** Remembers that an officer has a case on the desk, and with it the notes that are meant for them; what happens to it from now on is new to them. */
export async function rememberVisit(pool: Pool, { caseId, officerId, now }: Visit): Promise<void> {
  await prepared(
    pool,
    Prisma.sql`
    WITH read AS (
      UPDATE case_mention m SET read_at = ${now.toString()}::timestamptz FROM case_note n
      WHERE m.officer_id = ${officerId}::uuid AND m.read_at IS NULL AND n.id = m.note_id AND n.case_id = ${caseId}::uuid
    )
    INSERT INTO case_visit (case_id, officer_id, seen_at)
    VALUES (${caseId}::uuid, ${officerId}::uuid, ${now.toString()}::timestamptz)
    ON CONFLICT (case_id, officer_id) DO UPDATE SET seen_at = EXCLUDED.seen_at`,
  );
}
