import { join } from 'node:path';
import type { Client } from 'pg';
import { StartProblem } from '../start-problem.ts';
import { openCluster } from './embedded/cluster.ts';
import type { Cluster } from './embedded/cluster.ts';
import { findRunning, stopLeftBehind } from './embedded/left-behind.ts';
import { startServer } from './embedded/server.ts';
import type { Server } from './embedded/server.ts';
import { address, connect, takeLock, untilAlone } from './embedded/session.ts';

export interface EmbeddedDatabase {
  /** The portal's own database; its role owns it and is no superuser. */
  url: string;
  superuserUrl: string;
  /** Settles when the server ends by itself, which it should not. */
  lost: Promise<void>;
  stop: () => Promise<void>;
}

/**
 * Runs PostgreSQL 18 in DATA_DIR/postgres, on loopback, with a password drawn for this folder. A server left behind by
 * a portal that was killed is stopped first. Where a living portal uses the folder, `share` joins it (for commands);
 * without it the start is refused.
 */
export async function openEmbedded(params: {
  dataDir: string;
  share?: boolean;
  flags?: string[];
}): Promise<EmbeddedDatabase> {
  const cluster = await openCluster(params.dataDir);
  const running = await findRunning(cluster);
  if (running?.inUse) {
    if (params.share) return shared(cluster, running.port);
    throw inUse(params.dataDir);
  }
  if (running) await stopLeftBehind(cluster, running.pid);
  const server = await startServer(cluster, {
    logFile: join(params.dataDir, 'postgres.log'),
    ...(params.flags && { flags: params.flags }),
  });
  return own(cluster, server, params.dataDir);
}

async function own(cluster: Cluster, server: Server, dataDir: string): Promise<EmbeddedDatabase> {
  const superuserUrl = address(cluster, { role: 'postgres', database: 'postgres', port: server.port });
  const guard = await connect(superuserUrl);
  if (!(await takeLock(guard))) {
    await guard.end();
    throw inUse(dataDir);
  }
  await prepareDatabase(guard, cluster);
  let stopping = false;
  return {
    url: address(cluster, { role: 'portal', database: 'portal', port: server.port }),
    superuserUrl,
    lost: server.exited.then(() => (stopping ? new Promise<void>(() => undefined) : undefined)),
    stop: async () => {
      stopping = true;
      await untilAlone(guard).catch(() => undefined);
      await guard.end().catch(() => undefined);
      await server.stop();
    },
  };
}

function shared(cluster: Cluster, port: number): EmbeddedDatabase {
  return {
    url: address(cluster, { role: 'portal', database: 'portal', port }),
    superuserUrl: address(cluster, { role: 'postgres', database: 'postgres', port }),
    lost: new Promise(() => undefined),
    stop: () => Promise.resolve(),
  };
}

/** The portal works as the owner of its database only, so that no mistake of its own reaches files or the server. */
async function prepareDatabase(client: Client, cluster: Cluster): Promise<void> {
  const { rowCount } = await client.query(`select 1 from pg_database where datname = 'portal'`);
  if (rowCount) return;
  const password = client.escapeLiteral(cluster.superuserPassword);
  const role = await client.query(`select 1 from pg_roles where rolname = 'portal'`);
  if (!role.rowCount) await client.query(`create role portal login password ${password}`);
  await client.query('create database portal owner portal');
}

function inUse(dataDir: string): StartProblem {
  return new StartProblem(`DATA_DIR: another portal is running on ${dataDir}. Stop it, or choose another DATA_DIR.`);
}
