import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openIdentity } from '../../../src/identity/providers/identities.ts';
import { createCitizen, createOfficer, password } from '../../support/factories.ts';
import { bankSlug, jana, portalWithBank, proveAt, signInAt } from './portal-with-bank.ts';

const { portal, bank } = await portalWithBank();
const { db, deps } = portal;

/** Somebody the portal has not seen. */
function somebody(change: Partial<typeof jana> = {}): typeof jana {
  return (bank.person = { ...jana, sub: randomUUID(), ...change });
}

describe('Bank iD', () => {
  test('is asked for a code with all that guards it, and for levels', async () => {
    const visitor = await portal.visitor();
    const { headers } = await visitor.agent.get(`/prihlaseni/${bankSlug}`);
    const asked = Object.fromEntries(new URL(headers['location'] ?? '').searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid profile.name profile.birthdate profile.addresses profile.email',
      acr_values: 'loa3 loa2',
      redirect_uri: `http://localhost:3000/prihlaseni/${bankSlug}/navrat`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]?.length).toBeGreaterThan(30);
  });

  test('opens a new account on the first visit and the same one on the second', async () => {
    const { sub } = somebody();
    const first = await signInAt(bank, await portal.visitor());
    expect([first.path, first.text.includes('Jana Nováková')]).toEqual(['/prihlaseni/poprve', true]);

    const visitor = await portal.visitor();
    const begun = await visitor.submit(await signInAt(bank, visitor), { form: 'form[action="/prihlaseni/poprve"]' });
    expect(begun.path).toBe('/moje');
    const account = await db.account.findFirstOrThrow({
      where: { identities: { some: { provider: 'bankId' } } },
      include: { identities: true },
      orderBy: { createdAt: 'desc' },
    });
    expect(account).toMatchObject({ name: 'Jana Nováková', email: null });
    const [identity] = account.identities;
    expect(openIdentity(deps.vault, identity?.content ?? new Uint8Array())).toMatchObject({
      subject: sub,
      birthDate: '1979-11-02',
      address: 'Nerudova 4, Hradec Králové',
      email: 'jana@banka.example',
    });

    const again = await signInAt(bank, await portal.visitor());
    expect(again.path).toBe('/moje');
    const signIns = await db.signIn.findMany({ where: { accountId: account.id } });
    expect(signIns.map(({ method, level }) => [method, level])).toEqual([
      ['bankId', 'substantial'],
      ['bankId', 'substantial'],
    ]);
    const records = await db.auditRecord.findMany({ where: { subject: `account/${account.id}` } });
    expect(records.map(({ action, details }) => [action, details])).toContainEqual(['signedIn', { method: 'bankId' }]);
  });

  test('at its lower level proves no more than an account', async () => {
    somebody({ acr: 'loa2' });
    const visitor = await portal.visitor();
    await visitor.submit(await signInAt(bank, visitor), { form: 'form[action="/prihlaseni/poprve"]' });
    const last = await db.signIn.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect([last.method, last.level]).toEqual(['bankId', 'account']);
  });

  test('joins the account whose password the person knows, and no account by its e-mail', async () => {
    const owner = await createCitizen(deps, 'Jana Nováková');
    somebody({ claims: { ...jana.claims, email: owner.email } });
    const visitor = await portal.visitor();
    const page = await signInAt(bank, visitor);
    expect(page.path).toBe('/prihlaseni/poprve');
    expect(await db.accountIdentity.count({ where: { accountId: owner.actor.accountId } })).toBe(0);

    const form = 'form[action="/prihlaseni/poprve/ucet"]';
    const wrong = await visitor.submit(page, { form, fields: { password: 'jiné heslo' } });
    expect([wrong.status, wrong.$('[name=email]').attr('value')]).toEqual([400, owner.email]);
    const joined = await visitor.submit(wrong, { form, fields: { password } });
    expect(joined.path).toBe('/moje');
    expect(await db.accountIdentity.count({ where: { accountId: owner.actor.accountId } })).toBe(1);
    expect(await db.mail.count({ where: { kind: 'identityLinked' } })).toBeGreaterThan(0);
  });

  test('joins no account of an officer', async () => {
    const officer = await createOfficer(deps, { department: 'dopravy' });
    somebody();
    const visitor = await portal.visitor();
    const page = await visitor.submit(await signInAt(bank, visitor), {
      form: 'form[action="/prihlaseni/poprve/ucet"]',
      fields: { email: officer.email, password },
    });
    expect([page.status, page.text.includes('pracovnímu účtu úřadu')]).toEqual([400, true]);
    expect(await db.accountIdentity.count({ where: { accountId: officer.actor.accountId } })).toBe(0);
  });

  test('has the address at a place of its own', async () => {
    const { sub, claims } = somebody();
    const addresses = [{ type: 'PERMANENT_RESIDENCE', street: 'Jinde', city: 'Lhota' }];
    const fresh = await portalWithBank();
    fresh.bank.person = { sub, acr: 'loa3', claims: { ...claims, addresses: undefined } };
    fresh.bank.tampering = {
      discovery: found => ({ ...found, profile_endpoint: `${fresh.bank.client.issuer}profile` }),
      at: { '/profile': { sub, addresses } },
    };
    const visitor = await fresh.portal.visitor();
    await visitor.submit(await signInAt(fresh.bank, visitor), { form: 'form[action="/prihlaseni/poprve"]' });
    const { content } = await fresh.portal.db.accountIdentity.findFirstOrThrow();
    expect(openIdentity(fresh.portal.deps.vault, content).address).toBe('Jinde, Lhota');
  });
});

