import { expect, test } from 'vitest';
import { watchDeadlines } from '../../src/jobs/deadlines/watch-deadlines.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createCitizen, createOfficer, type OfficerAccount } from '../support/factories.ts';
import { mailsOf } from '../support/mails-of.ts';
import type { Page } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-12-01T08:00:00Z');

const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Marie Dvořáková' });
const asked = await createOfficer(deps, { department: 'dopravy', name: 'Petra Benešová' });
const beside = await createOfficer(deps, { department: 'dopravy', name: 'Michal Fiala' });
const head = await createOfficer(deps, { department: 'dopravy', roles: ['head'], name: 'Jiří Sedláček' });
const stranger = await createOfficer(deps, { department: 'dotaci', name: 'Cizí Úředník' });
const owner = await createCitizen(deps, 'Karel Občan');
const department = await db.department.findUniqueOrThrow({ where: { slug: 'dopravy' } });

const desk = (reference: string) => `/urad/pripady/${reference}`;
const form = (resource: string) => `main form[action$="/${resource}"]`;
const question = { 'ukol-co': 'consent', 'ukol-zadani': 'Vadí předzahrádka autobusům?', 'ukol-termin': '2026-12-10' };
const answer = { 'vyjadreni-vysledek': 'conditionally', 'vyjadreni-text': 'Nevadí, když zůstane průjezd tři metry.' };

/** A case that has been taken over. */
async function taken() {
  const filed = await createCase(deps, { owner });
  await (await portal.visitor(clerk)).submit(desk(filed.reference), { form: form('prevzeti') });
  return filed;
}
async function ask(reference: string, fields: Record<string, string> = {}): Promise<Page> {
  const all = { 'ukol-komu': `odbor:${department.id}`, ...question, ...fields };
  return (await portal.visitor(clerk)).submit(desk(reference), { form: form('ukoly'), fields: all });
}
const statusFor = async (who: OfficerAccount, reference: string) =>
  (await (await portal.visitor(who)).get(desk(reference))).status;

test('a department that is asked sees the case, answers, and then sees it no more; the asker reads the answer', async () => {
  const { id, reference } = await taken();
  expect(await statusFor(asked, reference)).toBe(404);
  const given = await ask(reference);
  expect(given.$('#ukoly').text()).toContain('Vadí předzahrádka autobusům?');
  expect(given.$('#ukoly').text()).toContain('do\u00a010.\u00a0prosince 2026, za 9\u00a0dní');
  expect(await statusFor(stranger, reference)).toBe(404);

  const visitor = await portal.visitor(asked);
  const list = await visitor.get('/urad/ukoly');
  expect(list.$('main').text()).toContain('Marie Dvořáková');
  expect(list.$(`main a[href="${desk(reference)}"]`).length).toBe(1);
  const seen = await visitor.get(desk(reference));
  expect(seen.$('.desk__now').text()).toContain('Vadí předzahrádka autobusům?');
  expect(
    seen
      .$('main form')
      .map((_i, one) => seen.$(one).attr('action'))
      .get(),
  ).toEqual([`${desk(reference)}/sledovani`, `${desk(reference)}/ukoly/vyjadreni`]);
  const sent = await visitor.submit(seen, { form: form('vyjadreni'), fields: answer });
  expect(sent.path).toBe('/urad/ukoly');
  expect(sent.text).toContain('Odpověď jste odeslali.');
  expect(sent.$(`a[href="${desk(reference)}"]`).length).toBe(0);
  expect(await statusFor(asked, reference)).toBe(404);

  const back = await (await portal.visitor(clerk)).get(desk(reference));
  expect(back.$('#ukoly').text()).toContain('Souhlasí s\u00a0podmínkami');
  expect(back.$('#ukoly').text()).toContain('Petra Benešová');
  expect(back.$('#ukoly').text()).toContain('průjezd tři metry');
  const citizen = await (await portal.visitor(owner)).get(`/pripady/${reference}`);
  expect(citizen.$('.timeline').text()).toContain('Vyžádali jsme si souhlas: Odbor dopravy');
  expect(citizen.$('.timeline').text()).toContain('Vyjádření jsme dostali: Odbor dopravy');
  expect(citizen.html).not.toContain('předzahrádka');
  expect(citizen.html).not.toContain('průjezd');
  const mails = await mailsOf(portal, { caseId: id, kinds: ['taskGiven', 'taskAnswered'] });
  expect(mails.map(({ to }) => to)).toEqual([department.email, clerk.email]);
  expect(mails.map(({ text }) => text).join()).not.toMatch(/předzahrádka|průjezd/);
});

