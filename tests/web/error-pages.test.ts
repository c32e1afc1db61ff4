import { Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';
import { type Page, Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { app, deps } = portal;

function expectPage(page: Page, { status, title }: { status: number; title: string }): void {
  expect(page.status).toBe(status);
  expect(page.$('h1').text()).toBe(title);
  expect(page.$('title').text()).toContain(title);
  expect(page.$('main a[href="/"]').length).toBe(1);
  expect(page.headers['cache-control']).toBe('no-store');
}

test('an unknown address leads on', async () => {
  const page = await new Visitor(app).get('/neni/tu');
  expectPage(page, { status: 404, title: 'Tuto stránku jsme nenašli' });
  expect(page.$('main a[href="/sluzby"]').length).toBe(1);
});

test('a form that is out of date says what to do', async () => {
  const page = await new Visitor(app).post('/prihlaseni', { email: 'a@example.cz', password: 'x' });
  expectPage(page, { status: 403, title: 'Odeslání se nepovedlo' });
  expect(page.text).toContain('obnovte stránku');
});

test('a null byte is refused as a bad request', async () => {
  const visitor = new Visitor(app);
  const page = await visitor.post('/registrace', { _csrf: await visitor.token(), name: 'Jana\0' });
  expectPage(page, { status: 400, title: 'Tohle se nepovedlo' });
});

test('a form that is far too big is refused, and says so', async () => {
  const page = await new Visitor(app).post('/prihlaseni', { email: 'x'.repeat(1_100_000) });
  expectPage(page, { status: 413, title: 'To je moc velké' });
});

test.each(['portal-form', 'portal'])('a %s cookie of JSON is as good as none', async name => {
  const visitor = new Visitor(app);
  visitor.agent.set('Cookie', `${name}=j:{"a":1}`);
  expect((await visitor.get('/prihlaseni')).status).toBe(200);
});

describe('when the database cannot be reached', () => {
  test('the page says that the fault is ours, with a code that is also in the log, and nothing more', async () => {
    const broken = new Pool({ connectionString: 'postgresql://nobody:secret-word@127.0.0.1:1/nothing' });
    const jana = await portal.visitor(await createCitizen(deps));
    const visitor = new Visitor(createApp({ ...deps, pool: broken }));
    const { headers } = await jana.agent.get('/ucet');
    expect(headers).toBeDefined();
    visitor.agent.jar = jana.agent.jar;
    const page = await visitor.get('/ucet');
    expectPage(page, { status: 500, title: 'Něco se u\u00a0nás pokazilo' });
    const code = page.$('main strong').text();
    expect(code).toMatch(/^[0-9a-f]{8}$/);
    expect(portal.log()).toContain(code);
    for (const secret of ['ECONNREFUSED', 'secret-word', '127.0.0.1', 'at ']) expect(page.text).not.toContain(secret);
    await broken.end();
  });

  test('the log tells the route, and not the address of somebody’s case', async () => {
    const broken = new Pool({ connectionString: 'postgresql://nobody@127.0.0.1:1/nothing' });
    const visitor = await portal.visitor(await createCitizen(deps));
    const stranger = new Visitor(createApp({ ...deps, pool: broken }));
    stranger.agent.jar = visitor.agent.jar;
    expect((await stranger.get('/pripady/HK26-00001-Y')).status).toBe(500);
    expect(portal.log()).not.toContain('HK26-00001-Y');
    await broken.end();
  });
});
