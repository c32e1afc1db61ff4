import { createSign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { load } from 'cheerio';
import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import type { KeyPair } from '../../../src/config.ts';
import { startPortal } from '../../support/app.ts';
import { createCitizen } from '../../support/factories.ts';
import type { Visitor } from '../../support/visitor.ts';
import { eidas, jana, type NiaPerson, startNiaPeer } from './peer.ts';
import { idpEntityId, keyPair, signOutTo } from './settings.ts';
import { here } from './addresses.ts';
import { sendFromElsewhere, signInBy, xmlOf } from './way.ts';

const peer = await startNiaPeer();
const portal = await startPortal({ nia: peer.nia });
const { app, db } = portal;
const [provider, stranger] = [await keyPair('provider'), await keyPair('stranger')];
const signOut = `${here}/odhlaseni`;
let people = 0;

/** Somebody new, signed in by Identita občana. */
async function somebody(): Promise<{ person: NiaPerson; visitor: Visitor }> {
  people += 1;
  const nameId = `person-${people}`;
  const attributes = { ...jana.attributes, [`${eidas}PersonIdentifier`]: nameId };
  const person = { ...jana, nameId, sessionIndex: `_session-${people}`, attributes };
  return { person, visitor: await enter(person) };
}

async function enter(person: NiaPerson): Promise<Visitor> {
  peer.person = person;
  const visitor = await portal.visitor();
  const page = await signInBy(app, visitor);
  if (page.path === '/prihlaseni/poprve') await visitor.submit(page);
  return visitor;
}

const isIn = async (visitor: Visitor): Promise<boolean> => (await visitor.get('/ucet')).path === '/ucet';

describe('somebody signs out here', () => {
  test('and there, by a page that leads on', async () => {
    const { visitor, person } = await somebody();
    const page = await visitor.submit('/ucet', { form: 'form[action="/odhlaseni"]' });
    expect(await isIn(visitor)).toBe(false);
    const address = page.$('main a[href^="http://127.0.0.1"]').attr('href') ?? '';
    expect(page.headers.refresh).toBe(`0; url=${address}`);
    const $ = load(xmlOf(new URL(address)), { xml: true });
    expect([$('saml\\:NameID').text(), $('saml2p\\:SessionIndex').text()]).toEqual([
      person.nameId,
      person.sessionIndex,
    ]);
    // The provider checks our signature, ends its session and sends the browser back.
    const answer = await fetch(address, { redirect: 'manual' });
    const way = new URL(answer.headers.get('location') ?? '');
    expect(way.origin + way.pathname).toBe(signOutTo);
    const home = await visitor.get(way.pathname + way.search);
    expect(home.path).toBe('/');
    expect(home.html).toContain('z\u00a0portálu i\u00a0z\u00a0Identity občana');
  });

  test('and the provider confirms it by a form, without our session and a signature', async () => {
    const { visitor } = await somebody();
    const page = await visitor.submit('/ucet', { form: 'form[action="/odhlaseni"]' });
    const address = new URL(page.$('main a[href^="http://127.0.0.1"]').attr('href') ?? '');
    const id = / ID="([^"]+)"/.exec(xmlOf(address))?.[1] ?? '';
    const sent = await sendFromElsewhere(app, { SAMLResponse: base64(logoutResponse(id)) }, signOut);
    expect(sent.status).toBe(303);
    expect((await visitor.get(String(sent.headers.location))).html).toContain('i\u00a0z\u00a0Identity občana');
  });

  test('and the provider does not confirm it', async () => {
    const { visitor } = await somebody();
    await visitor.submit('/ucet', { form: 'form[action="/odhlaseni"]' });
    const refusal = logoutResponse('_other').replace(':Success', ':Responder');
    const home = await visitor.get(`${signOut}?SAMLResponse=${packed(refusal)}`);
    expect(home.html).toContain('zavřete proto pro jistotu prohlížeč');
  });

  test.each(['&#0;', 'x'.repeat(10_000), ''])('and the provider confirms what nobody asked (%j)', async id => {
    const sent = await sendFromElsewhere(app, { SAMLResponse: base64(logoutResponse(id)) }, signOut);
    expect(sent.status).toBe(303);
  });

  test('who came by a password goes nowhere else', async () => {
    const visitor = await portal.visitor(await createCitizen(portal.deps));
    const home = await visitor.submit('/ucet', { form: 'form[action="/odhlaseni"]' });
    expect(home.path).toBe('/');
    expect(await db.signIn.count({ where: { method: 'password', endedAt: null } })).toBe(0);
  });

  test('nobody is led there who has not just signed out', async () => {
    expect((await (await portal.visitor()).get('/odhlaseni/identita-obcana')).path).toBe('/');
  });
});