test('what one officer is asked, the officer and the head may answer; a colleague does not even see the case', async () => {
  const { reference } = await taken();
  const waiting = async (who: OfficerAccount): Promise<number> =>
    Number((await (await portal.visitor(who)).get('/urad')).$('a[href="/urad/ukoly"] .side-nav__count').text());
  const before = { asked: await waiting(asked), head: await waiting(head), beside: await waiting(beside) };
  await ask(reference, { 'ukol-komu': `urednik:${asked.actor.officerId}` });
  expect(await waiting(asked)).toBe(before.asked + 1);
  expect(await waiting(head)).toBe(before.head + 1);
  expect(await waiting(beside)).toBe(before.beside);
  expect(await statusFor(asked, reference)).toBe(200);
  expect(await statusFor(head, reference)).toBe(200);
  expect(await statusFor(beside, reference)).toBe(404);
  expect((await (await portal.visitor(beside)).get('/urad/ukoly')).html).not.toContain(reference);
});

test('whoever is only asked changes nothing else, and reads no notes of those who ask', async () => {
  const { id, reference } = await taken();
  await (
    await portal.visitor(clerk)
  ).submit(desk(reference), {
    form: form('poznamky'),
    fields: { poznamka: 'Jen pro nás.' },
  });
  await ask(reference);
  const visitor = await portal.visitor(asked);
  const page = await visitor.get(desk(reference));
  expect(page.html).not.toContain('Jen pro nás.');
  const hidden = { _csrf: await visitor.token(), verze: '3' };
  for (const [resource, fields] of [
    ['poznamky', { poznamka: 'Nemá tu být.' }],
    ['rozhodnuti', { vysledek: 'granted', oduvodneni: 'Nemá tu být.' }],
    ['souvislosti', { 'souvislost-znacka': reference, 'souvislost-duvod': 'x' }],
  ] as const) {
    const { status } = await visitor.agent
      .post(`${desk(reference)}/${resource}`)
      .type('form')
      .send({ ...hidden, ...fields });
    expect(status).toBeGreaterThanOrEqual(400);
  }
  expect(await db.caseNote.count({ where: { caseId: id } })).toBe(1);
  expect(await db.case.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'takenOver' });
});

test('whoever is only asked reads no letters of those who ask, nor their files', async () => {
  const { id: caseId, reference } = await taken();
  const writer = await portal.visitor(clerk);
  const fields = { druh: 'decision', nazev: 'Návrh rozhodnutí', text: 'Zamítáme.' };
  await writer.submit(`${desk(reference)}/dopisy/novy`, { form: 'form[data-letter-form]', fields });
  const { id } = await db.caseLetter.findFirstOrThrow({ where: { caseId } });
  const address = `${desk(reference)}/dopisy/${id}`;
  const file = { field: 'file', content: '%PDF-1.7\n%%EOF\n', filename: 'navrh.pdf', contentType: 'application/pdf' };
  await writer.submit(address, { form: 'form[action$="/soubor"]', file });
  const { id: fileId } = await db.attachment.findFirstOrThrow({ where: { letterId: id } });
  const download = `${desk(reference)}/prilohy/${fileId}`;
  expect((await writer.agent.get(download)).status).toBe(200);
  await ask(reference);
  const visitor = await portal.visitor(asked);
  expect((await visitor.get(desk(reference))).html).not.toContain(fields.nazev);
  for (const path of [address, `${desk(reference)}/dopisy/novy`, download, `${download}/nahled`]) {
    expect((await visitor.agent.get(path)).status, path).toBe(404);
  }
});

test.each([
  ['nobody', { 'ukol-komu': '' }, 'ukol-komu', 'Vyberte, koho se ptáte.'],
  ['for nothing', { 'ukol-co': '' }, 'ukol-co', 'Vyberte, co potřebujete.'],
  ['without words', { 'ukol-zadani': ' ' }, 'ukol-zadani', 'Napište, co přesně potřebujete.'],
  ['without a day', { 'ukol-termin': '' }, 'ukol-termin', 'Vyplňte, do kdy odpověď potřebujete.'],
  ['for yesterday', { 'ukol-termin': '2026-11-30' }, 'ukol-termin', 'Termín nemůže být v\u00a0minulosti.'],
  ['the own department', { 'ukol-komu': `odbor:${clerk.actor.departmentId}` }, 'ukol-komu', 'Vyberte jiný odbor.'],
  [
    'a department there is not',
    { 'ukol-komu': `odbor:${clerk.actor.officerId}` },
    'ukol-komu',
    'Takový odbor úřad nemá.',
  ],
])('asking %s is refused at its box, with everything that was typed', async (_what, fields, box, message) => {
  const { reference } = await taken();
  const token = await portal.visitor(clerk);
  const all = { 'ukol-komu': `odbor:${department.id}`, ...question, ...fields };
  const sent = { _csrf: await token.token(), verze: '2', ...all };
  const { status, text } = await token.agent
    .post(`${desk(reference)}/ukoly`)
    .type('form')
    .send(sent);
  expect(status).toBe(400);
  expect(text).toContain(`href="#${box}"`);
  expect(text).toContain(message);
  if (box !== 'ukol-zadani') expect(text).toContain('Vadí předzahrádka autobusům?');
  expect(await db.caseTask.count({ where: { case: { reference } } })).toBe(0);
});

