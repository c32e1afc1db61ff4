import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withEngine } from './engine/engine.ts';
import { filters, migrationList, migrationsFolder, readMigrations, readSchema } from './engine/folder.ts';

/**
 * The SQL that leads from what the migrations build to what schema.prisma says; empty where they agree.
 * `serverUrl` is a superuser's: the migrations are replayed in a database that is made for it and dropped.
 */
export async function schemaDrift(serverUrl: string): Promise<string> {
  const schema = await readSchema();
  const { stdout } = await withEngine({ url: serverUrl }, async engine =>
    engine.diff({
      from: { tag: 'migrations', ...migrationList(await readMigrations()) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  return (stdout ?? '').replace(/^-- This is an empty migration\.\s*$/, '').trim();
}

/** Writes the next migration from the schema; where nothing changed, an empty one for SQL written by hand. */
export async function createMigration(params: {
  serverUrl: string;
  name: string;
  now: Temporal.Instant;
}): Promise<string> {
  const script = await schemaDrift(params.serverUrl);
  const stamp = params.now.toString({ smallestUnit: 'second' }).replaceAll(/\D/g, '');
  const folder = join(migrationsFolder, `${stamp}_${params.name}`);
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'migration.sql');
  await writeFile(file, `${script || '-- Written by hand: the schema has not changed.'}\n`, { flag: 'wx' });
  return file;
}
