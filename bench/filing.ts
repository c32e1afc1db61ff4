import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileCase } from '../src/cases/commands.ts';
import { loadConfig } from '../src/config/load.ts';
import { dayInPrague } from '../src/core/czech/format.ts';
import type { Entries } from '../src/core/form/answers.ts';
import { checkDefinition } from '../src/core/form/check-definition.ts';
import type { Definition } from '../src/core/form/definition.ts';
import { evaluate } from '../src/core/form/evaluate.ts';
import { closeDeps, createDeps, type Deps } from '../src/deps.ts';
import { openQueues } from '../src/jobs/queues.ts';
import { type Figure, middle, type Print } from './figure.ts';
import { fileBare, type Row } from './floors/filing.ts';

type Params = { dataDir: string; databaseUrl: string; print: Print };

const slug = 'ohlaseni-psa';
const filings = 3000;
const concurrency = 8;

/**
 * Durable filings per second by 8 people at once: from what was typed to the commit, without HTTP. Value and floor take
 * turns, so that a machine that slows down slows both.
 */
export async function benchFiling({ dataDir, databaseUrl, print }: Params): Promise<void> {
  const config = await loadConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' });
  const deps = createDeps({ config, databaseUrl });
  await openQueues(deps.boss);
  try {
    const definition = await read(`../prisma/seed/agendas/${slug}.json`);
    const entries = JSON.parse(await readText(`../tests/core/form/examples/${slug}.json`)) as Entries;
    const fileAll = (draftIds: string[]): Promise<number> => filePerSecond({ deps, definition, entries, draftIds });

    await fileAll(await makeDrafts(deps, 200));
    const rows = await rowsOfLastFiling(deps);
    const figures: Figure[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const floor = await fileBare({ databaseUrl, rows, draftIds: await makeDrafts(deps, filings), concurrency });
      const value = await fileAll(await makeDrafts(deps, filings));
      figures.push({ name: 'filing', value, floor, unit: 'filings/s' });
    }
    print(middle(figures));
  } finally {
    await deps.boss.stop({ graceful: false });
    await closeDeps(deps);
  }
}

interface Work {
  deps: Deps;
  definition: Definition;
  entries: Entries;
  draftIds: string[];
}

async function filePerSecond({ deps, definition, entries, draftIds }: Work): Promise<number> {
  const waiting = [...draftIds];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let draftId = waiting.pop(); draftId !== undefined; draftId = waiting.pop()) {
        const now = deps.now();
        const evaluation = evaluate(definition, entries, { today: dayInPrague(now) });
        const actor = { kind: 'guest' } as const;
        const result = await fileCase(deps, { draftId, draftVersion: 0, actor, definition, evaluation, now });
        if (!result.ok) throw new Error(`a filing was refused: ${result.reason}`);
      }
    }),
  );
  return draftIds.length / ((performance.now() - started) / 1000);
}

async function makeDrafts({ db, vault }: Deps, count: number): Promise<string[]> {
  const version = await db.agendaVersion.findFirstOrThrow({ where: { agenda: { slug }, status: 'published' } });
  const expiresAt = new Date(Date.now() + 86_400_000);
  const drafts = Array.from({ length: count }, () => {
    const id = randomUUID();
    return {
      id,
      agendaVersionId: version.id,
      entries: vault.seal('{}', `draft/${id}/entries`),
      visited: [],
      expiresAt,
    };
  });
  await db.draft.createMany({ data: drafts });
  return drafts.map(({ id }) => id);
}

/** What one filing leaves in the database, to be written again by the floor. Numbers the database gives are left out. */
async function rowsOfLastFiling({ pool }: Deps): Promise<Row[]> {
  const last = `(SELECT id FROM "case" ORDER BY filed_at DESC LIMIT 1)`;
  const sources: [table: string, where: string, without: string[]][] = [
    ['"case"', `id = ${last}`, []],
    ['submission', `case_id = ${last}`, []],
    ['case_search', `case_id = ${last}`, []],
    ['case_event', `case_id = ${last}`, ['id']],
    ['audit_record', `subject = 'case/' || ${last}`, ['id']],
    ['mail', `case_id = ${last}`, []],
    ['pgboss.job', `data->>'mailId' = (SELECT id::text FROM mail WHERE case_id = ${last})`, []],
  ];
  const rows: Row[] = [];
  for (const [table, where, without] of sources) {
    const found = await pool.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE ${where}`);
    for (const row of found.rows) {
      const filled = Object.entries(row).filter(([name, value]) => value !== null && !without.includes(name));
      rows.push({ table, columns: Object.fromEntries(filled) });
    }
  }
  return rows;
}

async function read(file: string): Promise<Definition> {
  const checked = checkDefinition(JSON.parse(await readText(file)));
  if (!checked.ok) throw new Error(`${file} is not an agenda`);
  return checked.definition;
}

function readText(file: string): Promise<string> {
  return readFile(new URL(file, import.meta.url), 'utf8');
}
