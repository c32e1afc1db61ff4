import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { closedCases } from './closed.ts';
import type { Share } from './worker.ts';

interface Filling {
  /** Of a superuser. */
  databaseUrl: string;
  secretKey: string;
  closed: number;
  open: number;
}

const workers = 2;
const tables = ['draft', 'case', 'submission', 'case_event', 'case_search'];

/** Puts so many cases into the database of a demo city, through its own tables and types. Gives the seconds it took. */
export async function fill({ databaseUrl, secretKey, closed, open }: Filling): Promise<number> {
  const started = performance.now();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(people);
  const indexes = await dropIndexes(client);
  const now = Date.now();
  await Promise.all(
    Array.from({ length: workers }, (_, worker) =>
      inAnotherProcess({ databaseUrl, secretKey, closed, open, worker, workers, now }),
    ),
  );
  await Promise.all(closedCases.map(statements => unchecked(databaseUrl, statements)));
  await client.query(`SELECT setval('case_number', (SELECT max(split_part(reference, '-', 2)::int) FROM "case"))`);
  await client.query(fortyOfMarie);
  await client.query(`SET maintenance_work_mem = '1GB'`);
  for (const index of indexes) await client.query(index);
  await client.query(lookedAt);
  await client.query('VACUUM (ANALYZE) "case", case_search, case_visit, case_watch');
  await client.query('ANALYZE');
  await client.end();
  return (performance.now() - started) / 1000;
}

/** Without looking up, row by row, what the rows refer to. */
async function unchecked(databaseUrl: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`SET session_replication_role = replica`);
  await client.query(statements);
  await client.end();
}

async function inAnotherProcess(share: Share): Promise<void> {
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)));
  child.send(share);
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error('a worker failed');
}

/** Made again when the rows are there, which takes a fraction of keeping them all the while. Those of keys stay. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i WHERE i.indrelid::regclass::text = ANY($1) AND NOT i.indisunique`,
    [tables.map(name => (name === 'case' ? '"case"' : name))],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

/** Four hundred officers, in the departments that have an agenda. */
const people = `
  WITH place AS (
    SELECT array_agg(DISTINCT d.id) AS ids FROM agenda_version v JOIN department d ON d.slug = v.definition->>'department'
  ), new_account AS (
    INSERT INTO account (id, email, name, password_hash, confirmed_at)
    SELECT uuidv7(), 'urednik' || n || '@hradeckralove.example', 'Úředník č. ' || n, '-', now()
    FROM generate_series(1, 400) n
    RETURNING id, substr(split_part(email, '@', 1), 8)::int AS n
  )
  INSERT INTO officer (id, account_id, department_id, job_title, phone, roles)
  SELECT uuidv7(), id, ids[1 + n % cardinality(ids)], 'referent', '+420 495 707 999', '{clerk}' FROM new_account, place`;

const marie = `(SELECT o.id FROM officer o JOIN account a ON a.id = o.account_id WHERE a.email = 'marie.dvorakova@hradeckralove.example')`;

/** However few cases there are, this clerk has a day's work. */
const fortyOfMarie = `
  UPDATE "case" SET officer_id = ${marie} WHERE id IN (
    SELECT id FROM "case" WHERE decided_at IS NULL AND officer_id IS NOT NULL
      AND department_id = (SELECT department_id FROM officer WHERE id = ${marie}) LIMIT 40)`;

/** Officers have had their open cases on the desk, and keep an eye on some. */
const lookedAt = `
  INSERT INTO case_visit (case_id, officer_id, seen_at)
  SELECT id, officer_id, changed_at - interval '1 day' * (random() < 0.2)::int FROM "case"
  WHERE officer_id IS NOT NULL AND decided_at IS NULL ON CONFLICT DO NOTHING;
  INSERT INTO case_watch (officer_id, case_id, at)
  SELECT officer_id, id, now() FROM (
    SELECT officer_id, id, row_number() OVER (PARTITION BY officer_id) AS n FROM "case" WHERE officer_id IS NOT NULL AND decided_at IS NULL
  ) own WHERE n <= 20 ON CONFLICT DO NOTHING`;
