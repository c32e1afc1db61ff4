import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { StartProblem } from '../../start-problem.ts';
import type { Cluster } from './cluster.ts';
import { serverEnvironment } from './environment.ts';
import { readPostmaster } from './postmaster.ts';

export interface Server {
  port: number;
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<void>;
  /** Ends sessions and shuts the server down cleanly. */
  stop: () => Promise<void>;
}

const ATTEMPTS = 3;
const START_LIMIT_MS = 60_000;

/** Starts the cluster on a free loopback port and returns when it takes connections. */
export async function startServer(cluster: Cluster, params: { logFile: string; flags?: string[] }): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const outcome = await tryStart(cluster, { ...params, port });
    if (typeof outcome !== 'string') return outcome;
    const portTaken = outcome.includes('could not create any TCP/IP sockets');
    if (!portTaken || attempt === ATTEMPTS) throw refusal(cluster, outcome, params.logFile);
  }
}

async function tryStart(
  cluster: Cluster,
  params: { port: number; logFile: string; flags?: string[] },
): Promise<Server | string> {
  const log = await open(params.logFile, 'a', 0o600);
  const logStart = (await log.stat()).size;
  const child = spawn(cluster.postgres, ['-D', cluster.folder, ...settings(params.port), ...(params.flags ?? [])], {
    ...cluster.account,
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    // Its own session: Ctrl-C is for the portal, which stops the server when its last request is done.
    detached: true,
  });
  const exited = Promise.race([once(child, 'exit'), once(child, 'error')]).then(() => undefined);
  const shutDown = (): boolean => child.kill('SIGINT');
  process.once('exit', shutDown); // however the portal ends, short of being killed
  void exited.then(() => process.off('exit', shutDown));
  const ready = await Promise.race([exited.then(() => false), untilReady(cluster.folder, child)]);
  await log.close();
  if (!ready) return (await readFile(params.logFile, 'utf8')).slice(logStart);
  return {
    port: params.port,
    exited,
    stop: async () => {
      child.kill('SIGINT');
      await exited;
    },
  };
}

async function untilReady(folder: string, child: ChildProcess): Promise<boolean> {
  const limit = performance.now() + START_LIMIT_MS;
  while (child.exitCode === null && performance.now() < limit) {
    const postmaster = await readPostmaster(folder);
    if (postmaster?.pid === child.pid && postmaster?.ready) return true;
    await setTimeout(5);
  }
  child.kill('SIGINT');
  return false;
}

/** Loopback only, and no socket files; its log holds no values, because rows hold personal data. */
function settings(port: number): string[] {
  const values = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    shared_buffers: '256MB',
    jit: 'off',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}

function refusal(cluster: Cluster, output: string, logFile: string): StartProblem {
  if (output.includes('lock file "postmaster.pid" already exists')) {
    return new StartProblem(`DATA_DIR: another portal is using ${cluster.folder}.`);
  }
  const fatal = output.split('\n').findLast(line => line.includes('FATAL:'));
  const reason = fatal?.replace(/^.*FATAL:\s*/, '') ?? 'no reason was given';
  return new StartProblem(`The built-in PostgreSQL did not start: ${reason} (more in ${logFile})`);
}
