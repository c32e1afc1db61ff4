import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../src/database/embedded.ts';
import { startPortal } from './child.ts';
import { benchFiling } from './filing.ts';
import { benchPages } from './pages.ts';

/** Prints a line a metric: `name value floor ratio unit`. Value and floor come from the same run; ratio = value / floor. */
const dataDir = await mkdtemp(join(tmpdir(), 'portal-bench-'));
const database = await openEmbedded({ dataDir });
try {
  const env = { DATA_DIR: dataDir, DATABASE_URL: database.url, DEMO: 'on' };
  const portal = await startPortal(env);
  try {
    await benchPages({ origin: portal.origin, databaseUrl: database.url, print });
  } finally {
    await portal.stop();
  }
  await benchFiling({ dataDir, databaseUrl: database.url, print });
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true });
}

export interface Figure {
  name: string;
  value: number;
  floor: number;
  unit: string;
}

function print({ name, value, floor, unit }: Figure): void {
  console.log(`${name} ${round(value)} ${round(floor)} ${(value / floor).toFixed(2)} ${unit}`);
}

function round(value: number): string {
  return value < 100 ? value.toFixed(2) : value.toFixed(0);
}
