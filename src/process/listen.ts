import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { StartProblem } from '../start-problem.ts';

const FINISH_LIMIT_MS = 10_000;
const LOOK_AGAIN_MS = 50;

/** Listens, and gives back what ends it: no new connection, requests in hand finish within ten seconds. */
export async function listen(
  app: RequestListener,
  config: Pick<Config, 'host' | 'port'>,
): Promise<() => Promise<void>> {
  const server = createServer(app);
  server.listen(config.port, config.host);
  await once(server, 'listening').catch((error: unknown) => {
    throw refusal(error, config);
  });
  return async () => {
    const closed = once(server, 'close').then(() => true);
    server.close();
    const limit = performance.now() + FINISH_LIMIT_MS;
    // A connection kept alive is idle only once its request is answered.
    while (!(await Promise.race([closed, setTimeout(LOOK_AGAIN_MS, false)]))) {
      if (performance.now() < limit) server.closeIdleConnections();
      else server.closeAllConnections();
    }
  };
}

function refusal(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new StartProblem(`PORT: ${port} is taken by another program; choose another`);
  if (code === 'EACCES')
    return new StartProblem(`PORT: ${port} may not be used by this account; choose one above 1023`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartProblem(`HOST: "${host}" is not an address of this machine`);
  }
  return error;
}