describe('the provider signs somebody out', () => {
  test('as it asks by the browser: here they are out, and it is told', async () => {
    const { visitor } = await somebody();
    const request = await fetch(peer.nia.sloUrl ?? '', { redirect: 'manual' });
    const way = new URL(request.headers.get('location') ?? '');
    const answered = await visitor.agent.get(way.pathname + way.search);
    expect(answered.status).toBe(303);
    const back = new URL(String(answered.headers.location));
    expect(xmlOf(back, 'SAMLResponse')).toContain('status:Success');
    // Whose signature the peer checks.
    expect((await fetch(back)).status).toBe(200);
    expect(await isIn(visitor)).toBe(false);
    expect(await db.auditRecord.count({ where: { action: 'endedByProvider' } })).toBe(1);
  });

  test('in every browser of theirs when it names no session, and nobody else', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const second = await enter({ ...one.person, sessionIndex: '_second' });
    await ask(logoutRequest({ name: one.person.nameId }), 303);
    expect(await Promise.all([one.visitor, second, other.visitor].map(isIn))).toEqual([false, false, true]);
  });

  test('in the named session alone', async () => {
    const one = await somebody();
    const second = await enter({ ...one.person, sessionIndex: '_second-of-two' });
    await ask(logoutRequest({ name: one.person.nameId, index: '_second-of-two' }), 303);
    expect(await Promise.all([one.visitor, second].map(isIn))).toEqual([true, false]);
  });

  test('who signed in after the request was made is not meant', async () => {
    const { visitor, person } = await somebody();
    const issued = Temporal.Now.instant().subtract({ minutes: 1 }).toString();
    await ask(logoutRequest({ name: person.nameId, issued }), 303);
    expect(await isIn(visitor)).toBe(true);
  });

  const minutes = (by: number): string => Temporal.Now.instant().add({ minutes: by }).toString();
  type Hostile = (name: string) => string;
  test.each<[string, Hostile]>([
    ['unsigned', name => `SAMLRequest=${packed(logoutRequest({ name }))}`],
    ['by a stranger', name => signed('SAMLRequest', logoutRequest({ name }), { by: stranger })],
    ['by SHA-1', name => signed('SAMLRequest', logoutRequest({ name }), { digest: 'sha1' })],
    [
      'altered',
      name =>
        signed('SAMLRequest', logoutRequest({ name: 'x' })).replace(
          /SAMLRequest=[^&]+/,
          `SAMLRequest=${packed(logoutRequest({ name }))}`,
        ),
    ],
    [
      'beside a signed answer',
      name => `SAMLRequest=${packed(logoutRequest({ name }))}&${signed('SAMLResponse', logoutResponse('_1'))}`,
    ],
    [
      'twice',
      name => `SAMLRequest=${packed(logoutRequest({ name }))}&${signed('SAMLRequest', logoutRequest({ name: 'x' }))}`,
    ],
    ['of another issuer', name => signed('SAMLRequest', logoutRequest({ name, issuer: 'urn:other' }))],
    [
      'for another portal',
      name => signed('SAMLRequest', logoutRequest({ name, destination: 'https://other.example.cz/' })),
    ],
    ['made long ago', name => signed('SAMLRequest', logoutRequest({ name, issued: minutes(-6) }))],
    ['made in the future', name => signed('SAMLRequest', logoutRequest({ name, issued: minutes(3) }))],
    ['of no time', name => signed('SAMLRequest', logoutRequest({ name, issued: 'now' }))],
    ['with a document type', name => signed('SAMLRequest', `<!DOCTYPE a>${logoutRequest({ name })}`)],
    ['of nobody', () => signed('SAMLRequest', logoutRequest({ name: '' }))],
    ['of another kind', () => signed('SAMLRequest', logoutResponse('_1'))],
    ['a bomb', () => `SAMLRequest=${packed('<a>'.repeat(2_000_000))}`],
    ['no XML', () => `SAMLRequest=${packed('no')}`],
    ['not packed', () => 'SAMLRequest=AAAA'],
    ['a broken query', () => 'SAMLRequest=%E0%A4%A'],
    ['nothing', () => ''],
  ])('is refused %s', async (_name, query) => {
    const { visitor, person } = await somebody();
    const { status, text } = await supertest(app).get(`${signOut}?${query(person.nameId)}`);
    expect([status, text.includes('<h1')]).toEqual([400, true]);
    expect(await isIn(visitor)).toBe(true);
  });

  test('what is signed is what is read: a request beside a signed answer is none', async () => {
    const { visitor, person } = await somebody();
    // The library by itself would follow this one: it checks the signature of the other.
    const hidden = `%53AMLRequest=${packed(logoutRequest({ name: person.nameId }))}`;
    const { status, headers } = await supertest(app).get(
      `${signOut}?${hidden}&${signed('SAMLResponse', logoutResponse('_1'))}`,
    );
    expect([status, headers.location]).toEqual([303, '/odhlaseni/identita-obcana/hotovo']);
    expect(await isIn(visitor)).toBe(true);
  });

  test.each([{}, { SAMLResponse: 'AAAA' }, { SAMLRequest: 'AAAA' }, { SAMLResponse: 'A'.repeat(200_000) }])(
    'is refused by a form that says no more than %j',
    async form => {
      expect((await sendFromElsewhere(app, form, signOut)).status).toBe(400);
    },
  );
});

