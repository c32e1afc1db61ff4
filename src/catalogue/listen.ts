import { Client } from 'pg';
import type { Deps } from '../deps.ts';

declare module 'pg' {
  interface Client {
    /** Lets the process end although the connection is open; missing in the types. */
    unref(): void;
  }
}

const retryAfterMs = 2_000;

type Params = { channel: string; onNews: () => void };

/**
 * Hears announcements of PostgreSQL on a connection of its own, which it opens again whenever it breaks. What was
 * announced meanwhile is lost, so a new connection counts as news. Neither keeps a stopping process alive.
 */
export async function listen(deps: Pick<Deps, 'pool' | 'log'>, params: Params): Promise<void> {
  const { pool, log } = deps;
  const client = new Client({ ...pool.options, application_name: 'portal-listen', keepAlive: true });
  let isOver = false;
  const tryAgain = (error?: unknown): void => {
    if (isOver) return;
    isOver = true;
    client.end().catch(() => undefined);
    if (pool.ending) return;
    log.warn({ err: error, channel: params.channel }, 'cannot hear changes; trying again');
    setTimeout(() => {
      if (!pool.ending) void listen(deps, params).then(params.onNews);
    }, retryAfterMs).unref();
  };
  client.on('notification', params.onNews);
  client.on('error', tryAgain);
  client.on('end', tryAgain);
  try {
    await client.connect();
    client.unref();
    await client.query(`LISTEN ${client.escapeIdentifier(params.channel)}`);
  } catch (error) {
    tryAgain(error);
  }
}
