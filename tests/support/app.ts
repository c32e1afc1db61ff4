import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { seed } from '../../prisma/seed/index.ts';
import { createApp } from '../../src/app.ts';
import { createDefinitions } from '../../src/agendas/definitions.ts';
import { createFileStore } from '../../src/attachments/store.ts';
import type { Config } from '../../src/config.ts';
import { readSettings } from '../../src/config/read.ts';
import type { Deps } from '../../src/deps.ts';
import type { PrismaClient } from '../../src/generated/prisma/client.ts';
import { createBoss } from '../../src/jobs/boss.ts';
import { openQueues } from '../../src/jobs/queues.ts';
import { createVault } from '../../src/vault/vault.ts';
import { testDatabase } from './database.ts';
import { Visitor } from './visitor.ts';

interface Credentials {
  email: string;
  password: string;
}

export interface Portal {
  app: Express;
  deps: Deps;
  db: PrismaClient;
  /** What the portal has logged so far. */
  log: () => string;
  /** The portal's clock stands where a test puts it. */
  setNow: (instant: string) => void;
  /** A browser; signed in when given an account made by the factories. */
  visitor: (account?: Credentials) => Promise<Visitor>;
}

const secretKey = 'a key for tests, as long as a key must be';

/** The whole portal with the city seeded, on a database of its own; only jobs are not worked off. Closes itself. */
export async function startPortal(changes: Partial<Config> = {}): Promise<Portal> {
  const { url, pool, db } = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-test-'));
  const config = { ...settings(), databaseUrl: url, dataDir, secretKey, ...changes };
  let lines = '';
  const log = pino({ level: 'debug' }, { write: line => (lines += line) });
  let fixedNow: Temporal.Instant | undefined;
  const boss = createBoss({ databaseUrl: url, log });
  await openQueues(boss);
  const deps: Deps = {
    config,
    db,
    pool,
    boss,
    now: () => fixedNow ?? Temporal.Now.instant(),
    vault: createVault(secretKey),
    files: createFileStore(join(dataDir, 'files')),
    definitions: createDefinitions(db),
    log,
  };
  await seed(deps, { demo: false });
  const app = createApp(deps);
  afterAll(async () => {
    await boss.stop({ graceful: false });
    await rm(dataDir, { recursive: true });
  });
  return {
    app,
    deps,
    db,
    log: () => lines,
    setNow: instant => (fixedNow = Temporal.Instant.from(instant)),
    visitor: async account => {
      const visitor = new Visitor(app);
      if (account) await signIn(visitor, account);
      return visitor;
    },
  };
}

async function signIn(visitor: Visitor, { email, password }: Credentials): Promise<void> {
  const page = await visitor.submit('/prihlaseni', { form: 'form:has([name=password])', fields: { email, password } });
  if (page.path.startsWith('/prihlaseni')) throw new Error(`not signed in: ${page.text}`);
}

/** As in development, but for limits that only their own tests should meet. */
function settings() {
  const reading = readSettings({ NODE_ENV: 'test', PORT: '3000', DEMO: 'off' });
  if (!reading.ok) throw new Error(reading.message);
  const rates = Object.fromEntries(Object.keys(reading.settings.rates).map(name => [name, 100_000]));
  return { ...reading.settings, rates: { ...reading.settings.rates, ...rates } };
}
