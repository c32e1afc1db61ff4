import { Client } from 'pg';
import { StartProblem } from '../src/start-problem.ts';
import { filters, migrationList, readMigrations } from './engine/folder.ts';
import type { Migration } from './engine/folder.ts';

const LOCK = 0x6d696772; // any number, the same in every portal

/** Ends the script's own transaction in Prisma's record, so that an unfinished record always means "undone". */
const FINISH = `update _prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null`;

/**
 * Brings the database up to prisma/migrations and returns the names that were applied. Replicas that start together
 * wait for one another. A migration that was cut short or failed was undone by the server and is tried again.
 * Refused with a StartProblem: a script that changed after it was applied, or one that fails.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const migrations = await readMigrations();
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if ((await pending(client, migrations)).length === 0) return [];
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const waiting = await pending(client, migrations);
    if (waiting.length > 0) await apply({ databaseUrl, client, migrations });
    return waiting;
  } finally {
    await client.end();
  }
}

/** Asked by plain SQL: on a start with nothing to do, which is nearly every start, the engine is not even loaded. */
async function pending(client: Client, migrations: Migration[]): Promise<string[]> {
  const { rows: tables } = await client.query<{ present: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as present`,
  );
  if (!tables[0]?.present) return migrations.map(({ name }) => name);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from _prisma_migrations
      where finished_at is not null and rolled_back_at is null`,
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const edited = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (edited) throw new StartProblem(`The migration ${edited.name} was changed after this database applied it.`);
  return migrations.map(({ name }) => name).filter(name => !applied.has(name));
}

async function apply(params: { databaseUrl: string; client: Client; migrations: Migration[] }): Promise<void> {
  const { databaseUrl, client, migrations } = params;
  const { withEngine } = await import('./engine/engine.ts');
  await undoUnfinished(client);
  try {
    await withEngine({ url: databaseUrl, afterScript: FINISH }, engine =>
      engine.applyMigrations({ migrationsList: migrationList(migrations), filters }),
    );
  } catch (error) {
    throw new StartProblem(`A migration failed and was undone: ${reason(error)}`);
  }
}

async function undoUnfinished(client: Client): Promise<void> {
  const { rows } = await client.query<{ present: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as present`,
  );
  if (!rows[0]?.present) return;
  await client.query(
    'update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null',
  );
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').trim() : String(error);
}
