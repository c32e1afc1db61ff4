import { describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import {
  attachPdf,
  createCase,
  createCitizen,
  createDraft,
  createOfficer,
  type CitizenAccount,
  fileDraft,
  type OfficerAccount,
} from '../support/factories.ts';
import type { Page } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db, setNow } = portal;
const owner = await createCitizen(deps, 'Karel Tajný');
const outsider = await createOfficer(deps, { department: 'dotaci', name: 'Nikola Tichá' });
const why = 'Stejný žadatel žádá u nás o dotaci na tutéž akci.';
// The example filing asks for days in June.
setNow('2026-05-04T08:00:00Z');

const look = async (officer: OfficerAccount, fields: Record<string, string>): Promise<Page> =>
  (await portal.visitor(officer)).submit('/urad/nahlednuti', { form: 'form[action="/urad/nahlednuti"]', fields });

/** With a file, in the department of transport. */
async function filedBy(applicant: CitizenAccount): Promise<{ id: string; reference: string; attachment: string }> {
  const draft = await createDraft(deps, { agenda: 'zabor-verejneho-prostranstvi', owner: applicant });
  const [slot] = draft.definition.attachments;
  const attachment = await attachPdf(deps, { draftId: draft.id, slot: slot?.id ?? '' });
  return { ...(await fileDraft(deps, draft, applicant)), attachment };
}

describe('a case of another department', () => {
  test('is found by nobody who states no reason, and read by who did, without what the office writes', async () => {
    const { reference, attachment } = await filedBy(owner);
    const visitor = await portal.visitor(outsider);
    expect((await visitor.get(`/urad/nahlednuti/${reference}`)).status).toBe(404);

    const page = await look(outsider, { znacka: reference, duvod: why });
    expect(page.path).toBe(`/urad/nahlednuti/${reference}`);
    expect(page.text).toContain('Střechy Hradec s.r.o.');
    expect(page.$('main form')).toHaveLength(0);
    for (const path of [`prilohy/${attachment}`, `prilohy/${attachment}/nahled`]) {
      expect((await visitor.agent.get(`/urad/nahlednuti/${reference}/${path}`)).status).toBe(200);
    }
    for (const path of [`/urad/pripady/${reference}`, `/urad/pripady/${reference}/prilohy/${attachment}`]) {
      expect((await visitor.get(path)).status).toBe(404);
    }
    const other = await portal.visitor(await createOfficer(deps, { department: 'dotaci' }));
    expect((await other.get(`/urad/nahlednuti/${reference}`)).status).toBe(404);
  });

  test('is shut again after eight hours', async () => {
    const { reference } = await filedBy(owner);
    await look(outsider, { znacka: reference, duvod: why });
    const visitor = await portal.visitor(outsider);
    setNow('2026-05-04T15:59:00Z');
    expect((await visitor.get(`/urad/nahlednuti/${reference}`)).status).toBe(200);
    setNow('2026-05-04T16:01:00Z');
    expect((await visitor.get(`/urad/nahlednuti/${reference}`)).status).toBe(404);
    setNow('2026-05-04T08:00:00Z');
  });

  test('tells its applicant who looked, when and why; the reason stays for good', async () => {
    const { id, reference } = await filedBy(owner);
    const citizen = await portal.visitor(owner);
    expect((await citizen.get(`/pripady/${reference}/nahledy`)).text).toContain('Zatím nikdo.');
    await look(outsider, { znacka: reference, duvod: why });
    const page = await citizen.get(`/pripady/${reference}/nahledy`);
    expect(page.text).toMatch(/4\. května 2026\s+Nikola Tichá, referentka, Odbor dotací/);
    expect(page.text).toContain(why);
    const stranger = await portal.visitor(await createCitizen(deps, 'Petr Zvědavý'));
    expect((await stranger.get(`/pripady/${reference}/nahledy`)).status).toBe(404);

    const kept = await db.caseLook.findFirstOrThrow({ where: { caseId: id } });
    expect(Buffer.from(kept.why).toString()).not.toContain('dotaci');
    await expect(db.caseLook.delete({ where: { id: kept.id } })).rejects.toThrow();
    const actions = await db.auditRecord.findMany({ where: { subject: `case/${id}` }, orderBy: { id: 'asc' } });
    expect(actions.map(({ action }) => action)).toEqual(['caseFiled', 'caseLookedInto', 'caseOpened']);
  });

  test('of one’s own, or in which one is biased, is not opened this way', async () => {
    const { id, reference } = await createCase(deps, { owner });
    await db.case.update({ where: { id }, data: { biased: [outsider.actor.officerId] } });
    expect((await look(outsider, { znacka: reference, duvod: why })).status).toBe(400);
    const { actor } = outsider;
    const { accountId, name } = actor;
    const self = { ...outsider, actor: { kind: 'citizen' as const, accountId, name, level: 'account' as const } };
    const own = await createCase(deps, { owner: self });
    expect((await look(outsider, { znacka: own.reference, duvod: why })).status).toBe(400);
  });

  test('that is the officer’s own business leads to the desk', async () => {
    const { reference } = await createCase(deps, { owner });
    const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
    expect((await look(clerk, { znacka: reference, duvod: why })).path).toBe(`/urad/pripady/${reference}`);
  });
});

describe('a look', () => {
  test.each([
    ['without a reference', { znacka: '', duvod: why }, 'Zadejte značku případu'],
    ['at a case that is not there', { znacka: 'HK26-99999-X', duvod: why }, 'nemůžete otevřít'],
    ['without a reason', { znacka: 'HK26-99999-X', duvod: '' }, 'aspoň několika slovy'],
    ['for a reason of one word', { znacka: 'HK26-99999-X', duvod: 'prostě' }, 'aspoň několika slovy'],
    ['for a reason without end', { znacka: 'HK26-99999-X', duvod: 'a'.repeat(501) }, 'kratší než 500'],
  ])('%s is refused with a sentence, and what was typed stays', async (_what, fields, sentence) => {
    const page = await look(outsider, fields);
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary').text()).toContain(sentence);
    expect(page.$('#znacka').attr('value') ?? '').toBe(fields.znacka);
    expect(page.$('#duvod').text().trim()).toBe(fields.duvod);
  });

  test('is for who works cases', async () => {
    const auditor = await portal.visitor(await createOfficer(deps, { department: 'informatiky', roles: ['auditor'] }));
    expect((await auditor.get('/urad/nahlednuti')).status).toBe(404);
  });

  test('is offered where a reference of another department was looked for', async () => {
    const { reference } = await createCase(deps, { owner });
    const page = await (await portal.visitor(outsider)).get(`/urad?hledat=${reference}`);
    expect(page.path).toBe(`/urad/nahlednuti?znacka=${reference}`);
    expect(page.$('#znacka').attr('value')).toBe(reference);
  });
});
