import { createServer } from 'node:http';
import { Pool } from 'pg';

/**
 * The floor of a click in the designer: a bare node:http program that reads the same document under a lock, changes a
 * word of it and writes it whole, in one transaction; then sends a page of the same bytes after reading the document once more.
 */
export interface DesignerWork {
  body: string;
  headers: Record<string, string>;
  databaseUrl: string;
  /** A version of an agenda to write. */
  versionId: string;
}

process.once('message', (work: DesignerWork) => {
  const pool = new Pool({ connectionString: work.databaseUrl, max: 2 });
  const body = Buffer.from(work.body);
  const server = createServer((req, res) => {
    if (req.method === 'POST') {
      req
        .resume()
        .on('end', () => void save(pool, work.versionId).then(() => res.writeHead(303, { location: '/' }).end()));
    } else {
      void read(pool, work.versionId).then(() => res.writeHead(200, work.headers).end(body));
    }
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
  });
});

async function save(pool: Pool, versionId: string): Promise<void> {
  const client = await pool.connect();
  await client.query('BEGIN');
  const { rows } = await client.query<{ definition: object; revision: number }>({
    name: 'lock',
    text: 'SELECT definition, revision FROM agenda_version WHERE id = $1 FOR UPDATE',
    values: [versionId],
  });
  const definition = JSON.stringify({ ...rows[0]?.definition, summary: `Změna ${rows[0]?.revision}` });
  await client.query({
    name: 'save',
    text: 'UPDATE agenda_version SET definition = $2, revision = revision + 1 WHERE id = $1',
    values: [versionId, definition],
  });
  await client.query('COMMIT');
  client.release();
}

async function read(pool: Pool, versionId: string): Promise<void> {
  const text = 'SELECT definition FROM agenda_version WHERE id = $1';
  await pool.query({ name: 'read', text, values: [versionId] });
}
