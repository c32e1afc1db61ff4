import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen, createOfficer } from '../support/factories.ts';
import { Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { app, db, deps } = portal;
const draftStart = '/sluzby/ohlaseni-psa/podat';

const cookiesOf = (headers: Record<string, unknown>): string[] => (headers['set-cookie'] as string[] | undefined) ?? [];
/** Posts a form as the browser would, and gives the session's cookie that the answer sets. */
async function sessionAfter(visitor: Visitor, path: string, fields: object): Promise<string | undefined> {
  const _csrf = await visitor.token(path === '/odhlaseni' ? '/ucet' : path);
  const answer = await visitor.agent
    .post(path)
    .type('form')
    .send({ _csrf, ...fields });
  const cookie = cookiesOf(answer.headers).find(line => line.startsWith('portal='));
  return cookie?.split(';')[0];
}

/** Somebody who has got hold of a cookie. */
function thiefWith(cookie: string | undefined): Visitor {
  const thief = new Visitor(app);
  thief.agent.set('Cookie', cookie ?? '');
  return thief;
}

/** The portal at a port: the visitor sees whole answers only, and here it matters when one begins. */
async function listening(): Promise<AsyncDisposable & { url: string }> {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function sessionsWith(text: string): Promise<number> {
  return (await db.session.findMany()).filter(({ sess }) => JSON.stringify(sess).includes(text)).length;
}

const isSignedIn = async (visitor: Visitor): Promise<boolean> => (await visitor.get('/ucet')).path === '/ucet';

test('a visitor who only reads gets no session', async () => {
  const visitor = new Visitor(app);
  const before = await db.session.count();
  await visitor.get('/');
  await visitor.get('/prihlaseni');
  const { headers } = await visitor.agent.get('/');
  expect(cookiesOf(headers).filter(line => line.startsWith('portal='))).toEqual([]);
  expect(await db.session.count()).toBe(before);
});

test('signing in changes the id of the session, and the old id is worth nothing', async () => {
  const { email, password } = await createCitizen(deps);
  const visitor = new Visitor(app);
  const asGuest = await sessionAfter(visitor, draftStart, {});
  expect(asGuest).toBeDefined();
  const asJana = await sessionAfter(visitor, '/prihlaseni', { email, password });
  expect(asJana).toBeDefined();
  expect(asJana).not.toBe(asGuest);
  expect(await isSignedIn(thiefWith(asGuest))).toBe(false);
  expect(await isSignedIn(visitor)).toBe(true);
});

test('what a guest has begun is kept for a day, but nobody stays signed in as long when idle', async () => {
  const { email, password, actor } = await createCitizen(deps);
  const visitor = new Visitor(app);
  await sessionAfter(visitor, draftStart, {});
  await sessionAfter(visitor, '/prihlaseni', { email, password });
  const mine = { sess: { path: ['passport', 'user', 'accountId'], equals: actor.accountId } };
  const { expire } = await db.session.findFirstOrThrow({ where: mine });
  expect(expire.getTime()).toBeLessThan(Date.now() + 61 * 60_000);
});

test('signing out ends the session in the database, not only in the browser', async () => {
  const { email, password } = await createCitizen(deps);
  const visitor = new Visitor(app);
  const cookie = await sessionAfter(visitor, '/prihlaseni', { email, password });
  expect(await isSignedIn(thiefWith(cookie))).toBe(true);
  const page = await visitor.submit('/ucet', { form: 'form[action="/odhlaseni"]' });
  expect(page.path).toBe('/');
  expect(await isSignedIn(visitor)).toBe(false);
  expect(await isSignedIn(thiefWith(cookie))).toBe(false);
});

test('signing out takes with it what was opened in that browser', async () => {
  const visitor = await portal.visitor(await createCitizen(deps));
  const begun = await visitor.submit(draftStart);
  await visitor.submit('/ucet', { form: 'form[action="/odhlaseni"]' });
  expect((await visitor.get(begun.path)).status).toBe(404);
});

test('signing out needs the token of a form', async () => {
  const visitor = await portal.visitor(await createCitizen(deps));
  expect((await visitor.post('/odhlaseni', {})).status).toBe(403);
  expect(await isSignedIn(visitor)).toBe(true);
});

test('a second person signing in at the same browser finds nothing of the first', async () => {
  const [jana, petr] = [await createCitizen(deps), await createCitizen(deps, 'Petr Svoboda')];
  const visitor = await portal.visitor(jana);
  const mark = '8e2c3d4e-0000-4000-8000-000000000000';
  const mine = { sess: { path: ['passport', 'user', 'accountId'], equals: jana.actor.accountId } };
  const { sid, sess } = await db.session.findFirstOrThrow({ where: mine });
  await db.session.update({ where: { sid }, data: { sess: { ...(sess as object), cases: [mark] } } });
  const _csrf = await visitor.token('/ucet/heslo');
  const page = await visitor.post('/prihlaseni', { _csrf, email: petr.email, password: petr.password });
  expect(page.html).toContain('Petr Svoboda');
  expect(await sessionsWith(mark)).toBe(0);
});

test('a redirect is sent only when what it leads to is stored', async () => {
  const { email, password } = await createCitizen(deps);
  const session = await sessionAfter(new Visitor(app), '/prihlaseni', { email, password });
  await using server = await listening();
  const page = await fetch(`${server.url}/ucet/udaje`, { headers: { Cookie: session ?? '' } });
  const formCookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';

  const busy = await deps.pool.connect();
  try {
    await busy.query('BEGIN');
    await busy.query('SELECT 1 FROM session FOR UPDATE');
    let isAnswered = false;
    const answer = fetch(`${server.url}/ucet/udaje`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: `${session ?? ''}; ${formCookie}` },
      body: new URLSearchParams({ _csrf, name: 'Jana Nová', phone: '' }),
    }).finally(() => (isAnswered = true));
    await vi.waitFor(async () => {
      const waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      expect((await deps.pool.query(waiting)).rows.length).toBe(1);
    });
    expect(isAnswered).toBe(false);
    await busy.query('ROLLBACK');
    const { status, headers } = await answer;
    expect([status, headers.get('location')]).toEqual([303, '/ucet']);
  } finally {
    busy.release();
  }
});

