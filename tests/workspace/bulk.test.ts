import { beforeAll, expect, test } from 'vitest';
import { takeOverCase } from '../../src/cases/commands.ts';
import { dayInPrague } from '../../src/core/czech/format.ts';
import { runBulk } from '../../src/workspace/bulk/run.ts';
import { startPortal } from '../support/app.ts';
import { type CaseRecord, createAbsence, createCase, createOfficer } from '../support/factories.ts';
import type { Page } from '../support/visitor.ts';

const portal = await startPortal();
const { deps } = portal;
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const colleague = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Pavel Černý' });
const cases: CaseRecord[] = [];

beforeAll(async () => {
  for (let i = 0; i < 40; i += 1) cases.push(await createCase(deps));
});

test('ticked cases are taken over at once, and the page says what became of each', async () => {
  const page = await send(cases.slice(0, 3), { krok: 'prevzeti' });
  expect(page.path).toMatch(/^\/urad\/hromadne\//);
  expect(results(page)).toEqual(['Hotovo', 'Hotovo', 'Hotovo']);
  expect(page.html).not.toContain('http-equiv="refresh"');
  expect(await deps.db.case.count({ where: { officerId: clerk.actor.officerId } })).toBe(3);
});

test('a case that cannot be done says why, and the others are done', async () => {
  const [mine, other] = [cases[0], cases[3]];
  const page = await send([mine, other], { krok: 'prevzeti' });
  expect(results(page)[0]).toMatch(/^Neprovedeno: ./);
  expect(results(page)[1]).toBe('Hotovo');
  expect(page.text).toContain('Neprovedeno: 1.');
});

test('a case that somebody changed meanwhile is left as they left it', async () => {
  const stale = await ticks([cases[4]]);
  const command = { caseId: cases[4]?.id ?? '', expectedVersion: 1, actor: colleague.actor, now: deps.now() };
  expect(await takeOverCase(deps, command)).toEqual({ ok: true });
  const page = await post({ krok: 'prevzeti', pripad: stale });
  expect(results(page)).toEqual(['Neprovedeno: Případ mezitím někdo změnil.']);
});

test("a stranger's case is not touched and not told from one that does not exist", async () => {
  const theirs = await createCase(deps, { agenda: 'zadost-o-informace' });
  const page = await post({ krok: 'prevzeti', pripad: [`${theirs.reference}.1`, 'HK26-99999-K.1'] });
  expect(results(page)).toEqual(['Neprovedeno: Takový případ nemáte.', 'Neprovedeno: Takový případ nemáte.']);
});

test('a hand-over that lacks something keeps what was ticked and typed; the same cases can be watched', async () => {
  const chosen = cases.slice(5, 7);
  const unsaid = await send(chosen, { krok: 'prideleni', komu: '', duvod: 'zástup' });
  expect(unsaid.status).toBe(400);
  expect(unsaid.$('#duvod').val()).toBe('zástup');
  expect(unsaid.$('input[name=pripad][checked]').length).toBe(2);
  expect(unsaid.$('.govuk-error-summary').text()).toContain('Vyberte, komu případ předáváte.');
  expect(results(await send(chosen, { krok: 'sledovani' }))).toEqual(['Hotovo', 'Hotovo']);
  expect(await deps.db.caseWatch.count({ where: { officerId: clerk.actor.officerId } })).toBe(2);
});

test.each([
  [{ krok: 'prevzeti' }, 'Zaškrtněte aspoň jeden případ.'],
  [{ krok: 'prevzeti', pripad: "'; --" }, 'Zaškrtněte aspoň jeden případ.'],
  [{ krok: 'smazani', pripad: 'HK26-00001-K.1' }, 'Vyberte, co s\u00a0případy udělat.'],
])('%j is answered with what to mend', async (fields, message) => {
  const page = await post(fields);
  expect(page.status).toBe(400);
  expect(page.$('.govuk-error-summary').text()).toContain(message);
});

test('a job is there for few cases as well, should the portal not get to the end of them', async () => {
  const begun = await send(cases.slice(0, 2), { krok: 'sledovani' });
  const runId = begun.path.split('/').at(-1) ?? '';
  const { rows } = await deps.pool.query<{ later: boolean }>(
    `SELECT start_after > created_on + interval '50 seconds' AS later FROM pgboss.job
      WHERE name = 'bulk-steps' AND data ->> 'runId' = $1`,
    [runId],
  );
  expect(rows).toEqual([{ later: true }]);
  await deps.db.bulkItem.updateMany({ where: { runId, position: 1 }, data: { finished: false } });
  await runBulk(deps, runId);
  expect(await deps.db.bulkItem.count({ where: { runId, finished: false } })).toBe(0);
});

test('a step that was cut off changed nothing, and its next try does not meet its own change', async () => {
  const [caught] = cases.slice(9, 10);
  const pripad = await ticks([caught]);
  const versionOf = async () => (await deps.db.case.findUniqueOrThrow({ where: { id: caught?.id ?? '' } })).version;
  const before = await versionOf();
  await deps.pool.query('ALTER TABLE bulk_item ADD CONSTRAINT cut_off CHECK (NOT finished) NOT VALID');
  expect((await post({ krok: 'prevzeti', pripad })).status).toBe(500);
  await deps.pool.query('ALTER TABLE bulk_item DROP CONSTRAINT cut_off');
  expect(await versionOf()).toBe(before);
  const { id } = await deps.db.bulkRun.findFirstOrThrow({ orderBy: { id: 'desc' } });
  await Promise.all([runBulk(deps, id), runBulk(deps, id)]);
  expect(results(await (await portal.visitor(clerk)).get(`/urad/hromadne/${id}`))).toEqual(['Hotovo']);
  expect(await versionOf()).toBe(before + 1);
});

test('many cases are done by a job, while the page shows how far it is', async () => {
  const many = cases.slice(10, 40);
  const begun = await send(many, { krok: 'prevzeti' });
  expect(begun.html).toContain('http-equiv="refresh"');
  expect(begun.text).toContain('Hotovo 0 z\u00a030.'.replace('\u00a0', ' '));
  await runBulk(deps, begun.path.split('/').at(-1) ?? '');
  const done = await (await portal.visitor(clerk)).get(begun.path);
  expect(results(done)).toEqual(many.map(() => 'Hotovo'));
  expect(done.html).not.toContain('http-equiv="refresh"');
  expect((await (await portal.visitor(colleague)).get(begun.path)).status).toBe(404);
});

test('a job that comes late does no more than its officer may do by then', async () => {
  const deputy = await createOfficer(deps, { department: 'dopravy' });
  const today = dayInPrague(deps.now()).toString();
  const absence = await createAbsence(deps, { officer: clerk, deputy, from: today, until: today });
  const theirs = cases.slice(10, 40);
  const visitor = await portal.visitor(deputy);
  const handOver = { krok: 'prideleni', komu: `urednik:${colleague.actor.officerId}`, duvod: 'zástup' };
  const fields = { _csrf: await visitor.token(), ...handOver, pripad: await ticks(theirs) };
  const begun = await visitor.agent.post('/urad/hromadne').type('form').send(fields);
  const runId = begun.headers.location?.split('/').at(-1) ?? '';
  await deps.db.absence.delete({ where: { id: absence } });
  await runBulk(deps, runId);
  const items = await deps.db.bulkItem.findMany({ where: { runId } });
  expect(new Set(items.map(({ problem }) => problem))).toEqual(new Set(['K\u00a0tomuto kroku nemáte oprávnění.']));
  expect(await deps.db.case.count({ where: { officerId: colleague.actor.officerId } })).toBe(1);
});

test('the page names the applicants and leads back to the very page of the list, whoever has the cases now', async () => {
  const visitor = await portal.visitor(clerk);
  const first = await visitor.get('/urad?pohled=odbor&razeni=-podani');
  const list = await visitor.get(first.$('.pagination [rel=next]').attr('href') ?? '');
  const [elsewhere] = list.$('option[value^="odbor:"]:contains("Odbor dopravy")').toArray();
  const komu = list.$(elsewhere).attr('value') ?? '';
  const pripad = list.$('input[name=pripad]').first().val() as string;
  const [reference = ''] = pripad.split('.');
  const fields = { pripad, krok: 'prideleni', komu, duvod: 'Patří dopravě.' };
  const page = await visitor.submit(list, { form: '.inbox-form', fields });
  expect(results(page)).toEqual(['Hotovo']);
  expect(page.$('tbody tr').text()).toContain(reference);
  expect(page.$('tbody tr').text()).toContain(list.$('.inbox tbody td').eq(1).text());
  expect(page.$('tbody a').length).toBe(0);
  const back = page.$('a:contains("Zpět na seznam")').attr('href');
  expect(back).toBe(list.path);
  expect(back).toMatch(/razeni=-podani.*&po=/);
});

test('a case of the result is opened from the list it was ticked on', async () => {
  const page = await send(cases.slice(8, 9), { krok: 'sledovani' });
  const desk = await (await portal.visitor(clerk)).get(page.$('tbody a').attr('href') ?? '');
  expect(desk.$('.desk__nav a').first().attr('href')).toBe('/urad?pohled=odbor&na-strance=100');
});

async function ticks(chosen: (CaseRecord | undefined)[]): Promise<string[]> {
  const found = await deps.db.case.findMany({ where: { id: { in: chosen.map(record => record?.id ?? '') } } });
  return found
    .toSorted((a, b) => a.reference.localeCompare(b.reference))
    .map(({ reference, version }) => `${reference}.${version}`);
}

async function send(chosen: (CaseRecord | undefined)[], fields: Record<string, string>): Promise<Page> {
  return post({ ...fields, pripad: await ticks(chosen) });
}

async function post(fields: Record<string, string | string[]>): Promise<Page> {
  const visitor = await portal.visitor(clerk);
  const path = '/urad?pohled=odbor&na-strance=100';
  const page = await visitor.get(path);
  expect(page.$('input[name=pripad]').length).toBeGreaterThan(0);
  return visitor.submit(page, { form: '.inbox-form', fields });
}

function results({ $ }: Page): string[] {
  return $('tbody td:last-child')
    .toArray()
    .map(cell => $(cell).text().replaceAll(/\s+/g, ' ').trim());
}
