import type { Pool, QueryResultRow } from 'pg';
import type { Prisma } from '../generated/prisma/client.ts';

/**
 * Straight to PostgreSQL, planned once for each connection. For the two statements that cost most, filing and the case
 * page: through Prisma they would take this process twice the work, which is all in carrying values there and back.
 */
export async function prepared<Row extends QueryResultRow>(
  pool: Pool,
  name: string,
  { text, values }: Prisma.Sql,
): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ name, text, values });
  return rows;
}
