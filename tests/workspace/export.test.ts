import { expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCase, createOfficer, exampleEntries } from '../support/factories.ts';
import { csvLine } from '../../src/workspace/export/csv.ts';

const portal = await startPortal();
const { deps } = portal;
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const outsider = await createOfficer(deps, { department: 'dopravy' });
const dog = await exampleEntries('ohlaseni-psa');
const bomb = await createCase(deps, { entries: { ...dog, dogName: '=1+1' } });
const calm = await createCase(deps, { entries: { ...dog, dogName: 'Alík' } });

test.each([
  ['=SUM(A1)', "'=SUM(A1)\r\n"],
  ['+420', "'+420\r\n"],
  ['-1', "'-1\r\n"],
  [' @cmd', "' @cmd\r\n"],
  ['a;b', '"a;b"\r\n'],
  ['říká „ne"', '"říká „ne"""\r\n'],
  ['Alík', 'Alík\r\n'],
])('%s is a harmless cell', (text, line) => {
  expect(csvLine([text])).toBe(line);
});

test('a list is taken away as CSV that Excel reads, with what the filter shows', async () => {
  const { agent } = await portal.visitor(clerk);
  const all = await agent.get('/urad/export.csv?pohled=odbor');
  expect(all.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(all.headers['content-disposition']).toMatch(/^attachment; filename=pripady-\d{4}-\d\d-\d\d\.csv$/);
  expect(all.text).toMatch(/^\uFEFF?Značka;Žadatel;/);
  expect(all.text).toContain(bomb.reference);
  expect(all.text).not.toMatch(/;=1\+1/);
  const some = await agent.get('/urad/export.csv?pohled=odbor&hledat=alik');
  expect(some.text).toContain(calm.reference);
  expect(some.text).not.toContain(bomb.reference);
});

test('as XLSX it is a workbook', async () => {
  const { agent } = await portal.visitor(clerk);
  const response = await agent.get('/urad/export.xlsx?pohled=odbor').responseType('blob');
  const body: unknown = response.body;
  expect(response.status).toBe(200);
  expect(
    Buffer.from(body as Uint8Array)
      .subarray(0, 4)
      .toString('latin1'),
  ).toBe('PK\u0003\u0004');
});

test('nobody takes away what they do not see, and who took a list is known', async () => {
  const { agent } = await portal.visitor(outsider);
  const { text } = await agent.get('/urad/export.csv?pohled=hledani');
  expect(text).not.toContain(calm.reference);
  const record = await deps.db.auditRecord.findFirst({ where: { subject: `officer/${outsider.actor.officerId}` } });
  expect(record).toMatchObject({ action: 'listExported', details: { view: 'hledani', format: 'csv' } });
});

test('the ticked cases are taken away alone, those that the officer sees, and which they were is known', async () => {
  const visitor = await portal.visitor(clerk);
  const page = await visitor.get('/urad?pohled=odbor');
  const theirs = await createCase(deps, { agenda: 'zadost-o-informace' });
  const pripad = [`${bomb.reference}.1`, `${theirs.reference}.1`];
  const file = await visitor.submit(page, { form: '.inbox-form', fields: { krok: 'csv', pripad } });
  expect(file.html).toContain(bomb.reference);
  expect(file.html).not.toContain(calm.reference);
  expect(file.html).not.toContain(theirs.reference);
  const record = await deps.db.auditRecord.findFirst({ where: { action: 'casesExported' } });
  expect(record?.details).toEqual({ references: bomb.reference, format: 'csv' });
});

test('without a tick there is nothing to take away, and the page says so', async () => {
  const visitor = await portal.visitor(clerk);
  const page = await visitor.submit('/urad?pohled=odbor', { form: '.inbox-form', fields: { krok: 'xlsx' } });
  expect(page.status).toBe(400);
  expect(page.$('.govuk-error-summary').text()).toContain('Zaškrtněte aspoň jeden případ.');
});
