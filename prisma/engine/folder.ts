import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';

export interface Migration {
  name: string;
  script: string;
  /** As Prisma records it: SHA-256 of the script, in hexadecimal. */
  checksum: string;
}

export const migrationsFolder = join(import.meta.dirname, '..', 'migrations');

/** Every database is alike to the engine: no table is managed by somebody else. */
export const filters = { externalTables: [], externalEnums: [] };

/** The migrations in the order in which they are applied. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name);
  return Promise.all(
    names.sort().map(async name => {
      const script = await readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    }),
  );
}

export async function readSchema(): Promise<string> {
  return readFile(join(import.meta.dirname, '..', 'schema.prisma'), 'utf8');
}

/** The same in the shape the engine takes. */
export function migrationList(migrations: Migration[]): MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  };
}
