import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Definition } from '../src/core/form/definition.ts';
import { Browser } from './browser.ts';
import { startFloor } from './child.ts';
import { type Click, clicks, clickThrough, type Place, type Times } from './clicks.ts';
import { type Figure, middle, type Print } from './figure.ts';
import { largeForm } from './large-form.ts';

type Params = { origin: string; databaseUrl: string; print: Print };

/** Late in the form, so that nearly all of it can be asked about. */
const stepIndex = 37;
const turns = 3;
const rounds = 4;
const bareClicks = 40;

/**
 * Milliseconds of a click in the designer of the largest form an agenda may be: a form is sent, saved, and the page it
 * leads to is read. The usual click of each kind over fields of every kind, and the kind of click that is the slowest.
 */
export async function benchDesigner({ origin, databaseUrl, print }: Params): Promise<void> {
  const definition = withRoomForOne(largeForm().definition);
  await insertSketch(databaseUrl, { slug: 'velka', definition });
  const versionId = await insertSketch(databaseUrl, { slug: 'podlaha', definition });
  const admin = await Browser.signedIn(origin, 'sprava@hradeckralove.example');
  const step = definition.steps[stepIndex];
  if (!step) throw new Error('the form has too few steps');
  const place: Place = { base: '/sprava/agendy/velka/navrh', step, later: `text${stepIndex + 1}` };

  const { html, headers } = await admin.get(`${place.base}/otazky/${place.later}`);
  const kept = ['content-type', 'content-security-policy', 'cache-control'];
  const floor = await startFloor('designer', {
    body: html,
    headers: Object.fromEntries(kept.map(name => [name, headers.get(name) ?? ''])),
    databaseUrl,
    versionId,
  });
  try {
    const stranger = new Browser(floor.origin);
    await usualClicks(admin, place);
    await usualBareClick(stranger);
    const measured: Figure[][] = [];
    for (let turn = 0; turn < turns; turn++) {
      const bare = await usualBareClick(stranger);
      measured.push(figuresOf(await usualClicks(admin, place), bare));
    }
    for (const { name } of measured[0] ?? []) {
      print(middle(measured.flatMap(figures => figures.filter(figure => figure.name === name))));
    }
  } finally {
    await floor.stop();
  }
}

function figuresOf(usual: Record<Click, number>, floor: number): Figure[] {
  return [
    ...clicks.map(kind => ({ name: `designer-${kind}`, value: usual[kind], floor, unit: 'ms' })),
    { name: 'designer-slowest', value: Math.max(...Object.values(usual)), floor, unit: 'ms' },
  ];
}

/** Nobody can add to a form that is full. */
function withRoomForOne({ steps: [first, ...rest], ...definition }: Definition): Definition {
  const fields = first?.fields.filter(({ id }) => id !== 'truth') ?? [];
  return { ...definition, steps: first ? [{ ...first, fields }, ...rest] : rest };
}

/** The usual click of each kind over some rounds. */
async function usualClicks(admin: Browser, place: Place): Promise<Record<Click, number>> {
  const rounded: Times[] = [];
  for (let round = 0; round < rounds; round++) rounded.push(await clickThrough(admin, place));
  const usual = clicks.map(kind => [kind, median(rounded.flatMap(times => times[kind]))]);
  return Object.fromEntries(usual) as Record<Click, number>;
}

async function usualBareClick(stranger: Browser): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < bareClicks; count++) {
    const started = performance.now();
    await stranger.get(await stranger.post('/', new URLSearchParams()));
    times.push(performance.now() - started);
  }
  return median(times);
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
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
