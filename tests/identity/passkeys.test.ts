import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startPortal } from '../support/app.ts';
import { createCitizen, createOfficer, createPasskey, type CitizenAccount } from '../support/factories.ts';
import { Visitor } from '../support/visitor.ts';
import { Authenticator } from './authenticator.ts';
import { setUpPhone } from './code-app.ts';
import { lettersTo } from './mailbox.ts';

const origin = 'https://portal.example.cz';
const portal = await startPortal({ publicUrl: 'http://localhost:3000' });
const { app, db, deps } = portal;
const site = { origin: 'http://localhost:3000', rpId: 'localhost' };
const adding = '/ucet/overeni/klice';
const signingIn = '/prihlaseni/klic';

async function challengeAt(visitor: Visitor, path: string): Promise<string> {
  const _csrf = await visitor.token('/prihlaseni');
  const { text } = await visitor.agent.post(`${path}/vyzva`).type('form').send({ _csrf });
  return z.object({ challenge: z.string() }).parse(JSON.parse(text)).challenge;
}

/** As the script sends what the device has said. */
async function send(visitor: Visitor, path: string, answer: unknown, fields: Record<string, string> = {}) {
  const _csrf = await visitor.token('/prihlaseni');
  return visitor.post(path, { _csrf, answer: JSON.stringify(answer), ...fields });
}

async function withPasskey() {
  const jana = await createCitizen(deps);
  const visitor = await portal.visitor(jana);
  const device = new Authenticator(site);
  const answer = device.create(await challengeAt(visitor, adding));
  const page = await send(visitor, adding, answer, { name: 'Můj telefon' });
  return { jana, visitor, device, page };
}

async function signInWith(
  device: Authenticator,
  { actor: { accountId } }: CitizenAccount,
  lies: Parameters<Authenticator['get']>[2] = {},
) {
  const visitor = new Visitor(app);
  const answer = device.get(await challengeAt(visitor, signingIn), accountId, lies);
  return { visitor, answer, page: await send(visitor, signingIn, answer) };
}

const actionsOf = async (accountId: string) =>
  (await db.auditRecord.findMany({ where: { subject: `account/${accountId}` }, orderBy: { id: 'asc' } })).map(
    ({ action, details }) => [action, details],
  );

