import { chmod, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { openEmbedded } from '../../src/database/embedded.ts';
import type { EmbeddedDatabase } from '../../src/database/embedded.ts';
import { quickFolder } from '../support/quick-folder.ts';

const dataDir = await quickFolder('portal-embedded-');
afterAll(() => rm(dataDir, { recursive: true }));

describe('the built-in database', () => {
  test('sorts as Czech does, knows Czech letters, and has what search needs', async () => {
    await using database = await open(dataDir);
    expect(
      await rows(
        database.url,
        `select string_agg(w, ' ' order by w) as words from unnest('{čas,cena,chata,had,zeď,žena}'::text[]) w`,
      ),
    ).toEqual([{ words: 'cena čas had chata zeď žena' }]);
    await rows(database.url, 'create extension unaccent');
    await rows(database.url, 'create extension pg_trgm');
    expect(await rows(database.url, `select unaccent('Žluťoučký kůň') as plain, lower('ŽLUŤ') as low`)).toEqual([
      { plain: 'Zlutoucky kun', low: 'žluť' },
    ]);
  });

  test('writes through to the disk, and is neither open to other machines nor run as a superuser', async () => {
    await using database = await open(dataDir);
    const [settings] = await rows(
      database.url,
      `select current_setting('fsync') as fsync, current_setting('listen_addresses') as listens,
              usesuper as superuser from pg_user where usename = current_user`,
    );
    expect(settings).toEqual({ fsync: 'on', listens: '127.0.0.1', superuser: false });
  });

  test('keeps its password from other accounts of the machine and wants it from everybody', async () => {
    await using database = await open(dataDir);
    expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600);
    const stranger = new URL(database.url);
    stranger.password = 'guess';
    await expect(rows(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  test('is joined by a command and refused to a second portal', async () => {
    await using first = await open(dataDir);
    const joined = await openEmbedded({ dataDir, share: true });
    expect(joined.url).toBe(first.url);
    await joined.stop();
    await expect(openEmbedded({ dataDir })).rejects.toThrow(/^DATA_DIR: another portal is running on/);
    expect(await rows(first.url, 'select 1 as here')).toEqual([{ here: 1 }]);
  });

  test('starts although its old process number belongs to another program now', async () => {
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}\n1\n1\n\n\n\nready\n`);
    await using database = await open(dataDir);
    expect(await rows(database.url, 'select 1 as here')).toEqual([{ here: 1 }]);
  });

  test.runIf(process.getuid?.() === 0)('works for root in a folder that nobody else can enter', async () => {
    const closed = await quickFolder('portal-closed-');
    await chmod(closed, 0o700);
    {
      await using database = await open(closed);
      expect(await rows(database.url, 'select 1 as here')).toEqual([{ here: 1 }]);
    }
    const folder = await realpath(join(closed, 'postgres'));
    expect(dirname(folder)).toBe('/var/lib/portal-obcana');
    await rm(folder, { recursive: true });
    await expect(openEmbedded({ dataDir: closed })).rejects.toThrow(/points to a folder that no longer exists/);
    await rm(closed, { recursive: true });
  });
});

async function open(folder: string): Promise<EmbeddedDatabase & AsyncDisposable> {
  const database = await openEmbedded({ dataDir: folder });
  return { ...database, [Symbol.asyncDispose]: database.stop };
}

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
