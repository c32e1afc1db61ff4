import { describe, expect, test } from 'vitest';
import { revokeMandate } from '../../src/mandates/own/end.ts';
import { changeMember } from '../../src/organisations/people/change-member.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen, createOfficer } from '../support/factories.ts';
import { empowered, mailsTo, offeredMandate } from '../support/mandates.ts';
import { joined, representedBy } from '../support/organisations.ts';

const portal = await startPortal();
const { deps, db } = portal;

async function offered() {
  const principal = await createCitizen(deps, 'Jana Zmocnitelka');
  const agent = await createCitizen(deps, 'Petra Zmocněná');
  const { id, link } = await offeredMandate(deps, { principal, agent });
  return { principal, agent, id, link, visitor: await portal.visitor(agent) };
}

const stateOf = async (id: string) => (await db.mandate.findUniqueOrThrow({ where: { id } })).state;

describe('the link of an offer', () => {
  test('is accepted by whom it was sent to; both sides are told and see it', async () => {
    const { principal, agent, id, link, visitor } = await offered();
    const page = await visitor.get(link);
    expect(page.text).toContain('Jana Zmocnitelka vám nabízí zmocnění');
    expect(page.text).toContain('pro všechny služby úřadu');
    const accepted = await visitor.submit(page, { form: '#prijmout' });
    expect(accepted.path).toBe(`/ucet/zmocneni/${id}`);
    expect(await db.mandate.findUnique({ where: { id } })).toMatchObject({
      ...{ state: 'active', agentId: agent.actor.accountId, agentOrganisationId: null, decidedById: null },
    });
    expect((await visitor.get('/ucet/zmocneni')).text).toContain('Jana Zmocnitelka');
    expect((await (await portal.visitor(principal)).get('/ucet/zmocneni')).text).toContain('Petra Zmocněná');
    for (const { email } of [principal, agent]) expect(await mailsTo(deps, 'mandateAccepted', email)).toHaveLength(1);
  });

  test('is accepted for an organisation by who manages it, and by nobody else of it', async () => {
    const { agent, id, link, visitor } = await offered();
    const { organisation: own } = await representedBy(deps, { owner: agent, name: 'Účtárna, s.r.o.' });
    const { organisation: other } = await representedBy(deps, { owner: await createCitizen(deps) });
    await joined(deps, { organisation: other, member: agent, role: 'filer' });
    const page = await visitor.get(link);
    expect(page.$('[name=jako]').length).toBe(2);
    const wrong = await visitor.submit(page, { form: '#prijmout', fields: { jako: other } });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('Vyberte, kdo zmocnění přijímá');
    await visitor.submit(page, { form: '#prijmout', fields: { jako: own } });
    expect(await db.mandate.findUnique({ where: { id } })).toMatchObject({
      ...{ state: 'active', agentId: null, agentOrganisationId: own },
    });
  });

  test('is refused; both sides are told, and it cannot be accepted after', async () => {
    const { principal, agent, id, link, visitor } = await offered();
    const page = await visitor.submit(link, { form: '#odmitnout' });
    expect(page.text).toContain('Zmocnění jste odmítli');
    expect(await stateOf(id)).toBe('refused');
    for (const { email } of [principal, agent]) expect(await mailsTo(deps, 'mandateRefused', email)).toHaveLength(1);
    const again = await visitor.get(link);
    expect(again.status).toBe(410);
    expect(again.text).toContain('Toto zmocnění je odmítnuté');
  });

  test('forwarded to somebody else is refused clearly, naming the address in part', async () => {
    const { agent, id, link } = await offered();
    const stranger = await portal.visitor(await createCitizen(deps));
    const page = await stranger.get(link);
    expect(page.status).toBe(409);
    expect(page.text).toContain('ale váš účet ji nemá');
    expect(page.text).not.toContain(agent.email);
    const klic = new URL(link, 'http://portal').searchParams.get('klic') ?? '';
    for (const path of ['/ucet/zmocneni/pozvanka', '/ucet/zmocneni/pozvanka/odmitnuti']) {
      const tried = await stranger.post(path, { _csrf: await stranger.token('/ucet'), klic });
      expect(tried.status).toBe(409);
    }
    expect(await stateOf(id)).toBe('offered');
  });

  test('used twice is refused to others and leads who used it to the mandate; two at once make one agent', async () => {
    const { agent, id, link, visitor } = await offered();
    const pages = await Promise.all([visitor.get(link), visitor.get(link)]);
    const answers = await Promise.all(pages.map(page => visitor.submit(page, { form: '#prijmout' })));
    expect(answers.map(({ path }) => path).sort()).toEqual([`/ucet/zmocneni/${id}`, '/ucet/zmocneni/pozvanka'].sort());
    expect(await mailsTo(deps, 'mandateAccepted', agent.email)).toHaveLength(1);
    expect((await visitor.get(link)).text).toContain('Toto zmocnění jste už přijali');
    const stranger = await (await portal.visitor(await createCitizen(deps))).get(link);
    expect(stranger.status).toBe(410);
    expect(stranger.text).toContain('Toto zmocnění už někdo přijal');
  });

  test('that expired, was revoked, never was, or is of one’s own is refused, each in its own words', async () => {
    const old = await offered();
    await db.mandate.update({ where: { id: old.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    const expired = await old.visitor.get(old.link);
    expect(expired.status).toBe(410);
    expect(expired.text).toContain('Platnost tohoto odkazu skončila');
    const taken = await offered();
    await revokeMandate(deps, { mandateId: taken.id, actor: taken.principal.actor });
    const revoked = await taken.visitor.get(taken.link);
    expect(revoked.status).toBe(410);
    expect(revoked.text).toContain('Tuto nabídku zmocnitel odvolal');
    expect((await taken.visitor.get('/ucet/zmocneni/pozvanka?klic=rubbish')).text).toContain('Tento odkaz neplatí');
    const late = await offered();
    const day = new Date('2020-01-01');
    await db.mandate.update({ where: { id: late.id }, data: { fromOn: day, untilOn: day } });
    expect((await late.visitor.get(late.link)).text).toContain('Poslední den, kdy mělo zmocnění platit, už uplynul');
  });

  test('offered for an organisation is worth nothing once whoever offered it does not manage its people', async () => {
    const boss = await createCitizen(deps);
    const { organisation } = await representedBy(deps, { owner: boss });
    const principal = await createCitizen(deps);
    const memberId = await joined(deps, { organisation, member: principal, role: 'manager' });
    const agent = await createCitizen(deps);
    const { id, link } = await offeredMandate(deps, { principal, organisation, agent });
    const visitor = await portal.visitor(agent);
    const page = await visitor.get(link);
    expect(page.status).toBe(200);
    await changeMember(deps, { organisationId: organisation, memberId, to: null, actor: boss.actor });
    const accepted = await visitor.submit(page, { form: '#prijmout' });
    expect([accepted.status, accepted.text]).toEqual([410, expect.stringContaining('Tuto nabídku zmocnitel odvolal')]);
    expect(await stateOf(id)).toBe('offered');
  });

  test('is not for officers, who act for the office', async () => {
    const { link } = await offered();
    const officer = await portal.visitor(await createOfficer(deps, { department: 'dopravy' }));
    const page = await officer.get(link);
    expect(page.status).toBe(409);
    expect(page.text).toContain('přihlášení jako úředník');
  });
});

describe('the end of a mandate', () => {
  test.each([
    ['the principal revokes it', 'odvolani', 'revoked', 'mandateRevoked'],
    ['the agent resigns', 'vypoved', 'resigned', 'mandateResigned'],
  ] as const)('%s at any time; both are told, and it is done once', async (_who, path, state, kind) => {
    const principal = await createCitizen(deps, 'Jana Zmocnitelka');
    const agent = await createCitizen(deps, 'Petra Zmocněná');
    const id = await empowered(deps, { principal, agent });
    const visitor = await portal.visitor(path === 'odvolani' ? principal : agent);
    const other = await portal.visitor(path === 'odvolani' ? agent : principal);
    const page = await visitor.get(`/ucet/zmocneni/${id}`);
    expect((await other.get(page.path)).$(`form[action$=${path}]`)).toHaveLength(0);
    const forbidden = await other.post(`${page.path}/${path}`, { _csrf: await other.token('/ucet') });
    expect(forbidden.status).toBe(404);
    await visitor.submit(page, { form: `form[action$=${path}]` });
    expect(await stateOf(id)).toBe(state);
    const again = await visitor.submit(page, { form: `form[action$=${path}]` });
    expect(again.text).toContain('Zmocnění mezitím skončilo');
    for (const { email } of [principal, agent]) expect(await mailsTo(deps, kind, email)).toHaveLength(1);
  });

  test('of an organisation is for who manages it, on either side', async () => {
    const owner = await createCitizen(deps, 'Rita Zástupná');
    const { organisation } = await representedBy(deps, { owner });
    const filer = await createCitizen(deps);
    const manager = await createCitizen(deps);
    await joined(deps, { organisation, member: filer, role: 'filer' });
    await joined(deps, { organisation, member: manager, role: 'manager' });
    const agent = await createCitizen(deps);
    const id = await empowered(deps, { principal: owner, organisation, agent });
    expect((await (await portal.visitor(filer)).get(`/ucet/zmocneni/${id}`)).status).toBe(404);
    const page = await (
      await portal.visitor(manager)
    ).submit(`/ucet/zmocneni/${id}`, { form: 'form[action$=odvolani]' });
    expect(page.text).toContain('Zmocnění jste odvolali');
    for (const { email } of [owner, manager, agent])
      expect(await mailsTo(deps, 'mandateRevoked', email)).toHaveLength(1);
  });
});
