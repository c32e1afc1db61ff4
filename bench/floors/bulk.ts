import { Pool } from 'pg';

type Params = { databaseUrl: string; references: string[]; concurrency: number };

/**
 * The floor of a step with many cases: a bare `pg` program that locks each, changes it and writes an audit record, one
 * transaction a case, with fsync on. Gives milliseconds.
 */
export async function changeBare({ databaseUrl, references, concurrency }: Params): Promise<number> {
  const pool = new Pool({ connectionString: databaseUrl, max: concurrency });
  const waiting = [...references];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      const client = await pool.connect();
      for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
        await client.query('BEGIN');
        await client.query({
          name: 'lock',
          text: 'SELECT * FROM "case" WHERE reference = $1 FOR UPDATE',
          values: [reference],
        });
        await client.query({
          name: 'change',
          text: 'UPDATE "case" SET changed_at = now() WHERE reference = $1',
          values: [reference],
        });
        await client.query({
          name: 'audit',
          text: `INSERT INTO audit_record (at, actor_kind, action, subject, details) VALUES (now(), 'system', 'bench', $1, '{}')`,
          values: [reference],
        });
        await client.query('COMMIT');
      }
      client.release();
    }),
  );
  const took = performance.now() - started;
  await pool.end();
  return took;
}
