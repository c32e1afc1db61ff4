import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { createCitizen, password } from '../../support/factories.ts';
import { eidas, jana, startNiaPeer } from './peer.ts';
import { entityId, keyPair } from './settings.ts';
import { setUpPhone } from '../code-app.ts';
import { back } from './addresses.ts';
import { answerTo, goThere, sendFromElsewhere, signInBy, xmlOf } from './way.ts';

const peer = await startNiaPeer();
const portal = await startPortal({ nia: peer.nia });
const { app, db, deps } = portal;

test('the sign-in page offers it, and keeps where the person was going', async () => {
  const page = await (await portal.visitor()).get('/prihlaseni?zpet=%2Fstav');
  const link = page.$('a[href^="/prihlaseni/identita-obcana"]');
  expect(link.text().trim()).toContain('Identita občana');
  expect(link.attr('href')).toBe('/prihlaseni/identita-obcana?zpet=%2Fstav');
});

test('the question is signed, says what it wants and what it is for', async () => {
  const question = await goThere(await portal.visitor(), '?uroven=znacna');
  expect(question.href.startsWith(peer.nia.ssoUrl)).toBe(true);
  expect(question.searchParams.get('SigAlg')).toBe('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256');
  const $ = load(xmlOf(question), { xml: true });
  expect($('samlp\\:AuthnRequest').attr()).toMatchObject({
    Destination: peer.nia.ssoUrl,
    AssertionConsumerServiceURL: `http://localhost:3000${back}`,
  });
  expect($('saml\\:Issuer').text()).toBe(entityId);
  expect($('samlp\\:RequestedAuthnContext').attr('Comparison')).toBe('minimum');
  expect($('saml\\:AuthnContextClassRef').text()).toBe('http://eidas.europa.eu/LoA/substantial');
  expect($('eidas\\:SPType').text()).toBe('public');
  const required = $('eidas\\:RequestedAttribute[isRequired=true]').map((_at, one) => $(one).attr('Name'));
  expect(required.get()).toEqual(
    ['PersonIdentifier', 'CurrentGivenName', 'CurrentFamilyName'].map(name => eidas + name),
  );
  // Identita občana looks for the certificate inside.
  const { certificate } = await keyPair('portal');
  expect(certificate.replaceAll(/\s/g, '')).toContain($('X509Certificate').text().replaceAll(/\s/g, ''));
});

test('somebody unknown makes an account, the second time it opens', async () => {
  peer.person = { ...jana, nameId: 'first', attributes: { ...jana.attributes, [`${eidas}PersonIdentifier`]: 'first' } };
  const visitor = await portal.visitor();
  const page = await signInBy(app, visitor, '?zpet=%2Fstav');
  expect(page.path).toBe('/prihlaseni/poprve');
  expect(page.text).toContain('Jana Nováková');
  expect((await visitor.submit(page)).path).toBe('/stav');

  const again = await portal.visitor();
  expect((await signInBy(app, again, '?zpet=%2Fmoje')).path).toBe('/moje');
  const identities = await again.get('/ucet/identity');
  expect(identities.text).toContain('Identita občana');
  const signIns = await db.signIn.findMany({
    where: { method: 'nia' },
    include: { saml: true },
    orderBy: { at: 'asc' },
  });
  expect(new Set(signIns.map(({ accountId }) => accountId)).size).toBe(1);
  expect(signIns.map(({ level, saml }) => [level, saml !== null])).toEqual([
    ['substantial', true],
    ['substantial', true],
  ]);
});

