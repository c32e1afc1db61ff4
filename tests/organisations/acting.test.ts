import { describe, expect, test } from 'vitest';
import type { GivenRole } from '../../src/core/organisation/roles.ts';
import { startPortal } from '../support/app.ts';
import { type CitizenAccount, createCitizen, createDraft, createOfficer, fileDraft } from '../support/factories.ts';
import { joined, representedBy } from '../support/organisations.ts';
import type { Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;

const slug = 'ohlaseni-psa';
const name = 'Pekárna U Labe, s.r.o.';

interface Acting {
  account: CitizenAccount;
  visitor: Visitor;
  member: string;
}

async function firm() {
  const owner = await createCitizen(deps, 'Rita Zástupná');
  const { organisation, member } = await representedBy(deps, { owner });
  const acting: Acting = { account: owner, member, visitor: await portal.visitor(owner) };
  return { organisation, ...acting };
}

async function withMember(organisation: string, role: GivenRole): Promise<Acting> {
  const account = await createCitizen(deps, 'Filip Malý');
  const member = await joined(deps, { organisation, member: account, role });
  return { account, member, visitor: await portal.visitor(account) };
}

function actFor(visitor: Visitor, organizace: string) {
  return visitor.submit('/moje', { form: '.acting form', fields: { organizace } });
}

/** Files for the organisation, through the form as far as it tells for whom. */
async function filedFor({ account, visitor }: Acting, organisation: string): Promise<string> {
  await actFor(visitor, organisation);
  await visitor.submit(`/sluzby/${slug}/podat`);
  const { accountId } = account.actor;
  const begun = await db.draft.findFirstOrThrow({ where: { accountId }, orderBy: { createdAt: 'desc' } });
  expect(begun.organisationId).toBe(organisation);
  const draft = await createDraft(deps, { owner: account });
  await db.draft.update({ where: { id: draft.id }, data: { organisationId: organisation } });
  return (await fileDraft(deps, draft, account)).reference;
}

describe('for whom somebody acts', () => {
  test('is on every page of who may act for others, and of nobody else', async () => {
    const { organisation, visitor } = await firm();
    const stranger = await portal.visitor(await createCitizen(deps));
    expect((await stranger.get('/moje')).$('.acting')).toHaveLength(0);
    expect((await visitor.get('/moje')).$('.acting__who').text()).toBe('Jednám za: sebe');
    const page = await actFor(visitor, organisation);
    expect(page.path).toBe('/moje');
    expect(page.text).toContain(`Podání organizace ${name}`);
    for (const path of ['/', '/sluzby', '/ucet', '/organizace', `/sluzby/${slug}/podat`]) {
      const { $ } = await visitor.get(path);
      expect($('.acting--other .acting__who').text(), path).toBe(`Jednám za: ${name}`);
      expect($('#jednam-za').val()).toBe(organisation);
    }
    await actFor(visitor, '');
    expect((await visitor.get('/ucet')).$('.acting--other')).toHaveLength(0);
  });

  test('is none of whom one is nothing to, nor of whom one only manages people of', async () => {
    const { organisation } = await firm();
    const manager = await withMember(organisation, 'manager');
    expect((await manager.visitor.get('/moje')).$('.acting')).toHaveLength(0);
    const stranger = await portal.visitor(await createCitizen(deps));
    for (const visitor of [manager.visitor, stranger]) {
      const _csrf = await visitor.token('/organizace');
      expect((await visitor.post('/jednam-za', { _csrf, organizace: organisation })).status).toBe(404);
      expect((await visitor.post('/jednam-za', { _csrf, organizace: 'rubbish' })).status).toBe(404);
    }
  });

  test('is in the session by its id alone, and ends with the membership, at once', async () => {
    const { organisation } = await firm();
    const { visitor, member } = await withMember(organisation, 'filer');
    await actFor(visitor, organisation);
    const [row] = await db.$queryRaw<{ sess: object }[]>`
      SELECT sess FROM session WHERE sess ->> 'actingFor' = ${organisation}`;
    expect(JSON.stringify(row?.sess)).not.toContain('Pekárna');
    await db.membership.update({ where: { id: member }, data: { state: 'ended', until: new Date() } });
    const page = await visitor.get('/moje');
    expect(page.text).toContain('Za tuto organizaci už jednat nemůžete. Od teď jednáte za sebe.');
    expect(page.$('.acting')).toHaveLength(0);
    expect((await visitor.get('/moje')).text).not.toContain('už jednat nemůžete');
  });

  test('is forgotten when somebody signs out', async () => {
    const { organisation, account, visitor } = await firm();
    await actFor(visitor, organisation);
    await visitor.post('/odhlaseni', { _csrf: await visitor.token('/moje') });
    const { email, password } = account;
    await visitor.submit('/prihlaseni', { form: 'form:has([name=password])', fields: { email, password } });
    expect((await visitor.get('/moje')).$('.acting__who').text()).toBe('Jednám za: sebe');
  });
});

describe('filing for an organisation', () => {
  test('says so while it is filled in, and what is begun for oneself stays apart', async () => {
    const { organisation, visitor, account } = await firm();
    await visitor.submit(`/sluzby/${slug}/podat`);
    await actFor(visitor, organisation);
    const start = await visitor.get(`/sluzby/${slug}/podat`);
    expect(start.$('a[href^="/podani/"]')).toHaveLength(0);
    const step = await visitor.submit(start);
    expect(step.text).toContain(`Za organizaci ${name} podáváte toto podání`);
    await actFor(visitor, '');
    const own = await visitor.get('/moje');
    expect(own.$('a[href^="/podani/"]:contains("Pokračovat")')).toHaveLength(1);
    const again = await visitor.get(step.path);
    expect(again.text).toContain(`Za organizaci ${name} podáváte toto podání`);
    const { accountId } = account.actor;
    const drafts = await db.draft.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' } });
    expect(drafts.map(({ organisationId }) => organisationId)).toEqual([null, organisation]);
  });

  test('is not for its readers, who are not let to file for themselves by mistake', async () => {
    const { organisation } = await firm();
    const { visitor, account } = await withMember(organisation, 'reader');
    await actFor(visitor, organisation);
    const page = await visitor.get(`/sluzby/${slug}/podat`);
    expect(page.text).toContain(`Za organizaci ${name} podávat nemůžete`);
    expect(page.$('main form')).toHaveLength(0);
    const _csrf = await visitor.token('/moje');
    expect((await visitor.post(`/sluzby/${slug}/podat`, { _csrf })).status).toBe(409);
    expect(await db.draft.count({ where: { accountId: account.actor.accountId } })).toBe(0);
  });

  test('is in what was filed, on the receipt and at the desk', async () => {
    const own = await firm();
    const reference = await filedFor(own, own.organisation);
    const kept = await db.case.findUniqueOrThrow({ where: { reference } });
    expect(kept).toMatchObject({ organisationId: own.organisation, applicantId: own.account.actor.accountId });
    const officer = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });
    const desk = await (await portal.visitor(officer)).get(`/urad/pripady/${reference}`);
    expect(desk.text).toContain(name);
    const page = await own.visitor.get(`/pripady/${reference}`);
    expect(page.status).toBe(200);
  });

  test('is over for who may not file for it any more, whatever they had begun', async () => {
    const { organisation } = await firm();
    const { account, member } = await withMember(organisation, 'filer');
    const draft = await createDraft(deps, { owner: account });
    await db.draft.update({ where: { id: draft.id }, data: { organisationId: organisation } });
    await db.membership.update({ where: { id: member }, data: { role: 'reader' } });
    await expect(fileDraft(deps, draft, account)).rejects.toThrow('not filed: notMember');
    const visitor = await portal.visitor(account);
    const page = await visitor.submit(`/podani/${draft.id}/souhrn`, { form: 'form[action$=odeslani]' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Za tuto organizaci už podávat nemůžete');
    expect(await db.case.count({ where: { draftId: draft.id } })).toBe(0);
  });
});

describe('what was filed for an organisation', () => {
  test('is read by its members by role, also after who filed it has left, and by nobody else', async () => {
    const { organisation } = await firm();
    const filer = await withMember(organisation, 'filer');
    const reader = await withMember(organisation, 'reader');
    const manager = await withMember(organisation, 'manager');
    const stranger = await portal.visitor(await createCitizen(deps));
    const reference = await filedFor(filer, organisation);
    const path = `/pripady/${reference}`;
    expect((await filer.visitor.get(path)).status).toBe(200);
    expect((await reader.visitor.get(path)).status).toBe(200);
    expect((await manager.visitor.get(path)).status).toBe(404);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await filer.visitor.get('/moje')).html).toContain(reference);
    await actFor(filer.visitor, '');
    expect((await filer.visitor.get('/moje')).html).not.toContain(reference);

    await db.membership.update({ where: { id: filer.member }, data: { state: 'ended', until: new Date() } });
    for (const gone of [path, `${path}/potvrzeni`, `${path}/potvrzeni.pdf`]) {
      expect((await filer.visitor.get(gone)).status, gone).toBe(404);
    }
    await actFor(reader.visitor, organisation);
    expect((await reader.visitor.get('/moje')).html).toContain(reference);
    expect((await reader.visitor.get(path)).status).toBe(200);
  });

  test('is worked by those who may file for it, whoever of them filed it; a reader only reads', async () => {
    const { organisation, visitor: representative } = await firm();
    const filer = await withMember(organisation, 'filer');
    const reader = await withMember(organisation, 'reader');
    const reference = await filedFor(filer, organisation);
    const path = `/pripady/${reference}`;
    const page = await reader.visitor.get(path);
    expect(page.$('form[action$=zpravy]')).toHaveLength(0);
    expect(page.$('main a[href^="/prihlaseni"]')).toHaveLength(0);
    const tried = await reader.visitor.post(`${path}/zpetvzeti`, { _csrf: await reader.visitor.token('/moje') });
    expect(tried.status).toBe(403);
    const other = await representative.get(`${path}/zpetvzeti`);
    expect(other.status).toBe(200);
  });
});
