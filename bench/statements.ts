import { once } from 'node:events';
import { createApp } from '../src/app.ts';
import { loadConfig } from '../src/config/load.ts';
import { closeDeps, createDeps } from '../src/deps.ts';

export interface Statement {
  text: string;
  values: unknown[];
}

interface Wanted {
  dataDir: string;
  databaseUrl: string;
  path: string;
  cookie: string;
}

/**
 * What a page asks of PostgreSQL once everything that is kept is kept, in that order: seen where the portal hands its
 * statements over, so that a floor never asks for less than the page shows.
 */
export async function statementsOf({ dataDir, databaseUrl, path, cookie }: Wanted): Promise<Statement[]> {
  const config = await loadConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, DEMO: 'on', LOG_LEVEL: 'error' });
  const deps = createDeps({ config, databaseUrl });
  let seen: Statement[] = [];
  const query = deps.pool.query.bind(deps.pool) as (...args: unknown[]) => unknown;
  Object.assign(deps.pool, {
    query: (...args: unknown[]) => {
      seen.push(statementOf(args));
      return query(...args);
    },
  });
  const server = createApp(deps).listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    for (let visit = 0; visit < 3; visit++) {
      seen = [];
      const answer = await fetch(`http://127.0.0.1:${address.port}${path}`, {
        headers: { cookie },
        redirect: 'manual',
      });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    }
    return seen;
  } finally {
    server.closeAllConnections();
    server.close();
    await closeDeps(deps);
  }
}

function statementOf([first, second]: unknown[]): Statement {
  const { text, values } =
    typeof first === 'string' ? { text: first, values: second } : (first as { text: string; values?: unknown });
  return { text, values: Array.isArray(values) ? values : [] };
}
