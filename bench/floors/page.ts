import { createServer } from 'node:http';
import { createPool } from '../../src/database/client.ts';
import type { Statement } from '../statements.ts';

/**
 * The floor of a page: a bare node:http program that asks the database what the page asks and sends the same bytes.
 * Started as a child process so that it has a processor to itself as the portal has; the work comes by message.
 */
export interface FloorWork {
  body: string;
  headers: Record<string, string>;
  databaseUrl?: string;
  queries: Statement[];
}

process.once('message', (work: FloorWork) => {
  const pool = work.databaseUrl ? createPool(work.databaseUrl) : undefined;
  const body = Buffer.from(work.body);
  const server = createServer((_req, res) => {
    void answer().then(() => {
      res.writeHead(200, work.headers);
      res.end(body);
    });
  });
  async function answer(): Promise<void> {
    // Named, so that PostgreSQL prepares each once: as few cycles as a program can spend.
    for (const [index, query] of work.queries.entries()) await pool?.query({ name: `q${index}`, ...query });
  }
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
  });
});
