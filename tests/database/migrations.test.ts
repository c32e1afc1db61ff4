import { Client, type QueryResult } from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { schemaDrift } from '../../prisma/create-migration.ts';
import { migrate } from '../../prisma/migrate.ts';
import { readMigrations } from '../../prisma/engine/folder.ts';
import { createDatabase, testDatabase } from '../support/database.ts';

const { pool } = await testDatabase();

describe('migrations', () => {
  test('build exactly what schema.prisma says', async () => {
    expect(await schemaDrift(inject('postgresUrl'))).toBe('');
  });

  test('are applied once, in order, and recorded as Prisma records them', async () => {
    const url = await createDatabase({ empty: true });
    const names = (await readMigrations()).map(({ name }) => name);
    expect(await migrate(url)).toEqual(names);
    expect(await migrate(url)).toEqual([]);
    expect(await recorded(url)).toEqual(names);
  });

  test('are applied once by replicas that start together', async () => {
    const url = await createDatabase({ empty: true });
    await Promise.all([migrate(url), migrate(url)]);
    expect(await recorded(url)).toEqual((await readMigrations()).map(({ name }) => name));
  });

  test('that were cut short are tried again', async () => {
    const url = await createDatabase({ empty: true });
    await run(
      url,
      `create table _prisma_migrations (id varchar(36) primary key not null, checksum varchar(64) not null,
         finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
         started_at timestamptz not null default now(), applied_steps_count integer not null default 0);
       insert into _prisma_migrations (id, checksum, migration_name) values ('cut-short', 'x', '20200101000000_any')`,
    );
    expect(await migrate(url)).toHaveLength((await readMigrations()).length);
  });

  test('that changed after they were applied are refused by name', async () => {
    const url = await createDatabase();
    await run(url, `update _prisma_migrations set checksum = 'other' where migration_name like '%_initial'`);
    await expect(migrate(url)).rejects.toThrow(/The migration \d+_initial was changed after/);
  });
});

describe('the database itself refuses', () => {
  const evidence = ['submission', 'case_event', 'audit_record', 'case_message', 'case_correction'];
  test.each(evidence)('to empty %s', async table => {
    await expect(pool.query(`truncate "${table}" cascade`)).rejects.toThrow('what was recorded stays');
  });

  test('to change or delete an audit record', async () => {
    await pool.query(
      `insert into audit_record (at, actor_kind, action, subject, details) values (now(), 'system', 'a', 's', '{}')`,
    );
    await expect(pool.query(`update audit_record set action = 'b'`)).rejects.toThrow('what was recorded stays');
    await expect(pool.query('delete from audit_record')).rejects.toThrow('what was recorded stays');
  });

  test('a second draft and a second published version of an agenda', async () => {
    await addAgenda('one-of-each');
    await addVersion({ agenda: 'one-of-each', number: 1, status: 'published' });
    await addVersion({ agenda: 'one-of-each', number: 2, status: 'draft' });
    for (const status of ['published', 'draft']) {
      await expect(addVersion({ agenda: 'one-of-each', number: 3, status })).rejects.toThrow(`one_${status}`);
    }
  });

  test('a draft beside a version that waits for its time, which may go back to being one', async () => {
    await addAgenda('waiting');
    await addVersion({ agenda: 'waiting', number: 1, status: 'draft' });
    const change = (set: string) => updateVersions('waiting', set);
    await expect(change(`status = 'scheduled'`)).rejects.toThrow('scheduled_has_time');
    await change(`status = 'scheduled', publish_at = now()`);
    await expect(addVersion({ agenda: 'waiting', number: 2, status: 'draft' })).rejects.toThrow('one_draft');
    await expect(change(`title = 'other'`)).rejects.toThrow('is refused');
    await change(`status = 'draft', publish_at = null`);
    await change(`title = 'other'`);
  });

  test('to change a trial, of which there may be many, and lets it go', async () => {
    await addAgenda('tried');
    await addVersion({ agenda: 'tried', number: 1, status: 'draft' });
    for (const status of ['trial', 'trial']) await addVersion({ agenda: 'tried', number: 1, status });
    await expect(addVersion({ agenda: 'tried', number: 1, status: 'superseded' })).rejects.toThrow('one_of_number');
    const trials = `where status = 'trial' and agenda_id = (select id from agenda where slug = 'tried')`;
    for (const set of [`title = 'other'`, `status = 'published'`, `status = 'draft'`]) {
      await expect(pool.query(`update agenda_version set ${set} ${trials}`)).rejects.toThrow('is refused');
    }
    await pool.query(`delete from agenda_version ${trials}`);
  });

  const left = ['published', 'superseded', 'withdrawn', 'scheduled', 'trial'];
  const changes = {
    words: `definition = '{"title": "other"}'`,
    title: `title = 'other'`,
    number: 'number = 9',
    agenda: `agenda_id = (select id from agenda where slug = 'elsewhere')`,
    name: 'id = gen_random_uuid()',
    age: `created_at = created_at - interval '1 day'`,
  };
  test.each(left)('to change the words, title, number, agenda, name or age of a %s version', async status => {
    const agenda = `immutable-${status}`;
    await addAgenda(agenda);
    await addAgenda('elsewhere');
    await addVersion({ agenda, number: 1, status });
    for (const change of Object.values(changes)) {
      await expect(updateVersions(agenda, change), change).rejects.toThrow('UPDATE of a published agenda version');
    }
  });

  test.each(left.filter(status => status !== 'trial'))('to delete a %s version', async status => {
    const agenda = `kept-${status}`;
    await addAgenda(agenda);
    await addVersion({ agenda, number: 1, status });
    await expect(
      pool.query('delete from agenda_version where agenda_id = (select id from agenda where slug = $1)', [agenda]),
    ).rejects.toThrow('DELETE of a published agenda version is refused');
  });

  test('nothing of a draft', async () => {
    await addAgenda('written');
    await addAgenda('elsewhere');
    for (const [name, change] of Object.entries(changes)) {
      await addVersion({ agenda: 'written', number: 1, status: 'draft' });
      expect((await updateVersions('written', change)).rowCount, name).toBe(1);
      await pool.query(`delete from agenda_version where status = 'draft'`);
    }
  });

  test('to make a published version a draft again, and lets it be superseded', async () => {
    await addAgenda('published');
    await addVersion({ agenda: 'published', number: 1, status: 'published' });
    await expect(updateVersions('published', `status = 'draft'`)).rejects.toThrow(
      'UPDATE of a published agenda version',
    );
    await updateVersions('published', `status = 'superseded'`);
  });
});

/** Does nothing when it is there. */
async function addAgenda(slug: string): Promise<void> {
  await pool.query('insert into agenda (id, slug) values (gen_random_uuid(), $1) on conflict do nothing', [slug]);
}

async function addVersion(version: { agenda: string; number: number; status: string }): Promise<void> {
  await pool.query(
    `insert into agenda_version (id, agenda_id, number, status, title, definition, publish_at)
     select gen_random_uuid(), id, $2, $3::version_status, 'T', '{}', case $3 when 'scheduled' then now() end
     from agenda where slug = $1`,
    [version.agenda, version.number, version.status],
  );
}

async function updateVersions(agenda: string, set: string): Promise<QueryResult> {
  return pool.query(
    `update agenda_version set ${set} where agenda_id = (select id from agenda where slug = '${agenda}')`,
  );
}

async function recorded(url: string): Promise<string[]> {
  const rows = await run(url, 'select migration_name from _prisma_migrations where finished_at is not null order by 1');
  return rows.map(row => String(row['migration_name']));
}

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