describe('the cookie of a session', () => {
  test('is out of reach of scripts and other sites', async () => {
    const jana = await createCitizen(deps);
    const visitor = new Visitor(app);
    const fields = { _csrf: await visitor.token(), email: jana.email, password: jana.password };
    const answer = await visitor.agent.post('/prihlaseni').type('form').send(fields);
    const cookie = cookiesOf(answer.headers).find(line => line.startsWith('portal='));
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).not.toMatch(/Domain=/);
  });

  test('is bound to this host and to TLS when the portal is on TLS', async () => {
    const jana = await createCitizen(deps);
    const config = { ...deps.config, publicUrl: 'https://portal.example.cz', trustProxy: 1 };
    const visitor = new Visitor(createApp({ ...deps, config }));
    const overTls = { 'X-Forwarded-Proto': 'https' };
    const form = await visitor.agent.get('/prihlaseni').set(overTls);
    const token = /name="_csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const formCookie = cookiesOf(form.headers)[0]?.split(';')[0] ?? '';
    const answer = await visitor.agent
      .post('/prihlaseni')
      .set({ ...overTls, Cookie: formCookie })
      .type('form')
      .send({ _csrf: token, email: jana.email, password: jana.password });
    expect(answer.status).toBe(303);
    for (const name of ['portal', 'znamy-prohlizec']) {
      expect(cookiesOf(answer.headers).find(line => line.startsWith(`__Host-${name}=`))).toMatch(/; Secure/);
    }
    expect(cookiesOf(form.headers)[0]).toMatch(/^__Host-portal-form=.*; Secure/);
  });
});

describe('a session is over, with a sentence that says so, when', () => {
  test('the password was changed elsewhere', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    await db.account.update({ where: { email: jana.email }, data: { sessionEpoch: { increment: 1 } } });
    const page = await visitor.get('/ucet');
    expect(page.path).toBe('/prihlaseni?zpet=%2Fucet');
    expect(page.text).toContain('Vaše přihlášení skončilo');
  });

  test('the officer has left', async () => {
    const marie = await createOfficer(deps, { department: 'dopravy' });
    const visitor = await portal.visitor(marie);
    await db.officer.update({ where: { id: marie.actor.officerId }, data: { active: false } });
    expect((await visitor.get('/urad')).path).toContain('/prihlaseni');
  });

  test('the account is gone', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    await db.account.delete({ where: { email: jana.email } });
    expect(await isSignedIn(visitor)).toBe(false);
  });

  test('and with it everything that was opened in it', async () => {
    const { email, password } = await createCitizen(deps);
    const visitor = new Visitor(app);
    await sessionAfter(visitor, '/prihlaseni', { email, password });
    const sessions = await db.session.findMany();
    const mark = '7d1b2c3d-0000-4000-8000-000000000000';
    for (const { sid, sess } of sessions) {
      await db.session.update({ where: { sid }, data: { sess: { ...(sess as object), cases: [mark] } } });
    }
    await db.account.update({ where: { email }, data: { sessionEpoch: { increment: 1 } } });
    const before = await sessionsWith(mark);
    await visitor.get('/');
    expect(await sessionsWith(mark)).toBe(before - 1);
  });
});

test('a role taken away is gone at once', async () => {
  const admin = await createOfficer(deps, {
    department: 'informatiky',
    roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
  });
  const visitor = await portal.visitor(admin);
  expect((await visitor.get('/sprava')).status).toBe(200);
  await db.officer.update({ where: { id: admin.actor.officerId }, data: { roles: ['clerk'] } });
  expect((await visitor.get('/sprava')).status).toBe(404);
});

test('a session that holds rubbish is a guest’s', async () => {
  const visitor = await portal.visitor(await createCitizen(deps));
  const sessions = await db.session.findMany();
  for (const { sid, sess } of sessions) {
    await db.session.update({ where: { sid }, data: { sess: { ...(sess as object), passport: { user: 'admin' } } } });
  }
  expect(await isSignedIn(visitor)).toBe(false);
});

test('a session holds ids and nothing of the person', async () => {
  const jana = await createCitizen(deps);
  await portal.visitor(jana);
  const sessions = JSON.stringify(await db.session.findMany());
  for (const personal of [jana.email, 'Nováková', jana.password]) expect(sessions).not.toContain(personal);
});

test('a session in use lasts, and is stored anew at most once in ten minutes', async () => {
  const jana = await createCitizen(deps);
  const visitor = await portal.visitor(jana);
  const mine = { sess: { path: ['passport', 'user', 'accountId'], equals: jana.actor.accountId } };
  const stored = () => db.session.findFirstOrThrow({ where: mine });
  const fresh = await stored();
  await visitor.get('/ucet');
  expect((await stored()).expire).toEqual(fresh.expire);

  const { cookie, ...rest } = fresh.sess as { cookie: object };
  const inHalfAnHour = new Date(Date.now() + 30 * 60_000);
  await db.session.update({
    where: { sid: fresh.sid },
    data: { sess: { ...rest, cookie: { ...cookie, expires: inHalfAnHour.toISOString() } } },
  });
  await visitor.get('/ucet');
  expect((await stored()).expire.getTime()).toBeGreaterThan(inHalfAnHour.getTime() + 20 * 60_000);
});
