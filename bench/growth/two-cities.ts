import { Client } from 'pg';
import { loadConfig } from '../../src/config/load.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { type Server, startPortal } from '../child.ts';
import type { Print } from '../figure.ts';
import { fill } from './fill.ts';

export interface City extends Server {
  databaseUrl: string;
}

interface Cities {
  small: City;
  large: City;
  stop: () => Promise<void>;
}

interface Wanted {
  /** Where the data lie; what lies there from another run is used again. */
  folder: string;
  /** Closed cases of the large city; there are a tenth as many open ones. */
  cases: number;
  print: Print;
}

const smallCases = 10_000;
/** As for a server of this size; tables are tidied up once they are filled, not while measuring. */
const flags = ['shared_buffers=2GB', 'max_wal_size=16GB', 'checkpoint_timeout=30min', 'autovacuum=off'].flatMap(
  flag => ['-c', flag],
);

/** The same demo city twice in one PostgreSQL, with few cases and with many, and a portal over each. */
export async function openCities({ folder, cases, print }: Wanted): Promise<Cities> {
  const database = await openEmbedded({ dataDir: folder, flags });
  const other = await createDatabase(database);
  const small = await openCity(folder, { ...other, cases: smallCases });
  const large = await openCity(folder, {
    url: database.url,
    superuserUrl: named(database.superuserUrl, 'portal'),
    cases,
  });
  if (large.seconds !== null) print({ name: 'seed', value: large.seconds * 1000, floor: 300_000, unit: 'ms' });
  return {
    small: small.city,
    large: large.city,
    stop: async () => {
      await Promise.all([small.city.stop(), large.city.stop()]);
      await database.stop();
    },
  };
}

interface Urls {
  url: string;
  superuserUrl: string;
}

async function createDatabase({ url, superuserUrl }: Urls): Promise<Urls> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'portal_small'`);
  if (!rowCount) await client.query('CREATE DATABASE portal_small OWNER portal');
  await client.end();
  return { url: named(url, 'portal_small'), superuserUrl: named(superuserUrl, 'portal_small') };
}

function named(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).toString();
}

/** The portal itself makes the tables and the demo. */
async function openCity(
  folder: string,
  { url, superuserUrl, cases }: Urls & { cases: number },
): Promise<{ city: City; seconds: number | null }> {
  const portal = await startPortal({ DATA_DIR: folder, DATABASE_URL: url, DEMO: 'on' });
  const { secretKey } = await loadConfig({ DATA_DIR: folder, DATABASE_URL: url });
  const filled = await isFilled(superuserUrl);
  const work = { databaseUrl: superuserUrl, secretKey, closed: cases, open: Math.round(cases / 10) };
  const seconds = filled ? null : await fill(work);
  return { city: { ...portal, databaseUrl: url }, seconds };
}

async function isFilled(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rowCount } = await client.query(`SELECT FROM "case" OFFSET 1000 LIMIT 1`);
  await client.end();
  return rowCount === 1;
}
