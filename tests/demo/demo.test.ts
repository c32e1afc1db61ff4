import { describe, expect, test } from 'vitest';
import { demoPeople } from '../../src/demo/people.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';
import { Visitor } from '../support/visitor.ts';

const demo = await startPortal({ demo: true });
const earnest = await startPortal();

for (const { email, name } of demoPeople.slice(0, 2)) {
  const data = { email, name, passwordHash: 'x', confirmedAt: new Date() };
  await demo.db.account.upsert({ where: { email }, create: data, update: {} });
  await earnest.db.account.upsert({ where: { email }, create: data, update: {} });
}

describe('in the demo', () => {
  test('one click signs in as a seeded person', async () => {
    const [person] = demoPeople;
    const visitor = new Visitor(demo.app);
    const page = await visitor.submit('/prihlaseni', {
      form: 'form[action="/demo/prihlaseni"]',
      fields: { person: person?.email },
    });
    expect([page.path, page.html.includes(person?.name ?? '-')]).toEqual(['/moje', true]);
  });

  test('the click leads back to where the person was going', async () => {
    const visitor = new Visitor(demo.app);
    const page = await visitor.submit('/prihlaseni?zpet=/ucet', {
      form: 'form[action="/demo/prihlaseni"]',
      fields: { person: demoPeople[0]?.email },
    });
    expect(page.path).toBe('/ucet');
  });

  test('nobody else can be signed in so, and not without the token of a form', async () => {
    const jana = await createCitizen(demo.deps);
    const visitor = new Visitor(demo.app);
    const _csrf = await visitor.token();
    expect((await visitor.post('/demo/prihlaseni', { _csrf, person: jana.email })).status).toBe(404);
    expect((await visitor.post('/demo/prihlaseni', { _csrf })).status).toBe(404);
    expect((await visitor.post('/demo/prihlaseni', { person: demoPeople[0]?.email ?? '' })).status).toBe(403);
  });

  test('letters can be read, newest first, and their links followed', async () => {
    const visitor = new Visitor(demo.app);
    const fields = { name: 'Eva Malá', email: 'eva.mala@example.cz', password: 'dlouhé heslo' };
    await visitor.submit('/registrace', { fields });
    const list = await visitor.get('/demo/posta');
    expect(list.$('main a').first().text()).toBe('Potvrďte svůj e-mail');
    const mail = await visitor.get(list.$('main a').first().attr('href') ?? '');
    expect(mail.text).toContain('eva.mala@example.cz');
    const link = mail.$('main a[href^="/potvrzeni-emailu?token="]').attr('href') ?? '';
    expect((await visitor.submit(link)).path).toBe('/moje');
  });

  test('a letter that is not there is not found', async () => {
    const visitor = new Visitor(demo.app);
    expect((await visitor.get('/demo/posta/7d1b2c3d-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await visitor.get('/demo/posta/x')).status).toBe(404);
  });
});

describe('outside of the demo', () => {
  test('none of its addresses exists and the sign-in page offers nobody', async () => {
    const visitor = new Visitor(earnest.app);
    expect((await visitor.get('/demo/posta')).status).toBe(404);
    const page = await visitor.get('/prihlaseni');
    expect(page.html).not.toContain('/demo/');
    const _csrf = await visitor.token();
    expect((await visitor.post('/demo/prihlaseni', { _csrf, person: demoPeople[0]?.email ?? '' })).status).toBe(404);
  });
});
