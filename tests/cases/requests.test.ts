import { describe, expect, test } from 'vitest';
import { decideCase, takeOverCase, trackingCode } from '../../src/cases/commands.ts';
import { startPortal } from '../support/app.ts';
import {
  type CaseRecord,
  createCase,
  createCitizen,
  createDraft,
  createOfficer,
  exampleEntries,
  fileDraft,
} from '../support/factories.ts';
import { lastMailTo } from '../support/mail.ts';
import type { Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
const owner = await createCitizen(deps);
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const { email } = (await exampleEntries('ohlaseni-psa')) as { email: string };

const pathOf = ({ reference }: CaseRecord) => `/pripady/${reference}`;
const stateOf = async ({ id }: CaseRecord) => (await db.case.findUniqueOrThrow({ where: { id } })).state;
const by = (filed: CaseRecord, expectedVersion: number) => ({
  caseId: filed.id,
  expectedVersion,
  actor: clerk.actor,
  now: deps.now(),
});

async function byCode({ id, reference }: CaseRecord): Promise<Visitor> {
  const guest = await portal.visitor();
  await guest.submit('/stav', { fields: { reference, code: trackingCode(deps.vault, id) } });
  return guest;
}

describe('taking a filing back', () => {
  test('is said what it means, confirmed by mail, and ends the case', async () => {
    const filed = await createCase(deps, { owner });
    const visitor = await portal.visitor(owner);
    const href = (await visitor.get(pathOf(filed))).$('a[href$="/zpetvzeti"]').attr('href') ?? '';
    const asked = await visitor.get(href);
    expect(asked.text).toContain('Vrátit to nepůjde.');
    const page = await visitor.submit(asked, { fields: { duvod: 'Psa už nemáme.' } });
    expect(page.path).toBe(pathOf(filed));
    expect(page.text).toContain('Podání jste vzali zpět.');
    expect(page.text).toContain('Důvod: Psa už nemáme.');
    expect(page.$('a[href$="/zpetvzeti"]').length).toBe(0);
    expect(await stateOf(filed)).toBe('withdrawn');
    expect((await lastMailTo(portal, email)).text).toContain('Vzali jste podání zpět.');
  });

  test('twice is once: the second press leads to the case', async () => {
    const filed = await createCase(deps, { owner });
    const visitor = await portal.visitor(owner);
    const asked = await visitor.get(`${pathOf(filed)}/zpetvzeti`);
    await visitor.submit(asked);
    const again = await visitor.submit(asked);
    expect([again.status, again.path]).toEqual([200, pathOf(filed)]);
    expect(await db.caseEvent.count({ where: { caseId: filed.id, type: 'withdrawn' } })).toBe(1);
  });

  test('is over once it has been decided', async () => {
    const filed = await createCase(deps, { owner });
    await takeOverCase(deps, by(filed, 1));
    const visitor = await portal.visitor(owner);
    const asked = await visitor.get(`${pathOf(filed)}/zpetvzeti`);
    await decideCase(deps, { ...by(filed, 2), outcome: 'granted', explanation: 'Zapsali jsme ho.' });
    expect((await visitor.submit(asked)).path).toBe(pathOf(filed));
    expect(await stateOf(filed)).toBe('decided');
  });

  test('with an endless reason is refused, and the reason stays', async () => {
    const filed = await createCase(deps, { owner });
    const visitor = await portal.visitor(owner);
    const page = await visitor.submit(`${pathOf(filed)}/zpetvzeti`, { fields: { duvod: 'á'.repeat(1001) } });
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary').text()).toContain('Zkraťte důvod');
    expect(page.$('#duvod').text().trim()).toBe('á'.repeat(1001));
    expect(await stateOf(filed)).toBe('filed');
  });
});

describe('asking to see the file', () => {
  test('reaches the office with the time that suits, and is confirmed by mail', async () => {
    const filed = await createCase(deps, { owner });
    const visitor = await portal.visitor(owner);
    const fields = { kdy: 'v úterý odpoledne', poznamka: 'Jde mi o výpočet poplatku.' };
    const page = await visitor.submit(`${pathOf(filed)}/nahlednuti`, { fields });
    expect(page.text).toContain('Žádost o nahlédnutí jsme předali úřadu.');
    expect((await lastMailTo(portal, email)).text).toContain('Požádali jste o\u00a0nahlédnutí');
    const desk = await (await portal.visitor(clerk)).get(`/urad${pathOf(filed)}`);
    expect(desk.text).toContain('Hodí se: v úterý odpoledne. Jde mi o výpočet poplatku.');
    expect(await stateOf(filed)).toBe('filed');
  });

  test.each([
    ['', '', 'kdy', 'Napište, kdy by se vám to hodilo'],
    ['á'.repeat(201), '', 'kdy', 'Zkraťte text'],
    ['zítra', 'á'.repeat(1001), 'poznamka', 'Zkraťte poznámku'],
  ])('is refused when something is wrong, and what was typed stays', async (kdy, poznamka, field, sentence) => {
    const filed = await createCase(deps, { owner });
    const visitor = await portal.visitor(owner);
    const page = await visitor.submit(`${pathOf(filed)}/nahlednuti`, { fields: { kdy, poznamka } });
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="#${field}"]`).text()).toContain(sentence);
    expect([page.$('#kdy').val(), page.$('#poznamka').text().trim()]).toEqual([kdy, poznamka]);
  });
});

test('with a trial nothing can be asked of the office, which never got it', async () => {
  const draft = await createDraft(deps, { owner });
  await db.draft.update({ where: { id: draft.id }, data: { trial: true } });
  const filed = await fileDraft(deps, draft, owner);
  const visitor = await portal.visitor(owner);
  const page = await visitor.get(pathOf(filed));
  expect(page.status).toBe(200);
  expect(page.$('main form, #co-muzete').length).toBe(0);
  const _csrf = await visitor.token();
  expect((await visitor.post(`${pathOf(filed)}/zpetvzeti`, { _csrf })).path).toBe(pathOf(filed));
  expect((await visitor.post(`${pathOf(filed)}/zpravy`, { _csrf, zprava: 'x' })).status).toBe(403);
  expect(await stateOf(filed)).toBe('filed');
});

describe.each(['zpetvzeti', 'nahlednuti'])('%s', resource => {
  test('is for a guest who has the code of what was filed without an account', async () => {
    const filed = await createCase(deps);
    const guest = await byCode(filed);
    const page = await guest.submit(`${pathOf(filed)}/${resource}`, { fields: { kdy: 'kdykoli' } });
    expect([page.status, page.path]).toEqual([200, pathOf(filed)]);
  });

  test('is not for whoever has only the code of what an account has filed', async () => {
    const filed = await createCase(deps, { owner });
    const guest = await byCode(filed);
    const path = `${pathOf(filed)}/${resource}`;
    expect((await guest.get(path)).status).toBe(403);
    expect((await guest.post(path, { _csrf: await guest.token(), kdy: 'kdykoli' })).status).toBe(403);
    expect(await stateOf(filed)).toBe('filed');
  });
});
