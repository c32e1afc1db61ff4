import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { quickFolder } from './quick-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A superuser's address of the run's server. */
    postgresUrl: string;
  }
}

/** One server for the whole run, with a migrated database from which every test file gets its own copy. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await quickFolder('portal-tests-');
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
