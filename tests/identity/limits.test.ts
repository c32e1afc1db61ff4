import { afterEach, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';
import { Visitor } from '../support/visitor.ts';

const rates = {
  signInPerAddress: 12,
  signInPerAccount: 3,
  registerPerAddress: 4,
  resetPerAddress: 6,
  resetPerAccount: 2,
  statusPerAddress: 10,
  draftsPerAddress: 100,
  uploadsPerAddress: 100,
  messagesPerAddress: 100,
  looksPerOfficer: 100,
};
const bankId = { issuer: 'http://127.0.0.1:1/', clientId: 'portal', clientSecret: 'secret' };
const portal = await startPortal({ rates, trustProxy: 1, bankId });
const { app, db, deps } = portal;
afterEach(() => db.rateLimit.deleteMany());

/** From an address of its own; the app believes one proxy. */
class RemoteVisitor extends Visitor {
  constructor(address: string) {
    super(app);
    this.agent.set('X-Forwarded-For', address);
  }
}

const tryToSignIn = async (address: string, email: string, password = 'něco jiného'): Promise<number> =>
  (await new RemoteVisitor(address).submit('/prihlaseni', { fields: { email, password } })).status;

async function inTurn<T>(times: number, attempt: (i: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < times; i += 1) results.push(await attempt(i));
  return results;
}

test.each([
  ['a new address', '/ucet/email', { email: 'nova.adresa@example.cz', password: 'něco jiného' }],
  ['a new password', '/ucet/heslo', { currentPassword: 'něco jiného', password: 'Nové heslo pro Janu 2026' }],
])('guesses made when asking for %s count with those of signing in', async (_what, path, fields) => {
  const jana = await createCitizen(deps);
  const inside = await portal.visitor(jana);
  await inTurn(3, () => inside.submit(path, { form: `form[action="${path}"]`, fields }));
  const signIn = { email: jana.email, password: jana.password };
  const anew = { form: 'form[action="/prihlaseni"]', fields: signIn };
  expect((await inside.submit('/prihlaseni?znovu=1', anew)).status).toBe(429);
});

test('guessing a password is stopped after a few attempts, even with the right one', async () => {
  const jana = await createCitizen(deps);
  expect(await inTurn(4, () => tryToSignIn('10.0.0.1', jana.email))).toEqual([400, 400, 400, 429]);
  expect(await tryToSignIn('10.0.0.1', jana.email, jana.password)).toBe(429);
});

test('a stranger who guesses does not lock the owner out', async () => {
  const jana = await createCitizen(deps);
  await inTurn(10, () => tryToSignIn('10.0.0.1', jana.email));
  expect(await tryToSignIn('10.0.0.2', jana.email, jana.password)).toBe(200);
});

test('many strangers who guess are stopped too, for a quarter of an hour', async () => {
  const jana = await createCitizen(deps);
  const statuses = await inTurn(16, i => tryToSignIn(`10.0.1.${i}`, jana.email));
  expect(statuses.slice(0, 15)).toEqual(Array.from({ length: 15 }, () => 400));
  expect(statuses[15]).toBe(429);
  const last = await db.rateLimit.findMany({ where: { key: { startsWith: 'sign-in-account' } } });
  expect(Number(last[0]?.expire)).toBeLessThanOrEqual(Date.now() + 15 * 60_000);
});

test('the letters of an e-mail do not multiply the attempts', async () => {
  const jana = await createCitizen(deps);
  const spellings = [jana.email, jana.email.toUpperCase(), ` ${jana.email}`, `${jana.email} `];
  const statuses = await inTurn(4, i => tryToSignIn('10.0.0.1', spellings[i] ?? ''));
  expect(statuses).toEqual([400, 400, 400, 429]);
});

test('one address that tries many accounts is stopped', async () => {
  const statuses = await inTurn(13, i => tryToSignIn('10.0.0.1', `nikdo${i}@example.cz`));
  expect(statuses.at(-2)).toBe(400);
  expect(statuses.at(-1)).toBe(429);
});

test('a whole office signs in from one address', async () => {
  const people = await inTurn(20, () => createCitizen(deps));
  for (const { email, password } of people) expect(await tryToSignIn('10.0.0.1', email, password)).toBe(200);
});

test('a successful sign-in forgets the mistakes before it', async () => {
  const jana = await createCitizen(deps);
  await inTurn(2, () => tryToSignIn('10.0.0.1', jana.email));
  expect(await tryToSignIn('10.0.0.1', jana.email, jana.password)).toBe(200);
  expect(await inTurn(3, () => tryToSignIn('10.0.0.1', jana.email))).toEqual([400, 400, 400]);
});

test('being stopped is a page that says for how long', async () => {
  const jana = await createCitizen(deps);
  await inTurn(3, () => tryToSignIn('10.0.0.1', jana.email));
  const fields = { email: jana.email, password: 'x' };
  const page = await new RemoteVisitor('10.0.0.1').submit('/prihlaseni', { fields });
  expect(page.$('h1').text()).toBe('Chvíli prosím počkejte');
  expect(page.text).toMatch(/za 15\s?minut/);
});

test('nobody’s mailbox is flooded: letters to one address are few, wherever the requests come from', async () => {
  const jana = await createCitizen(deps);
  const statuses = await inTurn(3, async i => {
    const page = await new RemoteVisitor(`10.0.2.${i}`).submit('/zapomenute-heslo', { fields: { email: jana.email } });
    return page.status;
  });
  expect(statuses).toEqual([200, 200, 429]);
});

test('an unknown e-mail runs into the same limit, so the limit tells nothing', async () => {
  const ask = async (i: number) =>
    (await new RemoteVisitor(`10.0.2.${i}`).submit('/zapomenute-heslo', { fields: { email: 'nikdo@example.cz' } }))
      .status;
  expect(await inTurn(3, ask)).toEqual([200, 200, 429]);
});

test('one address registers only so many accounts', async () => {
  const register = async (i: number) =>
    (
      await new RemoteVisitor('10.0.0.1').submit('/registrace', {
        fields: { name: 'Jana', email: `jana${i}@example.cz`, password: 'dlouhé heslo' },
      })
    ).status;
  expect(await inTurn(5, register)).toEqual([200, 200, 200, 200, 429]);
});

test('one address goes to a provider only so many times without being proved', async () => {
  const visitor = new RemoteVisitor('10.0.0.1');
  const begin = async () => (await visitor.agent.get('/prihlaseni/bankovni-identita')).status;
  // Nobody answers there; the person is told so.
  expect(await inTurn(13, begin)).toEqual([...Array<number>(12).fill(503), 429]);
});

test('the table of limits holds no e-mail', async () => {
  const jana = await createCitizen(deps);
  await tryToSignIn('10.0.0.1', jana.email);
  const keys = (await db.rateLimit.findMany()).map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.join()).not.toContain('@');
});

