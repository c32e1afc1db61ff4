import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Pool } from 'pg';
import { afterAll, inject } from 'vitest';
import { createPool, createPrisma } from '../../src/database/client.ts';
import type { PrismaClient } from '../../src/generated/prisma/client.ts';

export interface TestDatabase {
  /** The address as the portal would get it: the role owns the database and is no superuser. */
  url: string;
  pool: Pool;
  db: PrismaClient;
}

/**
 * A migrated, empty database of its own. Called at the top of a test file (`const { db } = await testDatabase();`)
 * it closes itself after the file's last test.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const url = await createDatabase();
  const pool = createPool(url);
  const db = createPrisma(pool);
  afterAll(async () => {
    await db.$disconnect();
    await pool.end();
  });
  return { url, pool, db };
}

/** Only the address; for a portal that is started as a process. `empty` is without tables. */
export async function createDatabase(params: { empty?: boolean } = {}): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const server = new URL(inject('postgresUrl'));
  const client = new Client({ connectionString: server.href });
  await client.connect();
  await client.query(
    `create database ${name} owner portal template ${params.empty ? 'template0' : 'template_portal'} strategy file_copy`,
  );
  await client.end();
  return `postgresql://portal:${server.password}@${server.host}/${name}`;
}
