import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { quickFolder } from './quick-folder.ts';

const root = join(import.meta.dirname, '..', '..');

/** The portal as the operator runs it: a process of its own. */
export interface PortalProcess {
  url: string;
  pid: number;
  /** All it has said, on stdout and stderr together. */
  output: () => string;
  signal: (name: NodeJS.Signals) => void;
  /** Settles with the exit code; null where a signal killed it. */
  ended: Promise<number | null>;
}

type Environment = Record<string, string>;

/** Starts the portal on a free port and waits until it says that it is ready, or until it ends. */
export async function startPortalProcess(environment: Environment): Promise<PortalProcess> {
  const port = environment['PORT'] ?? String(await freePort());
  const portal = run('src/main.ts', [], { ...environment, PORT: port });
  onTestFinished(async () => {
    portal.signal('SIGTERM');
    await portal.ended;
  });
  await Promise.race([portal.says('is ready at'), portal.ended]);
  return { ...portal, url: `http://127.0.0.1:${port}` };
}

/** Runs an operator's command to its end. */
export async function runCommand(
  args: string[],
  environment: Environment,
): Promise<{ code: number | null; output: string }> {
  const command = run('src/cli.ts', args, environment);
  return { code: await command.ended, output: command.output() };
}

/** A folder of its own for DATA_DIR, removed after the test; or after the file, when asked for outside of a test. */
export async function dataFolder(after: (remove: () => Promise<void>) => void = onTestFinished): Promise<string> {
  const folder = await quickFolder('portal-data-');
  after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Nothing of the test run's own environment gets through but where programs are. */
function run(script: string, args: string[], environment: Environment) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const heard: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const look of heard) look();
    });
  }
  return {
    pid: child.pid ?? 0,
    output: () => output,
    signal: (name: NodeJS.Signals) => void child.kill(name),
    ended: once(child, 'close').then(([code]): number | null => (typeof code === 'number' ? code : null)),
    says: (words: string) =>
      new Promise<void>(resolve => {
        const look = (): void => {
          if (output.includes(words)) resolve();
        };
        heard.push(look);
        look();
      }),
  };
}
