import { beforeAll, describe, expect, test } from 'vitest';
import { addNote, assignCase, closeCase, decideCase, startCase, takeOverCase } from '../../src/cases/commands.ts';
import { startPortal } from '../support/app.ts';
import {
  attachPdf,
  createCase,
  createCitizen,
  createDraft,
  createOfficer,
  fileDraft,
  type CaseRecord,
} from '../support/factories.ts';

const portal = await startPortal();
const { deps } = portal;
const owner = await createCitizen(deps);
const stranger = await createCitizen(deps, 'Petr Svoboda');
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const outsider = await createOfficer(deps, { department: 'dotaci' });

async function ownCase(): Promise<CaseRecord> {
  portal.setNow('2026-11-22T13:03:27.500Z');
  return createCase(deps, { owner });
}

const by = (filed: CaseRecord, expectedVersion: number) => ({
  caseId: filed.id,
  expectedVersion,
  actor: clerk.actor,
  now: deps.now(),
});

describe('the applicant sees at every moment', () => {
  test('before anybody has it: the department with its phone, that nothing is asked of them, and until when', async () => {
    const filed = await ownCase();
    const visitor = await portal.visitor(owner);
    const { $, text, headers } = await visitor.get(`/pripady/${filed.reference}`);
    expect(text).toContain('Podání jsme přijali. Čeká na převzetí.');
    const facts = $('.facts__item')
      .toArray()
      .map(item => $(item).text().replaceAll(/\s+/g, ' ').trim());
    expect(facts[0]).toMatch(/^Kdo ho má Odbor rozpočtu a financí \+420 495/);
    expect(facts[1]).toContain('Vy teď nemusíte nic dělat.');
    expect(facts[2]).toMatch(/22\. prosince 2026 za 30 dní/);
    expect(text).toContain('Jak se lhůta počítá');
    expect($('.timeline__item--ahead').length).toBeGreaterThan(0);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('what it is about, in the words by which their list tells it apart', async () => {
    const filed = await ownCase();
    const visitor = await portal.visitor(owner);
    const { $ } = await visitor.get(`/pripady/${filed.reference}`);
    const listed = (await visitor.get('/moje')).$(`.link-list__item:has(a[href="/pripady/${filed.reference}"])`);
    expect($('h1 + p').text()).toContain('Alík');
    expect(listed.find('.link-list__description').first().text()).toBe($('h1 + p').text());
  });

  test('who has it: the officer, their department, phone and e-mail', async () => {
    const filed = await ownCase();
    await takeOverCase(deps, by(filed, 1));
    const { $ } = await (await portal.visitor(owner)).get(`/pripady/${filed.reference}`);
    const holder = $('.facts__item').first();
    expect(holder.find('.facts__value').text()).toBe('Marie Dvořáková');
    expect(holder.find('a[href="tel:+420495707111"]').length).toBe(1);
    expect(holder.find(`a[href="mailto:${clerk.email}"]`).length).toBe(1);
  });

  test('that the office is late, when it is', async () => {
    const filed = await ownCase();
    portal.setNow('2026-12-28T09:00:00Z');
    const { $, text } = await (await portal.visitor(owner)).get(`/pripady/${filed.reference}`);
    expect(text).toContain('Lhůta pro vyřízení uplynula 22. prosince 2026.');
    expect($('.facts__item--urgent').text()).toContain('po termínu 6\u00a0dní');
  });

  test('how it was decided and why, and that the page is no delivery', async () => {
    const filed = await ownCase();
    await takeOverCase(deps, by(filed, 1));
    await startCase(deps, by(filed, 2));
    const explanation = 'Psa jsme zapsali.\r\n\r\nZnámka přijde poštou.';
    await decideCase(deps, { ...by(filed, 3), outcome: 'granted', explanation });
    await closeCase(deps, { ...by(filed, 4), note: 'do spisovny' });
    const { $, text } = await (await portal.visitor(owner)).get(`/pripady/${filed.reference}`);
    expect(text).toContain('Podání je vyřízené, vyhověli jsme mu.');
    expect($('#rozhodnuti').nextAll('p').first().text()).toBe('Psa jsme zapsali.');
    expect(text).toContain('Tohle není doručení rozhodnutí.');
    expect($('.facts__item').first().text()).toContain('Kdo ho vyřídil');
    expect($('.facts__item').last().text()).toContain('22.\u00a0listopadu 2026');
  });

  test('what they have filed, and the files', async () => {
    const draft = await createDraft(deps, { agenda: 'zabor-verejneho-prostranstvi', owner });
    const slot = draft.definition.attachments[0]?.id ?? '';
    const attachment = await attachPdf(deps, { draftId: draft.id, slot, name: 'plánek dvora.pdf' });
    const filed = await fileDraft(deps, draft, owner);
    const visitor = await portal.visitor(owner);
    const page = await visitor.get(`/pripady/${filed.reference}`);
    expect(page.$('details').text()).toContain(draft.definition.steps[0]?.title);
    expect(page.$(`a[href="/prilohy/${attachment}"]`).text()).toBe('plánek dvora.pdf');
    const file = await visitor.agent.get(`/prilohy/${attachment}`);
    expect(file.status).toBe(200);
    expect(file.headers['content-disposition']).toContain('attachment');
  });

  test('a reference typed in small letters without hyphens', async () => {
    const filed = await ownCase();
    const typed = filed.reference.toLowerCase().replaceAll('-', '');
    expect((await (await portal.visitor(owner)).get(`/pripady/${typed}`)).status).toBe(200);
  });
});

test('what the office writes for itself is on no page of the applicant', async () => {
  const filed = await ownCase();
  const note = 'podezřelé, prověřit u dodavatele';
  await addNote(deps, { caseId: filed.id, actor: clerk.actor, text: note, now: deps.now() });
  await takeOverCase(deps, by(filed, 1));
  await decideCase(deps, { ...by(filed, 2), outcome: 'settled', explanation: 'Hotovo.' });
  await closeCase(deps, { ...by(filed, 3), note: 'interní poznámka k uzavření' });
  const visitor = await portal.visitor(owner);
  for (const path of [`/pripady/${filed.reference}`, `/pripady/${filed.reference}/potvrzeni`, '/moje']) {
    const { html, status } = await visitor.get(path);
    expect(status).toBe(200);
    expect(html).not.toContain('podezřelé');
    expect(html).not.toContain('interní');
  }
});

test('a reason of handing over is shown: a hand-over without one is no information', async () => {
  const filed = await ownCase();
  const { departmentId } = outsider.actor;
  await assignCase(deps, { ...by(filed, 1), to: { departmentId }, reason: 'Patří k dotacím.' });
  const { text } = await (await portal.visitor(owner)).get(`/pripady/${filed.reference}`);
  expect(text).toContain('Důvod: Patří k dotacím.');
});

describe('what belongs to somebody else is not found', () => {
  let paths: string[];
  beforeAll(async () => {
    const draft = await createDraft(deps, { agenda: 'zabor-verejneho-prostranstvi', owner });
    const slot = draft.definition.attachments[0]?.id ?? '';
    const attachment = await attachPdf(deps, { draftId: draft.id, slot });
    const { reference } = await fileDraft(deps, draft, owner);
    const page = `/pripady/${reference}`;
    paths = [page, `${page}/potvrzeni`, `${page}/potvrzeni.pdf`, `/prilohy/${attachment}`];
  });

  test.each([
    ['another citizen', stranger],
    ['an officer of another department', outsider],
    ['a guest', undefined],
  ])('%s', async (_who, account) => {
    const visitor = await portal.visitor(account);
    for (const path of paths) expect((await visitor.agent.get(path)).status, path).toBe(404);
  });

  test('a guest is told how to get in, in the same words whether the case exists or not', async () => {
    const visitor = await portal.visitor();
    const [real = ''] = paths;
    const missing = await visitor.get('/pripady/HK26-99999-X');
    const existing = await visitor.get(real);
    expect(existing.text).toBe(missing.text);
    expect(existing.text).toContain('Zadejte značku a sledovací kód');
    expect((await visitor.get('/pripady/nesmysl')).text).toBe(missing.text);
  });

  test('the page leads a guest through signing in back to the case', async () => {
    const [path = ''] = paths;
    const visitor = await portal.visitor();
    const { $ } = await visitor.get(path);
    const signIn = $('main a[href^="/prihlaseni"]').attr('href') ?? '';
    const fields = { email: owner.email, password: owner.password };
    expect((await visitor.submit(signIn, { fields })).path).toBe(path);
  });
});

test('an officer is led from the public address to their desk', async () => {
  const filed = await ownCase();
  const visitor = await portal.visitor(clerk);
  const { status, headers } = await visitor.agent.get(`/pripady/${filed.reference}`);
  expect([status, headers.location]).toEqual([303, `/urad/pripady/${filed.reference}`]);
});
