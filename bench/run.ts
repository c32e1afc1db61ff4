import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedded } from '../src/database/embedded.ts';
import { startPortal } from './child.ts';
import { type Figure, line } from './figure.ts';
import { benchDesigner } from './designer.ts';
import { benchFiling } from './filing.ts';
import { benchForm } from './form.ts';
import { benchGrowth } from './growth.ts';
import { benchPages } from './pages.ts';

/**
 * Prints the figures we hold ourselves to, each beside a floor measured in the same run: all of them, or those that are
 * named (`form`, `pages`, `designer`, `filing`). `--cases` measures instead how costs grow up to so many.
 */
const { positionals: named, values: options } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string' }, keep: { type: 'string' } },
});
const isWanted = (name: string): boolean => named.includes(name) || (named.length === 0 && options.cases === undefined);

if (isWanted('form')) benchForm({ print });
// The form needs neither a database nor the portal.
if (['pages', 'designer', 'filing'].some(isWanted)) await benchPortal();
if (options.cases !== undefined) await benchCases(Number(options.cases), options.keep);

async function benchCases(cases: number, kept: string | undefined): Promise<void> {
  if (kept !== undefined) await mkdir(kept, { recursive: true });
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'portal-bench-')));
  try {
    await benchGrowth({ folder, cases, print });
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true });
  }
}

async function benchPortal(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-bench-'));
  const database = await openEmbedded({ dataDir });
  try {
    const env = { DATA_DIR: dataDir, DATABASE_URL: database.url, DEMO: 'on' };
    const portal = await startPortal(env);
    try {
      if (isWanted('pages')) await benchPages({ origin: portal.origin, dataDir, databaseUrl: database.url, print });
      if (isWanted('designer')) await benchDesigner({ origin: portal.origin, databaseUrl: database.url, print });
    } finally {
      await portal.stop();
    }
    if (isWanted('filing')) await benchFiling({ dataDir, databaseUrl: database.url, print });
  } finally {
    await database.stop();
    await rm(dataDir, { recursive: true });
  }
}

function print(figure: Figure): void {
  console.log(line(figure));
}
