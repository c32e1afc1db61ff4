import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { StartProblem } from '../start-problem.ts';
import { openCluster } from './embedded/cluster.ts';
import type { Cluster } from './embedded/cluster.ts';
import { isServer, readPostmaster, removeIfReused } from './embedded/postmaster.ts';
import { startServer } from './embedded/server.ts';
import type { Server } from './embedded/server.ts';

export interface EmbeddedDatabase {
  /** The portal's own database; its role owns it and is no superuser. */
  url: string;
  superuserUrl: string;
  /** Settles when the server ends by itself, which it should not. */
  lost: Promise<void>;
  stop: () => Promise<void>;
}

const LOCK = 0x706f7274; // any number, the same in every portal
const HANG_UP_LIMIT_MS = 1_000;
const STOP_LIMIT_MS = 30_000;

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

interface Running {
  pid: number;
  port: number;
  inUse: boolean;
}

/**
 * The server that holds this cluster, if any. A living portal holds an advisory lock in it; the lock goes with its
 * process, so a lock that can be taken means that the server was left behind.
 */
async function findRunning(cluster: Cluster): Promise<Running | undefined> {
  const limit = performance.now() + STOP_LIMIT_MS;
  while (performance.now() < limit) {
    const postmaster = await readPostmaster(cluster.folder);
    if (!postmaster) return undefined;
    if (!(await isServer(postmaster.pid))) {
      await removeIfReused(cluster.folder, postmaster.pid);
      return undefined;
    }
    const { pid, port } = postmaster;
    try {
      const guard = await connect(address(cluster, { role: 'postgres', database: 'postgres', port }));
      const free = await takeLock(guard);
      await guard.end();
      return { pid, port, inUse: !free };
    } catch {
      await setTimeout(50); // it is starting, recovering or shutting down
    }
  }
  throw new StartProblem(`DATA_DIR: a PostgreSQL server holds ${cluster.folder} and does not answer. Stop it first.`);
}

async function stopLeftBehind(cluster: Cluster, pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  const limit = performance.now() + STOP_LIMIT_MS;
  while (await isServer(pid)) {
    if (performance.now() > limit) {
      throw new StartProblem(
        `DATA_DIR: the PostgreSQL server ${pid} in ${cluster.folder} does not stop. Stop it first.`,
      );
    }
    await setTimeout(10);
  }
}

/** A killed portal's lock goes when the server notices; that takes a moment. */
async function takeLock(client: Client): Promise<boolean> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK]);
    if (rows[0]?.taken) return true;
    await setTimeout(50);
  }
  return false;
}

/** Pools that were told to end hang up a moment later; a server that stops before then would break them off. */
async function untilAlone(client: Client): Promise<void> {
  const limit = performance.now() + HANG_UP_LIMIT_MS;
  const others = `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  while ((await client.query(others)).rowCount && performance.now() < limit) await setTimeout(5);
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

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // the server has gone; `lost` tells
  await client.connect();
  return client;
}

function address(cluster: Cluster, to: { role: string; database: string; port: number }): string {
  return `postgresql://${to.role}:${cluster.superuserPassword}@127.0.0.1:${to.port}/${to.database}`;
}

function inUse(dataDir: string): StartProblem {
  return new StartProblem(`DATA_DIR: another portal is running on ${dataDir}. Stop it, or choose another DATA_DIR.`);
}
