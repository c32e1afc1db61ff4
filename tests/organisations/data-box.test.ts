import { beforeEach, expect, test } from 'vitest';
import { revoke } from '../../src/organisations/office/revoke.ts';
import { ownerOf, startIsds } from '../identity/data-box/peer.ts';
import { comeBack, goThere, signInBy, signInThere } from '../identity/data-box/way.ts';
import { lettersTo } from '../identity/mailbox.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen, createOfficer } from '../support/factories.ts';
import { askedMembership, freshIco, representedBy } from '../support/organisations.ts';
import { json, recorded, startAres } from './ares-peer.ts';

/** Whoever signs in by the data box of an organisation as its owner represents it here too, without a clerk. */

const ares = await startAres();
const isds = await startIsds();
const portal = await startPortal({ dataBox: isds.gate, aresUrl: ares.url });
const { deps, db } = portal;
const registry = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });

const name = 'Pekárna U Labe, s.r.o.';
let users = 0;

beforeEach(() => {
  ares.answers.clear();
  ares.isDown = false;
});

/** A firm ARES knows, and its owner at ISDS. */
function firm(changes: Record<string, string> = {}, inAres: Record<string, unknown> = {}): string {
  const ico = freshIco();
  ares.answers.set(ico, json(recorded(ico, inAres)));
  isds.user = ownerOf(ico, { isdsID: `UZ${(users += 1)}`, ...changes });
  return ico;
}

/** Somebody who comes for the first time and makes an account. */
async function comeForTheFirstTime() {
  const visitor = await portal.visitor();
  const page = await visitor.submit(await signInBy(visitor));
  return { visitor, page };
}

/** A citizen whose account the data box opens. */
async function linked() {
  const account = await createCitizen(deps, 'Jana Nováková');
  const visitor = await portal.visitor(account);
  const link = async () => {
    await visitor.submit('/ucet/identity', { form: 'form[action="/ucet/identity/datova-schranka/pripojeni"]' });
    return comeBack(visitor, await signInThere(await goThere(visitor)));
  };
  return { account, visitor, link };
}

const membershipsOf = (ico: string) =>
  db.membership.findMany({ where: { organisation: { ico } }, orderBy: { id: 'asc' }, include: { organisation: true } });

test('they may act for it at once, and nobody at the office is asked', async () => {
  const ico = firm();
  const { visitor, page } = await comeForTheFirstTime();
  expect(page.text).toContain(`Podle datové schránky zastupujete organizaci ${name} – jednat za ni můžete hned.`);
  const [membership, ...others] = await membershipsOf(ico);
  expect(others).toEqual([]);
  expect(membership).toMatchObject({ role: 'representative', state: 'active', decidedById: null, level: 'account' });
  expect(membership?.organisation).toMatchObject({
    source: 'register',
    address: expect.stringContaining('Velké') as unknown,
  });

  const mine = await visitor.get('/organizace');
  expect(mine.text).toContain(name);
  const organisation = `/organizace/${membership?.organisationId ?? ''}`;
  expect((await visitor.get(organisation)).text).toContain('Pozvat');
  expect((await (await portal.visitor(registry)).get('/urad/organizace')).text).not.toContain(name);
  expect(await lettersTo(portal, registry.email)).toEqual([]);
  const [record] = await db.auditRecord.findMany({ where: { action: 'representationProved' } });
  expect(record?.subject).toBe(`organisation/${membership?.organisationId ?? ''}`);
});

test('ARES does not answer: the organisation is known by its data box, as not checked', async () => {
  ares.isDown = true;
  const ico = firm();
  const { visitor } = await comeForTheFirstTime();
  const [membership] = await membershipsOf(ico);
  expect(membership?.organisation).toMatchObject({ name, source: 'typed', kind: null });
  expect(membership?.state).toBe('active');
  expect((await visitor.get(`/organizace/${membership?.organisationId ?? ''}`)).text).toContain('Neznáme ho');
});

test.each<[string, Record<string, string>, Record<string, unknown>]>([
  ['somebody whom the owner lets in', { userType: 'ENTRUSTED_USER' }, {}],
  ['the administrator of the box', { userType: 'ADMINISTRATOR' }, {}],
  ['somebody by their own box', { dbType: 'FO' }, {}],
  ['the head of an office', { dbType: 'OVM' }, {}],
  ['the owner of a firm that is no more', {}, { datumZaniku: '2024-12-31' }],
])('not %s', async (_who, changes, inAres) => {
  const ico = firm(changes, inAres);
  const { page } = await comeForTheFirstTime();
  expect(page.text).not.toContain('zastupujete');
  expect(await membershipsOf(ico)).toEqual([]);
});

test('signing in again says and changes nothing', async () => {
  const ico = firm();
  await comeForTheFirstTime();
  const page = await signInBy(await portal.visitor());
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('zastupujete');
  expect(await membershipsOf(ico)).toHaveLength(1);
});

test('what they asked the registry for is settled', async () => {
  const ico = firm();
  const { account, link } = await linked();
  const asked = await askedMembership(deps, { owner: account, ico });
  expect((await link()).text).toContain('jednat za ni můžete hned');
  expect(await membershipsOf(ico)).toMatchObject([{ id: asked, state: 'active', role: 'representative' }]);
  const page = await (await portal.visitor(registry)).get(`/urad/organizace/${asked}`);
  expect(page.$('form[action$="/schvaleni"]').length).toBe(0);
});

test('who has read for it represents it from now on, and those who manage its people are told', async () => {
  const ico = firm();
  const other = await createCitizen(deps, 'Petr Svoboda');
  const { organisation } = await representedBy(deps, { owner: other, ico });
  const { account, link } = await linked();
  const { accountId } = account.actor;
  const reader = {
    accountId,
    organisationId: organisation,
    role: 'reader',
    state: 'active',
    level: 'account',
  } as const;
  await db.membership.create({ data: { ...reader, askedAt: new Date(), since: new Date() } });
  await link();
  const own = (await membershipsOf(ico)).filter(one => one.accountId === accountId);
  expect(own.map(({ role, state }) => [role, state])).toEqual([
    ['reader', 'ended'],
    ['representative', 'active'],
  ]);
  expect((await lettersTo(portal, other.email)).map(({ text }) => text).join()).toContain('Jana Nováková');
});

test('whom the registry has taken the representation from, it alone gives it back', async () => {
  const ico = firm();
  await comeForTheFirstTime();
  const [membership] = await membershipsOf(ico);
  const { actor } = registry;
  expect(await revoke(deps, { membershipId: membership?.id ?? '', actor, reason: 'Odvolán valnou hromadou' })).toBe(
    'done',
  );
  expect((await signInBy(await portal.visitor())).text).not.toContain('zastupujete');
  expect((await membershipsOf(ico)).map(({ state }) => state)).toEqual(['ended']);
});

test('two sign-ins at once make one representative', async () => {
  const ico = firm();
  const { visitor, link } = await linked();
  await link();
  await visitor.submit('/ucet', { form: 'form[action="/odhlaseni"]' });
  await db.membership.deleteMany({ where: { organisation: { ico } } });
  const both = await Promise.all([signInBy(await portal.visitor()), signInBy(await portal.visitor())]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await membershipsOf(ico)).toHaveLength(1);
});

test('another representative may take them out; the box brings them back', async () => {
  const ico = firm();
  await comeForTheFirstTime();
  await db.membership.updateMany({ where: { organisation: { ico } }, data: { state: 'ended', until: new Date() } });
  await signInBy(await portal.visitor());
  expect((await membershipsOf(ico)).map(({ state }) => state)).toEqual(['ended', 'active']);
});
