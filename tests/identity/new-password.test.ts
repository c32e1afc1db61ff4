import { describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';
import { Visitor } from '../support/visitor.ts';
import { lettersTo, newestLink } from './mailbox.ts';

const portal = await startPortal();
const { app, db, deps } = portal;

const ask = (email: string) => new Visitor(app).submit('/zapomenute-heslo', { fields: { email } });
const set = (link: string, password: string, visitor = new Visitor(app)) =>
  visitor.submit(link, { fields: { password } });
const newPassword = 'Úplně nové heslo 🗝️';

test('a forgotten password is replaced by the link, which signs in', async () => {
  const jana = await createCitizen(deps);
  expect((await ask(jana.email)).path).toBe('/zapomenute-heslo/odeslano');
  const page = await set(await newestLink(portal, jana.email), newPassword);
  expect([page.path, page.text.includes('Nové heslo platí')]).toEqual(['/moje', true]);
  const visitor = new Visitor(app);
  const old = await visitor.submit('/prihlaseni', { fields: { email: jana.email, password: jana.password } });
  expect(old.status).toBe(400);
  const fresh = await visitor.submit('/prihlaseni', { fields: { email: jana.email, password: newPassword } });
  expect(fresh.path).toBe('/moje');
});

test('a new password ends every other session and is told by a letter', async () => {
  const jana = await createCitizen(deps);
  const elsewhere = await portal.visitor(jana);
  await ask(jana.email);
  await set(await newestLink(portal, jana.email), newPassword);
  expect((await elsewhere.get('/moje')).path).toContain('/prihlaseni');
  expect((await lettersTo(portal, jana.email)).map(({ kind }) => kind)).toEqual(['resetPassword', 'passwordChanged']);
});

describe('the link', () => {
  test('works once', async () => {
    const jana = await createCitizen(deps);
    await ask(jana.email);
    const link = await newestLink(portal, jana.email);
    await set(link, newPassword);
    expect((await new Visitor(app).get(link)).status).toBe(400);
  });

  test('works once even when it is used twice at the same moment', async () => {
    const jana = await createCitizen(deps);
    await ask(jana.email);
    const link = await newestLink(portal, jana.email);
    const visitors = [new Visitor(app), new Visitor(app)];
    const pages = await Promise.all(visitors.map(visitor => visitor.get(link)));
    const ends = await Promise.all(
      visitors.map((visitor, i) => visitor.submit(pages[i] ?? link, { fields: { password: `${newPassword}${i}` } })),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('is not used up by a password that will not do', async () => {
    const jana = await createCitizen(deps);
    await ask(jana.email);
    const visitor = new Visitor(app);
    const refused = await set(await newestLink(portal, jana.email), 'krátké', visitor);
    expect(refused.status).toBe(400);
    expect(refused.$('#password-error').text()).toContain('8');
    expect((await visitor.submit(refused, { fields: { password: newPassword } })).path).toBe('/moje');
  });

  test('stops working after an hour', async () => {
    const jana = await createCitizen(deps);
    const now = Temporal.Now.instant();
    await ask(jana.email);
    const link = await newestLink(portal, jana.email);
    portal.setNow(now.add({ minutes: 59 }).toString());
    expect((await new Visitor(app).get(link)).status).toBe(200);
    const opened = new Visitor(app);
    const page = await opened.get(link);
    portal.setNow(now.add({ minutes: 61 }).toString());
    expect((await new Visitor(app).get(link)).status).toBe(400);
    expect((await opened.submit(page, { fields: { password: newPassword } })).status).toBe(400);
    portal.setNow(now.toString());
  });

  test('asked for again replaces the one before', async () => {
    const jana = await createCitizen(deps);
    await ask(jana.email);
    const first = await newestLink(portal, jana.email);
    await ask(jana.email);
    expect((await new Visitor(app).get(first)).status).toBe(400);
    expect((await new Visitor(app).get(await newestLink(portal, jana.email))).status).toBe(200);
  });

  test('leads to the address from the settings, whatever host the request claims', async () => {
    const jana = await createCitizen(deps);
    const visitor = new Visitor(app);
    const _csrf = await visitor.token();
    await visitor.agent
      .post('/zapomenute-heslo')
      .set({ Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' })
      .type('form')
      .send({ _csrf, email: jana.email });
    const [letter] = await lettersTo(portal, jana.email);
    expect(letter?.text).toContain(`${deps.config.publicUrl}/nove-heslo`);
    expect(letter?.text).not.toContain('evil.example');
  });
});

test('asking looks the same for everybody, and nobody without an account gets a letter', async () => {
  const jana = await createCitizen(deps);
  const [known, unknown] = [await ask(jana.email), await ask('nikdo@example.cz')];
  expect([known.status, known.path, known.text]).toEqual([unknown.status, unknown.path, unknown.text]);
  expect(await lettersTo(portal, 'nikdo@example.cz')).toEqual([]);
});

test('an account that was never confirmed is confirmed by it: the mailbox has been proved', async () => {
  const jana = await createCitizen(deps);
  await db.account.update({ where: { email: jana.email }, data: { confirmedAt: null } });
  await ask(jana.email);
  expect((await set(await newestLink(portal, jana.email), newPassword)).path).toBe('/moje');
});
