import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { importDraft } from '../../src/admin/agendas/commands.ts';
import { checkDefinition } from '../../src/core/form/check-definition.ts';
import type { Definition } from '../../src/core/form/definition.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createDraft, createOfficer } from '../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
const admin = await createOfficer(deps, { department: 'informatiky', roles: ['admin'] });
const second = await createOfficer(deps, { department: 'informatiky', roles: ['admin'], name: 'Petr Druhý' });
const visitor = await portal.visitor(admin);
const other = await portal.visitor(second);

const published = await dog();
const page = '/sprava/agendy/ohlaseni-psa';
const publish = { form: 'main form[action$="/zverejneni"]' };
const withdraw = { form: 'main form[action$="/stazeni"]' };

let number: number;

beforeEach(async () => {
  number = await draftOf({ ...published, title: `Pes, verze po ${await db.agendaVersion.count()}` });
});

test('publishing supersedes what was published until now, tells every process and is audited', async () => {
  const listener = new Client({ connectionString: deps.config.databaseUrl });
  await listener.connect();
  const told = once(listener, 'notification');
  await listener.query('LISTEN catalogue_changed');

  const done = await visitor.submit(`${page}?verze=${number}`, publish);
  expect(done.status).toBe(200);
  expect(done.text).toContain(`Verze ${number} je zveřejněná.`);
  expect(await told).toMatchObject([{ channel: 'catalogue_changed' }]);
  await listener.end();

  expect(await numbersIn('published')).toEqual([number]);
  expect((await numbersIn('superseded')).length).toBeGreaterThan(0);
  const record = await db.auditRecord.findFirstOrThrow({
    where: { action: 'agendaPublished' },
    orderBy: { id: 'desc' },
  });
  expect(record).toMatchObject({
    actorId: admin.actor.officerId,
    details: { agenda: 'ohlaseni-psa', version: number },
  });
});

test('two administrators who publish at once: one does, the other reads one clear sentence', async () => {
  const [mine, theirs] = [await visitor.get(`${page}?verze=${number}`), await other.get(`${page}?verze=${number}`)];
  const answers = await Promise.all([visitor.submit(mine, publish), other.submit(theirs, publish)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.$('.govuk-error-summary li').text()).toBe(
    `Verze ${number} už je zveřejněná, mezitím ji zveřejnil někdo jiný. Nic jsme nezměnili.`,
  );
  expect(await numbersIn('published')).toEqual([number]);
});

test('a draft that was replaced while it was being read is not published unread', async () => {
  const read = await visitor.get(`${page}?verze=${number}`);
  await draftOf({ ...published, title: 'Něco docela jiného' });
  const refused = await visitor.submit(read, publish);
  expect(refused.status).toBe(409);
  expect(refused.$('.govuk-error-summary').text()).toContain('mezitím někdo nahradil jiným dokumentem');
  expect(await numbersIn('published')).not.toContain(number);
});

test('publishing and withdrawing at once end in one of both, never in an error', async () => {
  const read = await visitor.get(`${page}?verze=${number}`);
  const answers = await Promise.all([
    visitor.submit(read, publish),
    other.submit(await other.get(read.path), withdraw),
  ]);
  for (const { status } of answers) expect([200, 409]).toContain(status);
  const { status } = await db.agendaVersion.findFirstOrThrow({ where: { number, agenda: { slug: 'ohlaseni-psa' } } });
  expect(['published', 'withdrawn']).toContain(status);
});

test('a withdrawn agenda is offered no more, and what runs goes on', async () => {
  await visitor.submit(`${page}?verze=${number}`, publish);
  await createCase(deps);
  const done = await visitor.submit(`${page}?verze=${number}`, withdraw);
  expect(done.text).toContain(`Verze ${number} se už nenabízí.`);
  expect(await numbersIn('published')).toEqual([]);
  expect(await db.case.count({ where: { agenda: { slug: 'ohlaseni-psa' } } })).toBe(1);
  await visitor.submit(`${page}?verze=${await draftOf(published)}`, publish);
});

test('the administrator sees what publishing would change, and what is running', async () => {
  await visitor.submit(`${page}?verze=${number}`, publish);
  await createDraft(deps);
  const [first, ...rest] = published.steps;
  if (!first) throw new Error('the agenda has steps');
  const [question, ...questions] = first.fields;
  if (!question) throw new Error('the step has questions');
  const renamed = { ...first, fields: [{ ...question, label: 'Kdo je držitel?' }, ...questions] };
  const next = await draftOf({ ...published, steps: [renamed, ...rest], attachments: [] });
  const { $ } = await visitor.get(`${page}?verze=${next}`);
  const changes = $('.notification--info').text();
  expect(changes).toContain('Mění se otázka „Kdo je držitel?“ (znění)');
  expect(changes).toContain('Zmizí příloha „Doklad k osvobození nebo nižší sazbě“'.replace('k ', 'k\u00a0'));
  expect($('.panel').text()).toContain('1\u00a0rozepsané podání');
});

test.each([
  '/sprava/agendy/nic',
  '/sprava/agendy/ohlaseni-psa/verze/999/dokument.json',
  '/sprava/agendy/ohlaseni-psa/verze/1e3/dokument.json',
])('%s does not exist', async path => {
  expect((await visitor.get(path)).status).toBe(404);
});

async function dog(): Promise<Definition> {
  const file = new URL('../../prisma/seed/agendas/ohlaseni-psa.json', import.meta.url);
  const checked = checkDefinition(JSON.parse(await readFile(file, 'utf8')));
  if (!checked.ok) throw new Error('the seed holds a valid agenda');
  return checked.definition;
}

async function draftOf(definition: Definition): Promise<number> {
  return (await importDraft(deps, { definition, actor: admin.actor, now: deps.now() })).number;
}

async function numbersIn(status: 'published' | 'superseded'): Promise<number[]> {
  const rows = await db.agendaVersion.findMany({ where: { status, agenda: { slug: 'ohlaseni-psa' } } });
  return rows.map(row => row.number);
}
