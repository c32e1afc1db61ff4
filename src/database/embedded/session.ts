import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import type { Cluster } from './cluster.ts';

const LOCK = 0x706f7274; // any number, the same in every portal
const HANG_UP_LIMIT_MS = 1_000;

/** The address of a database of the cluster, for one of its two roles; both have the cluster's password. */
export function address(cluster: Cluster, to: { role: string; database: string; port: number }): string {
  return `postgresql://${to.role}:${cluster.superuserPassword}@127.0.0.1:${to.port}/${to.database}`;
}

/** A session of the server's superuser, by which the portal guards and prepares the cluster. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // the server has gone; `lost` tells
  await client.connect();
  return client;
}

/**
 * Takes the lock that a living portal holds for as long as its process is there. A killed portal's goes when the server
 * notices; that takes a moment.
 */
export async function takeLock(client: Client): Promise<boolean> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK]);
    if (rows[0]?.taken) return true;
    await setTimeout(50);
  }
  return false;
}

/** Pools that were told to end hang up a moment later; a server that stops before then would break them off. */
export async function untilAlone(client: Client): Promise<void> {
  const limit = performance.now() + HANG_UP_LIMIT_MS;
  const others = `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  while ((await client.query(others)).rowCount && performance.now() < limit) await setTimeout(5);
}
