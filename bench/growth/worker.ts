import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createVault } from '../../src/vault/vault.ts';
import { chanceOf } from './chance.ts';
import { copyFile } from './copy.ts';
import { readKinds } from './kinds.ts';
import { columns, makeCase, type Rows, type Table } from './make-case.ts';
import { ownTokens } from './own-tokens.ts';

/** A share of the cases: every second batch, when there are two workers. */
export interface Share {
  /** Of a superuser, so that what the rows refer to need not be looked up row by row. */
  databaseUrl: string;
  secretKey: string;
  closed: number;
  open: number;
  worker: number;
  workers: number;
  /** Milliseconds. */
  now: number;
}

const batch = 2000;
const dayMs = 86_400_000;
const firstNumber = 1000;
const tables = Object.keys(columns) as Table[];

process.once('message', (share: Share) => {
  void write(share).then(() => process.disconnect?.());
});

async function write({ databaseUrl, secretKey, closed, open, worker, workers, now }: Share): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`SET session_replication_role = replica; SET synchronous_commit = off`);
  const vault = createVault(secretKey);
  const kinds = await readKinds(client, vault, Temporal.PlainDate.from('2026-05-04'));
  const tokensOf = ownTokens(vault);
  const total = closed + open;
  for (let first = worker * batch; first < total; first += workers * batch) {
    const chance = chanceOf(first);
    const rows: Rows = { draft: [], submission: [], case_event: [], '"case"': [], case_search: [] };
    for (let i = first; i < Math.min(first + batch, total); i++) {
      const isClosed = i < closed;
      const at = isClosed ? closedSince(i / closed, now) : openSince((i - closed) / open, now);
      const made = makeCase({ number: firstNumber + i, at, now, isClosed }, { vault, kinds, chance, tokensOf });
      for (const table of tables) rows[table].push(...(made[table] ?? []));
    }
    for (const table of tables) await copyRows(client, table, rows[table]);
  }
  await client.end();
}

/** Three years of them, the last filed two months ago. */
function closedSince(share: number, now: number): number {
  return Math.floor(now - dayMs * (60 + 1036 * (1 - share)));
}

/** The last two months. */
function openSince(share: number, now: number): number {
  return Math.floor(now - dayMs * 60 * (1 - share));
}

async function copyRows(client: Client, table: Table, rows: Buffer[]): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${table} (${columns[table]}) FROM STDIN BINARY`));
  await pipeline(Readable.from([copyFile(rows)]), stream);
}
