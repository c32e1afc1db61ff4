import { join } from 'node:path';
import type { Pool } from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { createDefinitions } from './agendas/definitions.ts';
import type { Definitions } from './agendas/definitions.ts';
import { createFileStore } from './attachments/store.ts';
import type { FileStore } from './attachments/store.ts';
import type { Config } from './config.ts';
import { createPool, createPrisma } from './database/client.ts';
import type { PrismaClient } from './generated/prisma/client.ts';
import { createBoss } from './jobs/boss.ts';
import { createLog } from './log.ts';
import { createVault } from './vault/vault.ts';
import type { Vault } from './vault/vault.ts';
import type { Csrf } from './web/csrf.ts';
import type { PageCache } from './web/page-cache.ts';

/** Everything a slice may need, wired once. */
export interface Deps {
  config: Config;
  db: PrismaClient;
  /** For what is not Prisma's: sessions, rate limits. Same database. */
  pool: Pool;
  boss: PgBoss;
  now: () => Temporal.Instant;
  vault: Vault;
  files: FileStore;
  /** Published agendas, by version. */
  definitions: Definitions;
  log: Logger;
}

/** What the routes of a slice are made from. */
export interface AppDeps extends Deps {
  csrf: Csrf;
  pages: PageCache;
}

/** Wires the parts; connections open when they are first needed. `closeDeps` ends them. */
export function createDeps({ config, databaseUrl }: { config: Config; databaseUrl: string }): Deps {
  const log = createLog(config);
  const pool = createPool(databaseUrl);
  const db = createPrisma(pool);
  return {
    config,
    log,
    pool,
    db,
    definitions: createDefinitions(db),
    boss: createBoss({ databaseUrl, log }),
    vault: createVault(config.secretKey),
    files: createFileStore(join(config.dataDir, 'files')),
    now: () => Temporal.Now.instant(),
  };
}

export async function closeDeps({ db, pool }: Pick<Deps, 'db' | 'pool'>): Promise<void> {
  await db.$disconnect();
  await pool.end();
}