test('whoever guesses elsewhere does not lock the holder out of a browser that has been theirs', async () => {
  const jana = await createCitizen(deps);
  const home = new RemoteVisitor('10.1.0.1');
  const { email, password } = jana;
  await home.submit('/prihlaseni', { fields: { email, password } });
  await home.submit('/ucet', { form: 'form[action="/odhlaseni"]' });
  // From many addresses, until the account takes no more of it; also from the holder's own.
  const guesses = await inTurn(16, i => tryToSignIn(`10.2.0.${i}`, email));
  expect(guesses.at(-1)).toBe(429);
  await inTurn(13, i => tryToSignIn('10.1.0.1', `nekdo${i}@example.cz`));
  expect((await home.submit('/prihlaseni', { fields: { email, password } })).path).toBe('/moje');
});

test('a browser that has been somebody’s is stopped after a few attempts as well, and helps with no other account', async () => {
  const [jana, petr] = [await createCitizen(deps, 'Jana'), await createCitizen(deps, 'Petr')];
  const home = new RemoteVisitor('10.3.0.1');
  await home.submit('/prihlaseni', { fields: { email: jana.email, password: jana.password } });
  await home.submit('/ucet', { form: 'form[action="/odhlaseni"]' });
  const guess = async (email: string) =>
    (await home.submit('/prihlaseni', { fields: { email, password: 'něco jiného' } })).status;
  expect(await inTurn(4, () => guess(jana.email))).toEqual([400, 400, 400, 429]);
  expect(await inTurn(4, () => guess(petr.email))).toEqual([400, 400, 400, 429]);
});
