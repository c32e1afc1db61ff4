import { randomUUID } from 'node:crypto';
import { Pool, type PoolClient } from 'pg';

/** A row as it lies in a table. */
export interface Row {
  table: string;
  columns: Record<string, unknown>;
}

type Params = { databaseUrl: string; rows: Row[]; draftIds: string[]; concurrency: number };

/**
 * The floor of filing: a bare `pg` program that commits the rows of one filing again and again under new ids, one
 * statement a row in one transaction, with fsync on. Gives filings per second.
 */
export async function fileBare({ databaseUrl, rows, draftIds, concurrency }: Params): Promise<number> {
  const pool = new Pool({ connectionString: databaseUrl, max: concurrency });
  const clients = await Promise.all(Array.from({ length: concurrency }, () => pool.connect()));
  const waiting = [...draftIds];
  const started = performance.now();
  await Promise.all(
    clients.map(async client => {
      for (let draftId = waiting.pop(); draftId !== undefined; draftId = waiting.pop()) {
        await commit(client, rows, draftId);
      }
      client.release();
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  await pool.end();
  return draftIds.length / seconds;
}

async function commit(client: PoolClient, rows: Row[], draftId: string): Promise<void> {
  const caseId = randomUUID();
  await client.query('BEGIN');
  await client.query({ name: 'number', text: `SELECT nextval('case_number')` });
  await client.query({ name: 'gate', text: 'UPDATE draft SET filed_at = now() WHERE id = $1', values: [draftId] });
  for (const { table, columns } of rows) {
    const names = Object.keys(columns);
    const values = names.map(name => renewed(table, name, columns[name], { caseId, draftId }));
    const places = names.map((_name, index) => `$${index + 1}`).join(', ');
    const list = names.map(name => `"${name}"`).join(', ');
    await client.query({ name: table, text: `INSERT INTO ${table} (${list}) VALUES (${places})`, values });
  }
  await client.query('COMMIT');
}

/** What tells this filing from the others is new in every copy; all else is as it was. */
function renewed(table: string, column: string, value: unknown, ids: { caseId: string; draftId: string }): unknown {
  if (column === 'case_id' || (table === '"case"' && column === 'id')) return ids.caseId;
  if (column === 'draft_id') return ids.draftId;
  if (column === 'id') return randomUUID();
  if (column === 'reference') return ids.caseId;
  const isAsItIs = value instanceof Date || Buffer.isBuffer(value) || Array.isArray(value);
  return typeof value === 'object' && value !== null && !isAsItIs ? JSON.stringify(value) : value;
}