async function ask(request: string, status: number): Promise<void> {
  expect((await supertest(app).get(`${signOut}?${signed('SAMLRequest', request)}`)).status).toBe(status);
}

interface Asked {
  name: string;
  index?: string;
  issuer?: string;
  destination?: string;
  issued?: string;
}

function logoutRequest({ name, index, issuer = idpEntityId, destination = signOutTo, issued }: Asked): string {
  const at = issued ?? new Date().toISOString();
  const session = index === undefined ? '' : `<samlp:SessionIndex>${index}</samlp:SessionIndex>`;
  return `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r" Version="2.0" IssueInstant="${at}" Destination="${destination}"><saml:Issuer>${issuer}</saml:Issuer><saml:NameID>${name}</saml:NameID>${session}</samlp:LogoutRequest>`;
}

/** As Identita občana writes it. */
function logoutResponse(id: string): string {
  return `<LogoutResponse xmlns="urn:oasis:names:tc:SAML:2.0:protocol" ID="_a" Version="2.0" IssueInstant="2026-11-28T17:29:49Z" InResponseTo="${id}" Destination="${signOutTo}"><Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">${idpEntityId}</Issuer><Status><StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></Status></LogoutResponse>`;
}

function base64(xml: string): string {
  return Buffer.from(xml).toString('base64');
}

function packed(xml: string): string {
  return encodeURIComponent(deflateRawSync(xml).toString('base64'));
}

function signed(
  name: string,
  xml: string,
  { by = provider, digest = 'sha256' }: { by?: KeyPair; digest?: string } = {},
): string {
  const algorithm = digest === 'sha1' ? '2000/09/xmldsig#rsa-sha1' : '2001/04/xmldsig-more#rsa-sha256';
  const query = `${name}=${packed(xml)}&SigAlg=${encodeURIComponent(`http://www.w3.org/${algorithm}`)}`;
  return `${query}&Signature=${encodeURIComponent(createSign(digest).update(query).sign(by.key, 'base64'))}`;
}