test('what a guest has begun goes along', async () => {
  peer.person = { ...jana, nameId: 'draft', attributes: { ...jana.attributes, [`${eidas}PersonIdentifier`]: 'draft' } };
  const visitor = await portal.visitor();
  const begun = await visitor.submit('/sluzby/ohlaseni-psa/podat', { form: 'main form' });
  expect(begun.path).toMatch(/^\/podani\//);
  const page = await signInBy(app, visitor, `?${new URLSearchParams({ zpet: begun.path }).toString()}`);
  const filled = await visitor.submit(page);
  expect(filled.path).toBe(begun.path);
  expect(filled.status).toBe(200);
  expect(await db.draft.count({ where: { account: { name: 'Jana Nováková' } } })).toBe(1);
});

test('the account of a password can be joined', async () => {
  peer.person = { ...jana, nameId: 'join', attributes: { ...jana.attributes, [`${eidas}PersonIdentifier`]: 'join' } };
  const owner = await createCitizen(deps);
  const visitor = await portal.visitor();
  const page = await signInBy(app, visitor);
  const form = 'form[action="/prihlaseni/poprve/ucet"]';
  await visitor.submit(page, { form, fields: { email: owner.email, password } });
  expect(await db.accountIdentity.count({ where: { accountId: owner.actor.accountId, provider: 'nia' } })).toBe(1);
});

test('joined after a code of the app, it still knows what to end there', async () => {
  peer.person = { ...jana, nameId: 'code', attributes: { ...jana.attributes, [`${eidas}PersonIdentifier`]: 'code' } };
  const owner = await createCitizen(deps);
  const { phone } = await setUpPhone(portal, await portal.visitor(owner));
  const visitor = await portal.visitor();
  const form = 'form[action="/prihlaseni/poprve/ucet"]';
  const fields = { email: owner.email, password };
  const page = await visitor.submit(await signInBy(app, visitor), { form, fields });
  expect(page.path).toBe('/prihlaseni/kod');
  expect((await visitor.submit(page, { fields: { code: phone.code(1) } })).status).toBe(200);
  const where = { accountId: owner.actor.accountId, method: 'nia' } as const;
  expect(await db.signIn.count({ where: { ...where, saml: { isNot: null } } })).toBe(1);
});

test('whoever is signed in can prove more', async () => {
  const attributes = { ...jana.attributes, [`${eidas}PersonIdentifier`]: 'lifted' };
  peer.person = { ...jana, nameId: 'lifted', attributes, level: 'http://eidas.europa.eu/LoA/low' };
  const visitor = await portal.visitor();
  await visitor.submit(await signInBy(app, visitor));
  peer.person = { ...peer.person, level: 'http://eidas.europa.eu/LoA/high' };
  expect((await signInBy(app, visitor, '?uroven=vysoka&zpet=%2Fucet')).path).toBe('/ucet');
  const levels = await db.signIn.findMany({ orderBy: { at: 'desc' }, take: 2, select: { level: true } });
  expect(levels).toEqual([{ level: 'high' }, { level: 'account' }]);
});

test('what the provider says is kept sealed, and the answer no longer than it takes to come for it', async () => {
  expect(await db.samlRequest.count({ where: { answer: { not: null } } })).toBe(0);
  const [kept] = await db.samlSession.findMany({ take: 1 });
  expect(Buffer.from(kept?.content ?? []).toString('latin1')).not.toContain('_session-1');
  expect(portal.log()).not.toContain('Nováková');
});

test('its answer is not for another browser', async () => {
  const [victim, attacker] = [await portal.visitor(), await portal.visitor()];
  await goThere(victim);
  const sent = await sendFromElsewhere(app, await answerTo(await goThere(attacker)));
  expect(sent.status).toBe(303);
  const page = await victim.get(String(sent.headers.location));
  expect([page.status, page.path]).toEqual([400, sent.headers.location]);
  expect(page.text).toContain('Začněte prosím znovu');
  expect((await victim.get('/ucet')).path).toMatch(/^\/prihlaseni/);
});

test('an answer that somebody else was made to give opens nothing to whoever asked', async () => {
  const attacker = await portal.visitor();
  // The victim was sent the attacker's question, and answered it in their own browser.
  const sent = await sendFromElsewhere(app, await answerTo(await goThere(attacker)));
  expect(sent.status).toBe(303);
  for (const tried of [back, `${back}?odpoved=`, `${back}?odpoved=guessed`]) {
    expect((await attacker.get(tried)).status).toBe(400);
  }
  expect((await attacker.get('/ucet')).path).toMatch(/^\/prihlaseni/);
  // In the browser that asked and brought it, it opens once.
  const brought = String(sent.headers.location);
  expect((await attacker.get(brought)).status).toBe(200);
  expect((await attacker.get(brought)).status).toBe(400);
});

test('to confirm a document, the provider is asked to let in nobody who only was in before', async () => {
  const visitor = await portal.visitor();
  const forced = async (): Promise<string | undefined> =>
    load(xmlOf(await goThere(visitor)), { xml: true })('samlp\\:AuthnRequest').attr('ForceAuthn');
  expect(await forced()).toBeUndefined();
  await db.$executeRaw`UPDATE session SET sess = jsonb_set(sess::jsonb, '{authorising}',
    '{"id": "0199b0a0-0000-7000-8000-000000000000", "print": "", "until": 0}')::json`;
  expect(await forced()).toBe('true');
});

test('metadata say where answers go and by which certificates', async () => {
  const { status, headers, html } = await (await portal.visitor()).get('/prihlaseni/identita-obcana/metadata');
  expect([status, headers['content-type']]).toEqual([200, 'application/samlmetadata+xml; charset=utf-8']);
  const $ = load(html, { xml: true });
  expect($('EntityDescriptor').attr('entityID')).toBe(entityId);
  expect($('AssertionConsumerService').attr('Location')).toBe(`http://localhost:3000${back}`);
  expect(
    $('KeyDescriptor')
      .map((_at, key) => $(key).attr('use'))
      .get(),
  ).toEqual(['signing', 'encryption']);
});
