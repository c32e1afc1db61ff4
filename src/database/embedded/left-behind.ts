import { setTimeout } from 'node:timers/promises';
import { StartProblem } from '../../start-problem.ts';
import type { Cluster } from './cluster.ts';
import { isServer, readPostmaster, removeIfReused } from './postmaster.ts';
import { address, connect, takeLock } from './session.ts';

const STOP_LIMIT_MS = 30_000;

interface Running {
  pid: number;
  port: number;
  inUse: boolean;
}

/**
 * The server that holds this cluster, if any. A living portal holds an advisory lock in it; the lock goes with its
 * process, so a lock that can be taken means that the server was left behind.
 */
export async function findRunning(cluster: Cluster): Promise<Running | undefined> {
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

/** Stops a server whose portal is gone, cleanly. */
export async function stopLeftBehind(cluster: Cluster, pid: number): Promise<void> {
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
