import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../src/database/embedded.ts';
import { startPortal } from './child.ts';
import { type Figure, line } from './figure.ts';
import { benchDesigner } from './designer.ts';
import { benchFiling } from './filing.ts';
import { benchForm } from './form.ts';
import { benchPages } from './pages.ts';

/** Prints the figures we hold ourselves to, each beside a floor measured in the same run. */
benchForm({ print });
const dataDir = await mkdtemp(join(tmpdir(), 'portal-bench-'));
const database = await openEmbedded({ dataDir });
try {
  const env = { DATA_DIR: dataDir, DATABASE_URL: database.url, DEMO: 'on' };
  const portal = await startPortal(env);
  try {
    await benchPages({ origin: portal.origin, databaseUrl: database.url, print });
    await benchDesigner({ origin: portal.origin, databaseUrl: database.url, print });
  } finally {
    await portal.stop();
  }
  await benchFiling({ dataDir, databaseUrl: database.url, print });
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true });
}

function print(figure: Figure): void {
  console.log(line(figure));
}
