import type { Pool } from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { FileStore } from './attachments/store.ts';
import type { Config } from './config.ts';
import type { PrismaClient } from './generated/prisma/client.ts';
import type { Vault } from './vault/vault.ts';
import type { Csrf } from './web/csrf.ts';

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
  log: Logger;
}

/** What the routes of a slice are made from. */
export interface AppDeps extends Deps {
  csrf: Csrf;
}
