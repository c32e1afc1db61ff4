import { createSecretKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { claimsIn } from '../../support/id-token.ts';
import type { Tampering } from '../../support/tampering-proxy.ts';
import { type Page, Visitor } from '../../support/visitor.ts';
import { bankSlug, comeBack, jana, proveAt, returnAddress, signInAt, startBank } from './portal-with-bank.ts';
import { startPeer } from '../../support/oidc-peer.ts';

/** What may come back instead of a proof. Nothing of it signs anybody in, opens an account or is an error of ours. */

const bank = await startBank();
const office = await startPeer({
  redirectUri: returnAddress('pracovni-ucet'),
  alg: 'RS256',
  claims: { profile: ['name', 'groups'], email: ['email'] },
});
const portal = await startPortal({
  bankId: bank.client,
  staff: { ...office.client, groups: { Doprava: { roles: ['clerk'], department: 'dopravy' } } },
});
const { db } = portal;
const known = await signInOnce();

afterEach(() => {
  bank.person = jana;
  bank.tampering = {};
});

const now = (): number => Math.floor(Date.now() / 1000);
const { privateKey: strange } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const secret = createSecretKey(Buffer.from(bank.client.clientSecret));
const resigned = (change: Parameters<typeof bank.sign>[1]): Tampering => ({
  idToken: token => bank.sign(claimsIn(token), change),
});
const changed = (change: object): Tampering => ({ claims: claims => ({ ...claims, ...change }) });

const answers: [string, Tampering, { title?: string; status?: number }?][] = [
  ['another nonce', changed({ nonce: 'jiná' })],
  ['no nonce', changed({ nonce: undefined })],
  ['RS256 instead of PS512', resigned({ alg: 'RS256' })],
  ['no signature', resigned({ alg: 'none' })],
  ['a signature by the secret both know', resigned({ alg: 'HS256', key: secret })],
  ['a signature of another key', resigned({ key: strange })],
  ['claims changed under the signature', { idToken: token => tampered(token) }],
  ['another audience', changed({ aud: 'jiný-portál' })],
  ['one more audience, which asked for it', changed({ aud: [bank.client.clientId, 'jiný'], azp: 'jiný' })],
  ['another issuer', changed({ iss: 'https://oidc.bankid.cz/' })],
  ['an issuer without its slash', changed({ iss: bank.client.issuer.replace(/\/$/, '') })],
  ['an expired token', changed({ exp: now() - 180 })],
  ['a token not yet valid', changed({ nbf: now() + 180 })],
  ['a token issued in the future', changed({ iat: now() + 180, exp: now() + 600 })],
  ['no level', changed({ acr: undefined }), { title: 'Tohle prokázání nestačí' }],
  ['a level too low', changed({ acr: 'loa1' }), { title: 'Tohle prokázání nestačí' }],
  [
    'a level said by userinfo alone',
    { ...changed({ acr: undefined }), userinfo: said => ({ ...said, acr: 'loa3' }) },
    { title: 'Tohle prokázání nestačí' },
  ],
  ['no ID token', { idToken: () => undefined }],
  ['no subject', changed({ sub: undefined })],
  ['userinfo of another subject', { userinfo: said => ({ ...said, sub: 'někdo-jiný' }) }],
  ['no name', { userinfo: ({ sub }) => ({ sub }) }, { title: 'Nedostali jsme potřebné údaje', status: 400 }],
];

test.each(answers)('%s', async (_what, tampering, expected = {}) => {
  bank.tampering = tampering;
  const visitor = await portal.visitor();
  const { title = 'Přihlášení se nepodařilo ověřit', status = 400 } = expected;
  await expectRefused(visitor, () => signInAt(bank, visitor), { title, status });
});

interface Return {
  address: URL;
  visitor: Visitor;
}

const unproved = { title: 'Přihlášení se nepodařilo ověřit', status: 400 };
const stale = { title: 'Tohle přihlášení už neplatí', status: 400 };

const returns: [string, (way: Return) => Promise<Page> | Page, typeof unproved][] = [
  ['another state', ({ address, visitor }) => comeBack(visitor, set(address, 'state', 'jiný')), unproved],
  ['no state', ({ address, visitor }) => comeBack(visitor, set(address, 'state', null)), unproved],
  ['another browser', async ({ address }) => comeBack(new Visitor(portal.app), address), stale],
  ['nobody on the way', async () => new Visitor(portal.app).get(`/prihlaseni/${bankSlug}/navrat`), stale],
  ['no code', ({ address, visitor }) => comeBack(visitor, set(address, 'code', null)), unproved],
  ['an invented code', ({ address, visitor }) => comeBack(visitor, set(address, 'code', 'vymyšlený')), unproved],
  [
    'another issuer beside the code',
    ({ address, visitor }) => comeBack(visitor, set(address, 'iss', 'https://x.cz')),
    unproved,
  ],
  [
    'a code meant for another browser',
    async ({ address, visitor }) => comeBack(visitor, set(address, 'code', await codeOfAnother())),
    unproved,
  ],
  [
    'a code used already',
    async ({ address, visitor }) => comeBack(visitor, set(address, 'code', await usedCode())),
    unproved,
  ],
  [
    'the provider says that it failed',
    ({ address, visitor }) => comeBack(visitor, set(set(address, 'code', null), 'error', 'server_error')),
    unproved,
  ],
  [
    'the person gave up',
    ({ address, visitor }) => comeBack(visitor, set(set(address, 'code', null), 'error', 'access_denied')),
    { title: 'Přihlášení jste přerušili', status: 400 },
  ],
  [
    'an error that is none of ours to show',
    ({ address, visitor }) => comeBack(visitor, set(set(address, 'code', null), 'error', '<script>alert(1)</script>')),
    unproved,
  ],
  [
    'the address of another provider',
    ({ address, visitor }) => comeBack(visitor, new URL(address.href.replace(bankSlug, 'pracovni-ucet'))),
    stale,
  ],
  [
    'a way that took too long',
    async ({ address, visitor }) => {
      await db.$executeRaw`UPDATE session SET sess = jsonb_set(sess::jsonb, '{onTheWay,until}', '1')::json`;
      return comeBack(visitor, address);
    },
    stale,
  ],
];

test.each(returns)('back with %s', async (_what, goBack, expected) => {
  const visitor = await portal.visitor();
  const address = await proveAt(bank, visitor);
  await expectRefused(visitor, () => goBack({ address, visitor }), expected);
});

test('back a second time with the same', async () => {
  const visitor = await portal.visitor();
  const address = await proveAt(bank, visitor);
  await comeBack(visitor, address);
  const again = await comeBack(visitor, address);
  expect(again.text).toContain(stale.title);
});

test('a refused return is no second chance', async () => {
  const visitor = await portal.visitor();
  const address = await proveAt(bank, visitor);
  await comeBack(visitor, set(new URL(address), 'state', 'jiný'));
  await expectRefused(visitor, () => comeBack(visitor, address), stale);
});

test('whoever refuses at the provider is told so, and shown the other ways', async () => {
  bank.person = null;
  const visitor = await portal.visitor();
  const page = await signInAt(bank, visitor);
  expect(page.text).toContain('Přihlášení jste přerušili');
  expect(page.$('main a[href="/prihlaseni"]').length).toBe(1);
});

test.each([changed({ exp: now() - 60 }), changed({ nbf: now() + 60 }), changed({ iat: now() + 60 })])(
  'clocks a minute apart are no harm',
  async tampering => {
    bank.tampering = tampering;
    expect((await signInAt(bank, await portal.visitor())).path).toBe('/moje');
  },
);

test('what was refused is in the log, and nobody it was about', () => {
  expect(portal.log()).toContain('no sign-in by a provider');
  expect(portal.log()).not.toMatch(/Nováková|bank-jana|jana@banka|Nerudova/);
});

/** The account the hostile answers are after. */
async function signInOnce(): Promise<string> {
  const visitor = await portal.visitor();
  await visitor.submit(await signInAt(bank, visitor), { form: 'form[action="/prihlaseni/poprve"]' });
  return (await db.signIn.findFirstOrThrow()).accountId;
}

async function expectRefused(
  visitor: Visitor,
  act: () => Promise<Page> | Page,
  { title, status }: { title: string; status: number },
): Promise<void> {
  const before = await counted();
  const page = await act();
  expect([page.status, page.$('main h1').text()]).toEqual([status, title]);
  expect(page.html).not.toContain('<script>alert');
  expect((await visitor.get('/ucet')).path).toContain('/prihlaseni');
  expect(await counted()).toEqual(before);
}

async function counted(): Promise<object> {
  const [signIns, accounts, identities] = await Promise.all([
    db.signIn.count({ where: { accountId: known } }),
    db.account.count(),
    db.accountIdentity.count(),
  ]);
  return { signIns, accounts, identities };
}

async function codeOfAnother(): Promise<string> {
  bank.person = { ...jana, sub: randomUUID() };
  const address = await proveAt(bank, await portal.visitor());
  bank.person = jana;
  return address.searchParams.get('code') ?? '';
}

/** Of somebody who only looked at the page for those who come first. */
async function usedCode(): Promise<string> {
  bank.person = { ...jana, sub: randomUUID() };
  const visitor = await portal.visitor();
  const address = await proveAt(bank, visitor);
  expect((await comeBack(visitor, address)).path).toBe('/prihlaseni/poprve');
  bank.person = jana;
  return address.searchParams.get('code') ?? '';
}

function set(address: URL, name: string, value: string | null): URL {
  if (value === null) address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  return address;
}

function tampered(token: string): string {
  const [header = '', , signature = ''] = token.split('.');
  const claims = { ...claimsIn(token), sub: 'někdo-jiný' };
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}
