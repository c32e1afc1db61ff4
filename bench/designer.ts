import { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { Client } from 'pg';
import type { Definition } from '../src/core/form/definition.ts';
import { Browser } from './browser.ts';
import { startFloor } from './child.ts';
import { type Figure, middle, type Print } from './figure.ts';
import { largeForm } from './large-form.ts';

type Params = { origin: string; databaseUrl: string; print: Print };

/** Late in the form, so that nearly all of it can be asked about. */
const stepIndex = 37;
const turns = 3;
const rounds = 4;

/**
 * Milliseconds of a click in the designer of the largest form an agenda may be: a field's form is sent, saved, and the page
 * it leads to is read. Each field of a step in turn, of every kind there is; the usual click of each turn.
 */
export async function benchDesigner({ origin, databaseUrl, print }: Params): Promise<void> {
  const { definition } = largeForm();
  await insertSketch(databaseUrl, { slug: 'velka', definition });
  const versionId = await insertSketch(databaseUrl, { slug: 'podlaha', definition });
  const admin = await Browser.signedIn(origin, 'sprava@hradeckralove.example');
  const paths = (definition.steps[stepIndex]?.fields ?? []).map(({ id }) => `/sprava/agendy/velka/navrh/otazky/${id}`);
  const click = async (path: string) => clickIn(admin, path);

  const { html, headers } = await admin.get(paths[0] ?? '');
  const kept = ['content-type', 'content-security-policy', 'cache-control'];
  const floor = await startFloor('designer', {
    body: html,
    headers: Object.fromEntries(kept.map(name => [name, headers.get(name) ?? ''])),
    databaseUrl,
    versionId,
  });
  try {
    const stranger = new Browser(floor.origin);
    const bareClick = () => timed(stranger, '/', new URLSearchParams());
    await usual(paths, click);
    await usual(paths, bareClick);
    const figures: Figure[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const bare = await usual(paths, bareClick);
      figures.push({ name: 'designer-save', value: await usual(paths, click), floor: bare, unit: 'ms' });
    }
    print(middle(figures));
  } finally {
    await floor.stop();
  }
}

/** The median over some rounds of the fields. */
async function usual(paths: string[], click: (path: string) => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const path of paths) times.push(await click(path));
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** What stands in the field's form, with another label. */
async function clickIn(admin: Browser, path: string): Promise<number> {
  const { html } = await admin.get(path);
  const fields = load(html)('form[data-autosave]').serializeArray();
  const form = new URLSearchParams(fields.map(({ name, value }) => [name, value]));
  form.set('label', form.get('label')?.endsWith('.') ? 'Na co se ptáme' : 'Na co se ptáme.');
  return timed(admin, path, form);
}

async function timed(browser: Browser, path: string, form: URLSearchParams): Promise<number> {
  const started = performance.now();
  await browser.get(await browser.post(path, form));
  return performance.now() - started;
}

/** Gives the id of the version that is being written. */
async function insertSketch(
  databaseUrl: string,
  { slug, definition }: { slug: string; definition: Definition },
): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const [agendaId, versionId] = [randomUUID(), randomUUID()];
  await client.query('INSERT INTO agenda (id, slug) VALUES ($1, $2)', [agendaId, slug]);
  await client.query(
    'INSERT INTO agenda_version (id, agenda_id, number, title, definition) VALUES ($1, $2, 1, $3, $4)',
    [versionId, agendaId, definition.title, JSON.stringify({ ...definition, slug })],
  );
  await client.end();
  return versionId;
}
