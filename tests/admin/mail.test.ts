import { beforeEach, expect, test } from 'vitest';
import { mailQueue } from '../../src/notifications/queue.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createOfficer, type CaseRecord } from '../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
const visitor = await portal.visitor(
  await createOfficer(deps, { department: 'informatiky', roles: ['agendaAdmin', 'peopleAdmin', 'operator'] }),
);

let waiting: CaseRecord;
let failing: CaseRecord;
let sent: CaseRecord;
let givenUp: CaseRecord;
beforeEach(async () => {
  await db.mail.deleteMany();
  [waiting, failing, sent, givenUp] = [
    await createCase(deps),
    await createCase(deps),
    await createCase(deps),
    await createCase(deps),
  ];
  const failed = { attempts: 3, lastError: 'connect ECONNREFUSED', lastAttemptAt: new Date() };
  await change(failing, { ...failed, failure: 'unreachable' });
  await change(sent, { attempts: 1, sentAt: new Date() });
  await change(givenUp, { ...failed, failure: 'noMailbox', givenUpAt: new Date() });
});

function change({ id }: CaseRecord, data: Parameters<typeof db.mail.updateMany>[0]['data']) {
  return db.mail.updateMany({ where: { caseId: id }, data });
}

const mailOf = ({ id }: CaseRecord) => db.mail.findFirstOrThrow({ where: { caseId: id } });

const jobsOf = async (mailId: string) => {
  const jobs = await deps.boss.findJobs<{ mailId: string }>(mailQueue);
  return jobs.filter(({ data }) => data.mailId === mailId).length;
};

const button = async (filed: CaseRecord, what: 'opakovani' | 'vzdani') =>
  `form[action="/sprava/posta/${(await mailOf(filed)).id}/${what}"]`;

test.each([
  ['nedari', () => failing],
  ['ceka', () => waiting],
  ['odeslane', () => sent],
  ['vzdane', () => givenUp],
  // Whatever else is asked for: what fails is what somebody comes here for.
  ['nesmysl', () => failing],
])('the list „%s“ holds its mails and no other', async (state, of) => {
  const { $ } = await visitor.get(`/sprava/posta?stav=${state}`);
  const rows = $('tbody tr').toArray();
  expect(rows.map(row => $(row).find('td').eq(1).text())).toEqual([of().reference]);
});

test('the administrator sees how many there are of each, why, and never what is said or to whom', async () => {
  const { $, text, html } = await visitor.get('/sprava/posta');
  const counts = $('.facts__value').toArray();
  expect(counts.map(value => $(value).text())).toEqual(['1', '1', '1', '1']);
  expect(text).toContain('Poštovní server není dostupný');
  expect(text).toContain('connect ECONNREFUSED');
  expect(html).not.toContain('marie.dvorakova@example.cz');
});

test('a long list goes on on the next page, none twice and none left out', async () => {
  const mail = await mailOf(failing);
  const { message, kind, failure, lastError } = mail;
  const one = { message, kind, failure, lastError, createdAt: mail.createdAt };
  await db.mail.createMany({ data: Array.from({ length: 60 }, () => one) });
  const first = await visitor.get('/sprava/posta');
  const href = first.$('a[rel=next]').attr('href') ?? '';
  const second = await visitor.get(href);
  const actions = [first, second].flatMap(({ $ }) =>
    $('form[action$="/opakovani"]')
      .toArray()
      .map(form => $(form).attr('action') ?? ''),
  );
  const ids = actions.filter(action => action !== '/sprava/posta/opakovani');
  expect(ids).toHaveLength(61);
  expect(new Set(ids).size).toBe(61);
  expect((await visitor.get('/sprava/posta?po=nesmysl')).status).toBe(200);
});

test('one mail is tried again at once, and the audit knows who had it', async () => {
  const { id } = await mailOf(failing);
  const before = await jobsOf(id);
  const page = await visitor.submit('/sprava/posta', { form: await button(failing, 'opakovani'), fields: {} });
  expect(page.text).toContain('E-mail zkusíme hned odeslat znovu.');
  expect(await jobsOf(id)).toBe(before + 1);
  expect(await db.auditRecord.count({ where: { action: 'mailRetried', subject: `mail/${id}` } })).toBe(1);
});

test('a mail that was given up can be tried again', async () => {
  const form = await button(givenUp, 'opakovani');
  await visitor.submit('/sprava/posta?stav=vzdane', { form, fields: {} });
  expect(await mailOf(givenUp)).toMatchObject({ givenUpAt: null });
});

test('all that fail are tried again, and nothing else is', async () => {
  const ids = await Promise.all([failing, waiting, givenUp].map(async filed => (await mailOf(filed)).id));
  const before = await Promise.all(ids.map(jobsOf));
  const page = await visitor.submit('/sprava/posta', { form: 'form[action="/sprava/posta/opakovani"]', fields: {} });
  expect(page.text).toContain('Zkusíme hned znovu odeslat e-maily, které se nedaří: 1.');
  const after = await Promise.all(ids.map(jobsOf));
  expect(after.map((count, i) => count - (before[i] ?? 0))).toEqual([1, 0, 0]);
});

test('a mail that is given up is tried no more', async () => {
  const page = await visitor.submit('/sprava/posta', { form: await button(failing, 'vzdani'), fields: {} });
  expect(page.text).toContain('E-mail už nebudeme zkoušet odeslat.');
  expect((await mailOf(failing)).givenUpAt).not.toBeNull();
});

test('a mail that was sent meanwhile is neither tried again nor given up, and the page says so', async () => {
  for (const what of ['opakovani', 'vzdani'] as const) {
    await change(failing, { sentAt: null });
    const form = await button(failing, what);
    const { $ } = await visitor.get('/sprava/posta');
    expect($(form)).toHaveLength(1);
    await change(failing, { sentAt: new Date() });
    const { agent } = visitor;
    const action = $(form).attr('action') ?? '';
    await agent
      .post(action)
      .type('form')
      .send({ _csrf: await visitor.token() })
      .expect(303);
    expect((await visitor.get('/sprava/posta')).text).toContain('E-mail se mezitím odeslal');
    expect((await mailOf(failing)).givenUpAt).toBeNull();
  }
});

test('the overview says when mail does not go out', async () => {
  const { $ } = await visitor.get('/sprava');
  expect($('.facts__item--urgent').text()).toContain('E-maily, které se nedaří odeslat');
});
