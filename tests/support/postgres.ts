import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.ts';
import { openEmbedded } from '../../src/database/embedded.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A superuser's address of the run's server. */
    postgresUrl: string;
  }
}

const ROOM = 4 * 1024 ** 3;

/** One server for the whole run, with a migrated database from which every test file gets its own copy. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(await quickFolder(), 'portal-tests-'));
  await chmod(dataDir, 0o711); // as root, the server's own account passes through
  const server = await openEmbedded({ dataDir, flags: ['-c', 'fsync=off', '-c', 'max_connections=300'] });
  const remove = async (): Promise<void> => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(server.url);
    await installJobs(server.url);
    await renameDatabase(server.superuserUrl);
  } catch (error) {
    await remove();
    throw error;
  }
  project.provide('postgresUrl', server.superuserUrl);
  return remove;
}

/** In memory where the machine has room for it: a copy of the database then takes 30 ms rather than 300. */
async function quickFolder(): Promise<string> {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > ROOM ? memory : tmpdir();
}

async function installJobs(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, schema: 'pgboss', supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
}

async function renameDatabase(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query('alter database portal rename to template_portal');
  await client.end();
}
