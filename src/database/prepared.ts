import type { Pool, QueryResultRow } from 'pg';
import type { Prisma } from '../generated/prisma/client.ts';

/**
 * Asks PostgreSQL directly, by a statement each connection plans once. For the few that a page is made of and that are
 * run all day: through Prisma they would take this process twice the work, all of it in carrying values there and back.
 */
export async function prepared<Row extends QueryResultRow>(pool: Pool, sql: Prisma.Sql): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ name: nameOf(sql.text), text: sql.text, values: sql.values });
  return rows;
}

/** The same for a statement that is planned anew each time, because values that decide how to go about it are a part of its text. */
export async function planned<Row extends QueryResultRow>(pool: Pool, sql: Prisma.Sql): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ text: sql.text, values: sql.values });
  return rows;
}

const names = new Map<string, string>();

/** As many as there are spellings in the source: values are never part of the text. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
