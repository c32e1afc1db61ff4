import { describe, expect, test } from 'vitest';
import { takeOverCase } from '../../src/cases/commands.ts';
import { startPortal } from '../support/app.ts';
import { type CaseRecord, createCase, createDepartment, createOfficer } from '../support/factories.ts';
import type { Page } from '../support/visitor.ts';

/** What would be given to a department where nobody would ever see it. */

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-05-04T08:00:00Z');
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const head = await createOfficer(deps, { department: 'dopravy', roles: ['head'] });
await createOfficer(deps, { department: 'stavebni', roles: ['agendaAdmin'] });
const deserted = await db.department.findUniqueOrThrow({ where: { slug: 'stavebni' } });
const unit = await createDepartment(deps, { name: 'Oddělení silnic', parentId: head.actor.departmentId });
const refused = 'V\u00a0tomto odboru zatím nikdo případy nevyřizuje';

async function worked(): Promise<CaseRecord & { desk: string }> {
  const record = await createCase(deps);
  await takeOverCase(deps, { caseId: record.id, expectedVersion: 1, actor: clerk.actor, now: deps.now() });
  return { ...record, desk: `/urad/pripady/${record.reference}` };
}

const handOver = (departmentId: string) => ({ komu: `odbor:${departmentId}`, duvod: 'Patří jim.' });
const task = (departmentId: string) => ({
  ...{ 'ukol-komu': `odbor:${departmentId}`, 'ukol-co': 'statement' },
  ...{ 'ukol-zadani': 'Je tam chodník?', 'ukol-termin': '2026-05-20' },
});

describe.each([
  ['a case', 'prideleni', '#komu', handOver, '#duvod', 'Patří jim.'],
  ['a task', 'ukoly', '#ukol-komu', task, '#ukol-zadani', 'Je tam chodník?'],
])('%s', (_what, resource, list, fields, written, text) => {
  const form = `main form[action$="/${resource}"]`;
  const offered = ({ $ }: Page, id: string) => $(`${list} option[value="odbor:${id}"]`);

  test('is refused for a department without anybody, which is named and not offered', async () => {
    const { id, desk } = await worked();
    const visitor = await portal.visitor(clerk);
    const page = await visitor.get(desk);
    expect(offered(page, deserted.id).text()).toContain('zatím tam nikdo není');
    expect(offered(page, deserted.id).is('[disabled]')).toBe(true);
    const again = await visitor.submit(page, { form, fields: fields(deserted.id) });
    expect(again.status).toBe(400);
    expect(again.$(`.govuk-error-summary a[href="${list}"]`).text()).toContain(refused);
    expect(again.$(written).val()).toBe(text);
    expect((await db.case.findUniqueOrThrow({ where: { id } })).departmentId).toBe(clerk.actor.departmentId);
  });

  test('goes to a unit that has nobody but a head above, and the list says so', async () => {
    const { desk } = await worked();
    const visitor = await portal.visitor(clerk);
    const page = await visitor.get(desk);
    expect(offered(page, unit).text()).toContain('jen vedoucí');
    const done = await visitor.submit(page, { form, fields: fields(unit) });
    expect(done.status).toBe(200);
    expect(done.text).toMatch(/Případ jste předali|Úkol je zadaný/);
  });
});

test('several cases at once are refused before any of them is handed over', async () => {
  const cases = [await worked(), await worked()];
  const visitor = await portal.visitor(clerk);
  const page = await visitor.get('/urad?pohled=moje');
  const boxes = page.$('input[name=pripad]').toArray();
  const pripad = boxes.map(box => String(page.$(box).val()));
  const fields = { ...handOver(deserted.id), krok: 'prideleni', pripad };
  const again = await visitor.submit(page, { form: '.inbox-form', fields });
  expect(again.status).toBe(400);
  expect(again.$('.govuk-error-summary').text()).toContain(refused);
  expect(again.$('#duvod').val()).toBe('Patří jim.');
  const { departmentId } = clerk.actor;
  expect(await db.case.count({ where: { id: { in: cases.map(({ id }) => id) }, departmentId } })).toBe(2);
});