test('a task is withdrawn with a reason; whoever was asked is told and sees the case no more', async () => {
  const { id, reference } = await taken();
  await ask(reference);
  const page = await (
    await portal.visitor(clerk)
  ).submit(desk(reference), {
    form: form('zruseni'),
    fields: { 'ukol-zruseni-duvod': 'Souhlas už máme.' },
  });
  expect(page.$('#ukoly').text()).toContain('Zrušeno.');
  expect(page.$('.timeline').text()).toContain('Souhlas už máme.');
  expect(await statusFor(asked, reference)).toBe(404);
  expect(await mailsOf(portal, { caseId: id, kinds: ['taskWithdrawn'] })).toMatchObject([{ to: department.email }]);
});

test('whoever decides is told what is not answered yet, and the tasks end with the case', async () => {
  const { id, reference } = await taken();
  const page = await ask(reference);
  expect(page.$('.desk__now').text()).toContain('Na odpověď se čeká: Odbor dopravy');
  const fields = { vysledek: 'granted', oduvodneni: 'Povolili jsme.' };
  const ended = await (await portal.visitor(clerk)).submit(desk(reference), { form: form('rozhodnuti'), fields });
  expect(ended.status).toBe(200);
  expect(await db.caseTask.findMany({ where: { caseId: id } })).toMatchObject([{ state: 'withdrawn' }]);
  expect(await statusFor(asked, reference)).toBe(404);
  const types = await db.caseEvent.findMany({ where: { caseId: id }, orderBy: { number: 'asc' } });
  expect(types.slice(-2).map(({ type }) => type)).toEqual(['taskWithdrawn', 'decided']);
});

test('a long list of tasks goes on by pages in the order of their days, each once; what is late says so', async () => {
  const reader = await createOfficer(deps, { department: 'spravni', name: 'Jana Malá' });
  const { id: caseId } = await taken();
  const [real] = await db.caseTask.findMany({ take: 1 });
  const text = deps.vault;
  await db.caseTask.createMany({
    data: Array.from({ length: 27 }, (_, at) => {
      const id = `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
      return {
        ...{ id, caseId, kind: 'statement' as const, officerId: reader.actor.officerId },
        departmentId: reader.actor.departmentId,
        question: text.seal(`Otázka číslo ${at}.`, `case_task/${id}/question`),
        dueOn: new Date(Date.UTC(2026, 10, 28 + at)),
        askedById: clerk.actor.officerId,
        askedAt: new Date('2026-11-20T08:00:00Z'),
      };
    }),
  });
  expect(real).toBeDefined();
  const visitor = await portal.visitor(reader);
  const first = await visitor.get('/urad/ukoly');
  const second = await visitor.get(first.$('.pagination__link').attr('href') ?? '');
  const numbers = [...`${first.text} ${second.text}`.matchAll(/Otázka číslo (\d+)/g)].map(([, at]) => Number(at));
  expect(numbers).toEqual(Array.from({ length: 27 }, (_, at) => at));
  expect(second.$('.pagination__link').length).toBe(0);
  expect(first.$('.desk__due--overdue').first().text()).toContain('po termínu');
});

test('a late task is told of once, to whoever was asked with their head and to whoever asked', async () => {
  const { id, reference } = await taken();
  await ask(reference, { 'ukol-komu': `urednik:${asked.actor.officerId}` });
  for (const at of ['2026-12-10T03:30:00Z', '2026-12-11T03:30:00Z', '2026-12-14T03:30:00Z']) {
    portal.setNow(at);
    await watchDeadlines(deps);
  }
  const told = await mailsOf(portal, { caseId: id, kinds: ['taskOverdue'] });
  expect(told.map(({ to }) => to).sort()).toEqual([asked.email, head.email, clerk.email].sort());
  portal.setNow('2026-12-01T08:00:00Z');
});

test('what was asked and answered cannot be changed, not even in the database', async () => {
  const { id, reference } = await taken();
  await ask(reference);
  const [task] = await db.caseTask.findMany({ where: { caseId: id } });
  const dueOn = new Date('2027-01-01');
  await expect(db.caseTask.update({ where: { id: task?.id ?? '' }, data: { dueOn } })).rejects.toThrow();
  await expect(db.caseTask.delete({ where: { id: task?.id ?? '' } })).rejects.toThrow();
});