describe('on the way', () => {
  test('a page that was wanted is not lost', async () => {
    somebody();
    const visitor = await portal.visitor();
    const page = await signInAt(bank, visitor, { from: `/prihlaseni/${bankSlug}?zpet=/ucet/udaje` });
    expect((await visitor.submit(page, { form: 'form[action="/prihlaseni/poprve"]' })).path).toBe('/ucet/udaje');
  });

  test('a page elsewhere is not led to', async () => {
    somebody();
    const visitor = await portal.visitor();
    const page = await signInAt(bank, visitor, { from: `/prihlaseni/${bankSlug}?zpet=//zlo.example` });
    expect((await visitor.submit(page, { form: 'form[action="/prihlaseni/poprve"]' })).path).toBe('/moje');
  });

  test('what a guest has begun becomes theirs', async () => {
    somebody();
    const visitor = await portal.visitor();
    const step = await visitor.submit('/sluzby/ohlaseni-psa/podat');
    const draft = /\/podani\/([^/]+)/.exec(step.path)?.[1] ?? '';
    const page = await signInAt(bank, visitor, { from: `/prihlaseni/${bankSlug}?zpet=${step.path}` });
    const back = await visitor.submit(page, { form: 'form[action="/prihlaseni/poprve"]' });
    expect([back.status, back.path]).toEqual([200, step.path]);
    const { account } = await db.draft.findUniqueOrThrow({ where: { id: draft }, include: { account: true } });
    expect(account?.name).toBe('Jana Nováková');
  });
});

describe('from the page of ways to sign in', () => {
  const path = '/ucet/identity';
  const form = `form[action="/ucet/identity/${bankSlug}/pripojeni"]`;

  test('an identity is linked to the account, and then no longer offered', async () => {
    somebody();
    const owner = await createCitizen(deps);
    const visitor = await portal.visitor(owner);
    const next = await visitor.submit(path, { form });
    expect(next.$('meta[http-equiv=refresh]').attr('content')).toBe(`0; url=/prihlaseni/${bankSlug}`);
    const from = next.$(`main a[href^="/prihlaseni/"]`).attr('href') ?? '';
    const linked = await signInAt(bank, visitor, { from });
    expect([linked.path, linked.text.includes('Hotovo'), linked.$(form).length]).toEqual([path, true, 0]);
    expect((await signInAt(bank, await portal.visitor())).path).toBe('/moje');
    const { accountId } = await db.signIn.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(accountId).toBe(owner.actor.accountId);
  });

  test('whoever signed in a while ago signs in again first', async () => {
    somebody();
    const owner = await createCitizen(deps);
    const visitor = await portal.visitor(owner);
    const { accountId } = owner.actor;
    await db.signIn.updateMany({ where: { accountId }, data: { at: new Date(Date.now() - 16 * 60_000) } });
    const again = await visitor.submit(path, { form });
    expect([again.path, again.text.includes('přihlaste se prosím znovu')]).toEqual([
      '/prihlaseni?zpet=%2Fucet%2Fidentity&znovu=1',
      true,
    ]);
    const { email } = owner;
    const back = await visitor.submit(again, { form: 'form:has([name=password])', fields: { email, password } });
    expect(back.path).toBe(path);
    expect((await visitor.submit(back, { form })).path).toBe(`${path}?dal=${bankSlug}`);
  });

  test('a way begun and left is not gone on with by whoever finds the browser later', async () => {
    somebody();
    const owner = await createCitizen(deps);
    const visitor = await portal.visitor(owner);
    await visitor.submit(path, { form });
    const { accountId } = owner.actor;
    await db.signIn.updateMany({ where: { accountId }, data: { at: new Date(Date.now() - 16 * 60_000) } });
    expect((await signInAt(bank, visitor)).path).toBe('/prihlaseni/poprve');
    expect(await db.accountIdentity.count({ where: { accountId } })).toBe(0);
  });

  test('nobody is led on who has not asked for it', async () => {
    const visitor = await portal.visitor(await createCitizen(deps));
    expect((await visitor.get(`${path}?dal=${bankSlug}`)).html).not.toContain('http-equiv');
  });

  test('an identity that opens another account stays with it', async () => {
    somebody();
    const first = await portal.visitor();
    await first.submit(await signInAt(bank, first), { form: 'form[action="/prihlaseni/poprve"]' });
    const visitor = await portal.visitor(await createCitizen(deps));
    await visitor.submit(path, { form });
    expect((await signInAt(bank, visitor)).text).toContain('otevírá jiný účet');
  });

  test('a sign-in begun otherwise links nothing', async () => {
    somebody();
    const visitor = await portal.visitor(await createCitizen(deps));
    expect((await signInAt(bank, visitor)).path).toBe('/prihlaseni/poprve');
  });
});

test('the sign-in page offers what is on, before the password', async () => {
  const visitor = await portal.visitor();
  const page = await visitor.get('/prihlaseni?zpet=/ucet');
  const links = page.$('.providers a').map((_index, link) => page.$(link).attr('href'));
  expect(links.get()).toEqual([`/prihlaseni/${bankSlug}?zpet=%2Fucet`]);
  expect(page.html.indexOf('class="providers"')).toBeLessThan(page.html.indexOf('name="password"'));
  expect((await visitor.get('/prihlaseni/zkusebni-identita')).status).toBe(404);
});

test('the provider says who is back, whoever the request says the host is', async () => {
  somebody();
  const visitor = await portal.visitor();
  const address = await proveAt(bank, visitor);
  const { status, headers } = await visitor.agent.get(address.pathname + address.search).set('Host', 'zlo.example');
  expect([status, headers['location']]).toEqual([303, '/prihlaseni/poprve']);
});