describe('a passkey', () => {
  test('is added under a name, listed, told of by a mail, and written down', async () => {
    const { jana, page } = await withPasskey();
    expect([page.path, page.status]).toEqual(['/ucet/overeni', 200]);
    expect(page.$('h3').text()).toContain('Můj telefon');
    const { accountId } = jana.actor;
    const kept = await db.passkey.findFirstOrThrow({ where: { accountId } });
    expect(Buffer.from(kept.name).toString()).not.toContain('telefon');
    expect((await actionsOf(accountId)).at(-1)).toEqual(['passkeyAdded', { passkeyId: kept.id }]);
    expect((await lettersTo(portal, jana.email)).at(-1)?.kind).toBe('passkeyAdded');
  });

  test('is neither added nor removed in a browser left signed in', async () => {
    const { jana, visitor, page } = await withPasskey();
    const { accountId } = jana.actor;
    await db.signIn.updateMany({
      where: { accountId },
      data: { at: new Date(deps.now().epochMilliseconds - 16 * 60_000) },
    });
    const device = new Authenticator(site);
    expect((await visitor.submit(page, { form: 'form[action$="/odebrani"]' })).path).toMatch(/^\/prihlaseni/);
    expect((await send(visitor, adding, device.create('challenge'), { name: 'Cizí' })).path).toMatch(/^\/prihlaseni/);
    expect((await visitor.get('/ucet/overeni/aplikace')).path).toMatch(/^\/prihlaseni/);
    expect(await db.passkey.count({ where: { accountId } })).toBe(1);
    const overview = await visitor.get('/ucet/overeni');
    expect(overview.$('form[action^="/ucet/overeni/klice"], a[href="/ucet/overeni/aplikace"]').length).toBe(0);
    expect(overview.$('main a[href^="/prihlaseni"]').attr('href')).toContain('znovu=1');
  });

  test('signs its holder in, and is counted', async () => {
    const { jana, device } = await withPasskey();
    const { page } = await signInWith(device, jana);
    expect([page.path, page.status]).toEqual(['/moje', 200]);
    const { accountId } = jana.actor;
    expect((await actionsOf(accountId)).at(-1)).toEqual(['signedIn', { method: 'passkey' }]);
    expect(await db.passkey.findFirstOrThrow({ where: { accountId } })).toMatchObject({ counter: 1n });
    expect((await signInWith(device, jana)).page.path).toBe('/moje');
  });

  test('of a device that does not count signs in again and again', async () => {
    const { jana, device } = await withPasskey();
    expect((await signInWith(device, jana, { counter: 0 })).page.path).toBe('/moje');
    expect((await signInWith(device, jana, { counter: 0 })).page.path).toBe('/moje');
  });

  test('needs no code besides', async () => {
    const { jana, visitor, device } = await withPasskey();
    await setUpPhone(portal, visitor);
    expect((await signInWith(device, jana)).page.path).toBe('/moje');
  });

  test('leads to where the person was going', async () => {
    const { jana, device } = await withPasskey();
    const visitor = new Visitor(app);
    const answer = device.get(await challengeAt(visitor, signingIn), jana.actor.accountId);
    expect((await send(visitor, signingIn, answer, { zpet: '/ucet' })).path).toBe('/ucet');
  });

  test('is removed by its holder, and opens nothing from then on', async () => {
    const { jana, visitor, device } = await withPasskey();
    const page = await visitor.submit('/ucet/overeni', { form: 'form[action$="/odebrani"]' });
    expect(page.text).toContain('Klíč je odebraný');
    expect(page.$('h3').length).toBe(0);
    expect((await signInWith(device, jana)).page.status).toBe(400);
    expect((await actionsOf(jana.actor.accountId)).map(([action]) => action)).toContain('passkeyRemoved');
    expect((await lettersTo(portal, jana.email)).at(-1)?.kind).toBe('passkeyRemoved');
  });

  test('of somebody else is not found', async () => {
    const id = await createPasskey(deps, await createCitizen(deps));
    const { visitor } = await withPasskey();
    const page = await send(visitor, `${adding}/${id}/odebrani`, {});
    expect([page.status, await db.passkey.count({ where: { id } })]).toEqual([404, 1]);
  });

  test('of an officer who has left signs nobody in', async () => {
    const marie = await createOfficer(deps, { department: 'dopravy' });
    const visitor = await portal.visitor(marie);
    const device = new Authenticator(site);
    await send(visitor, adding, device.create(await challengeAt(visitor, adding)), { name: 'Telefon' });
    await db.officer.update({ where: { id: marie.actor.officerId }, data: { active: false } });
    const guest = new Visitor(app);
    const page = await send(guest, signingIn, device.get(await challengeAt(guest, signingIn), marie.actor.accountId));
    expect([page.status, page.text.includes('vypnutý')]).toEqual([400, true]);
  });
});

describe('what adds no passkey', () => {
  const attempt = async (answerTo: (challenge: string, device: Authenticator) => unknown, name = 'Telefon') => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    const device = new Authenticator(site);
    const page = await send(visitor, adding, answerTo(await challengeAt(visitor, adding), device), { name });
    const kept = await db.passkey.count({ where: { accountId: jana.actor.accountId } });
    return { page, kept };
  };

  test.each<[string, (challenge: string, device: Authenticator) => unknown]>([
    ['the page of another origin', (challenge, device) => device.create(challenge, { origin })],
    ['another site', (challenge, device) => device.create(challenge, { rpId: 'portal.example.cz' })],
    ['an answer to another challenge', (_challenge, device) => device.create('AAAA')],
    [
      'a device that asked for no finger and no PIN',
      (challenge, device) => device.create(challenge, { isVerified: false }),
    ],
    ['nothing', () => ({})],
    ['what is no answer', () => 'null'],
  ])('%s', async (_what, answerTo) => {
    const { page, kept } = await attempt(answerTo);
    expect([page.status, kept]).toEqual([400, 0]);
    expect(page.$('#name-error').text()).toContain('nepodařilo přidat');
    expect(page.$('#name').val()).toBe('Telefon');
  });

  test('one without a name', async () => {
    const { page, kept } = await attempt((challenge, device) => device.create(challenge), ' ');
    expect([page.status, kept, page.$('#name-error').text().includes('Zadejte název')]).toEqual([400, 0, true]);
  });

  test('a challenge that was used already', async () => {
    const visitor = await portal.visitor(await createCitizen(deps));
    const challenge = await challengeAt(visitor, adding);
    const fields = { name: 'Telefon' };
    expect((await send(visitor, adding, new Authenticator(site).create(challenge), fields)).status).toBe(200);
    expect((await send(visitor, adding, new Authenticator(site).create(challenge), fields)).status).toBe(400);
  });

  test('a challenge for signing in', async () => {
    const visitor = await portal.visitor(await createCitizen(deps));
    const answer = new Authenticator(site).create(await challengeAt(visitor, signingIn));
    expect((await send(visitor, adding, answer, { name: 'Telefon' })).status).toBe(400);
  });

  test('one that opens another account', async () => {
    const { device } = await withPasskey();
    const petr = await portal.visitor(await createCitizen(deps, 'Petr Svoboda'));
    const answer = device.create(await challengeAt(petr, adding));
    expect((await send(petr, adding, answer, { name: 'Telefon' })).status).toBe(400);
  });
});

