import { randomUUID } from 'node:crypto';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { Pool } from 'pg';
import { connectReadingChar } from './char-columns.ts';

/** How the migration engine reaches PostgreSQL; the engine leaves its connections to be closed by who lent them. */
export interface EngineAdapter {
  factory: SqlMigrationAwareDriverAdapterFactory;
  close: () => Promise<void>;
}

/**
 * Prisma's own adapter cuts a script at every semicolon, which breaks functions, and sends the pieces one by one.
 * Here a script goes to the server whole, so it holds or fails as one; what `afterScript` adds belongs to the same
 * transaction.
 */
export function engineAdapter(params: { url: string; afterScript?: string }): EngineAdapter {
  const disposals: (() => Promise<void>)[] = [];
  const lend = async (url: string, afterScript = ''): Promise<SqlDriverAdapter> => {
    const pool = new Pool({ connectionString: url });
    disposals.unshift(() => pool.end());
    return wholeScripts(pool, afterScript);
  };
  return {
    factory: {
      provider: 'postgres',
      adapterName: '@prisma/adapter-pg',
      connect: () => lend(params.url, params.afterScript),
      connectToShadowDb: async () => {
        const scratch = await createScratch(params.url);
        disposals.unshift(scratch.drop);
        return lend(scratch.url);
      },
    },
    close: async () => {
      for (const dispose of disposals) await dispose();
    },
  };
}

async function wholeScripts(pool: Pool, afterScript: string): Promise<SqlDriverAdapter> {
  pool.on('error', () => undefined); // a broken idle connection shows in the next query
  const run = pool.query.bind(pool);
  const adapter = await connectReadingChar(pool);
  adapter.executeScript = async script => {
    await run(`${script}\n;${afterScript}`);
  };
  adapter.dispose = () => Promise.resolve();
  return adapter;
}

/** An empty database in which the engine replays the migrations to see what they build. */
async function createScratch(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = new Pool({ connectionString: url, max: 1 });
  const name = `scratch_${randomUUID().replaceAll('-', '')}`;
  await server.query(`create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return {
    url: address.href,
    drop: async () => {
      await server.query(`drop database ${name} with (force)`);
      await server.end();
    },
  };
}