describe('what signs nobody in', () => {
  const refused = async ({ visitor, page }: Awaited<ReturnType<typeof signInWith>>) => {
    expect(page.status).toBe(400);
    expect(page.text).toContain('Přihlášení přístupovým klíčem se nepovedlo');
    expect((await visitor.get('/moje')).path).toContain('/prihlaseni?');
  };

  test.each<[string, Parameters<Authenticator['get']>[2]]>([
    ['a page of another origin', { origin }],
    ['a page of another port', { origin: 'http://localhost:3001' }],
    ['another site', { rpId: 'portal.example.cz' }],
    ['an answer to another challenge', { challenge: 'AAAA' }],
    ['a device that asked for no finger and no PIN', { isVerified: false }],
    ['a key nobody has', { id: 'AAAAAAAA' }],
    ['a key said to be of nobody', { userHandle: '' }],
  ])('%s', async (_what, lies) => {
    const { jana, device } = await withPasskey();
    await refused(await signInWith(device, jana, lies));
  });

  test('the same answer again, in the same browser and in another', async () => {
    const { jana, device } = await withPasskey();
    const { visitor, answer } = await signInWith(device, jana);
    await visitor.submit('/', { form: 'form[action="/odhlaseni"]' });
    expect((await send(visitor, signingIn, answer)).status).toBe(400);
    const other = new Visitor(app);
    await challengeAt(other, signingIn);
    expect((await send(other, signingIn, answer)).status).toBe(400);
  });

  test('an answer after five minutes', async () => {
    const { jana, device } = await withPasskey();
    const visitor = new Visitor(app);
    const answer = device.get(await challengeAt(visitor, signingIn), jana.actor.accountId);
    portal.setNow(deps.now().add({ minutes: 6 }).toString());
    expect((await send(visitor, signingIn, answer)).status).toBe(400);
  });

  test('a key of one account for another', async () => {
    const [jana, petr] = [await withPasskey(), await withPasskey()];
    await refused(await signInWith(jana.device, petr.jana));
    await refused(await signInWith(jana.device, jana.jana, { id: petr.device.id }));
  });

  test('a signature that was tampered with', async () => {
    const { jana, device } = await withPasskey();
    const visitor = new Visitor(app);
    const answer = device.get(await challengeAt(visitor, signingIn), jana.actor.accountId);
    const signature = Buffer.from(answer.response.signature, 'base64url');
    signature.writeUInt8(signature.readUInt8(20) ^ 1, 20);
    const tampered = { ...answer, response: { ...answer.response, signature: signature.toString('base64url') } };
    await refused({ visitor, answer, page: await send(visitor, signingIn, tampered) });
  });

  test('a copy of the key, whose count lags behind', async () => {
    const { jana, device } = await withPasskey();
    await signInWith(device, jana, { counter: 5 });
    await refused(await signInWith(device, jana, { counter: 5 }));
    await refused(await signInWith(device, jana, { counter: 4 }));
    expect((await signInWith(device, jana, { counter: 6 })).page.path).toBe('/moje');
  });

  test('nothing at all', async () => {
    const visitor = new Visitor(app);
    expect((await send(visitor, signingIn, {})).status).toBe(400);
    expect((await visitor.post(signingIn, { _csrf: await visitor.token() })).status).toBe(400);
  });
});

test('without a script the pages say how else', async () => {
  const page = await new Visitor(app).get('/prihlaseni');
  expect(page.$('form[data-passkey]').attr('hidden')).toBeDefined();
  expect(page.$('[data-passkey-unsupported]').text()).toContain('Přihlaste se heslem');
  const own = await (await portal.visitor(await createCitizen(deps))).get('/ucet/overeni');
  expect(own.$('form[data-passkey]').attr('hidden')).toBeDefined();
  expect(own.$('[data-passkey-unsupported]').text()).toContain('kód z\u00a0aplikace');
});
