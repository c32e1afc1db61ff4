import { describe, expect, test } from 'vitest';
import { hashPassword } from '../../src/identity/password.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen, createOfficer } from '../support/factories.ts';
import { Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { app, db, deps } = portal;
const draftStart = '/sluzby/ohlaseni-psa/podat';

const signIn = (visitor: Visitor, email: string, password: string, path = '/prihlaseni') =>
  visitor.submit(path, { fields: { email, password } });

test('a citizen signs in and lands at their filings', async () => {
  const jana = await createCitizen(deps);
  const page = await signIn(new Visitor(app), jana.email, jana.password);
  expect(page.path).toBe('/moje');
  expect(page.html).toContain('Jana Nováková');
});

test('an officer signs in by the same form and lands in the inbox', async () => {
  const marie = await createOfficer(deps, { department: 'dopravy' });
  expect((await signIn(new Visitor(app), marie.email, marie.password)).path).toBe('/urad');
});

test('capital letters and spaces around the e-mail do not matter', async () => {
  const jana = await createCitizen(deps);
  const page = await signIn(new Visitor(app), `  ${jana.email.toUpperCase()} `, jana.password);
  expect(page.path).toBe('/moje');
});

test('a password with diacritics, spaces and emoji works through a form', async () => {
  const jana = await createCitizen(deps);
  const password = '  Žluťoučký 🐴 & "kůň" + % ';
  const passwordHash = await hashPassword(password);
  await db.account.update({ where: { email: jana.email }, data: { passwordHash } });
  expect((await signIn(new Visitor(app), jana.email, password)).path).toBe('/moje');
  expect((await signIn(new Visitor(app), jana.email, password.trim())).status).toBe(400);
});

describe('what a refused sign-in says', () => {
  test('is the same for a wrong password and for an unknown e-mail, and the e-mail stays typed', async () => {
    const jana = await createCitizen(deps);
    const wrong = await signIn(new Visitor(app), jana.email, 'něco jiného');
    const unknown = await signIn(new Visitor(app), 'nikdo@example.cz', 'něco jiného');
    expect([wrong.status, unknown.status]).toEqual([400, 400]);
    expect(wrong.$('#email').val()).toBe(jana.email);
    expect(wrong.$('#password').val() ?? '').toBe('');
    expect(wrong.text).toBe(unknown.text);
    expect(wrong.$('#email-error').text()).toContain('nesouhlasí');
  });

  test('names the field that is empty', async () => {
    const page = await signIn(new Visitor(app), '', '');
    expect(page.status).toBe(400);
    expect(page.$('#email-error').text()).toContain('Zadejte e-mail');
    expect(page.$('#password-error').text()).toContain('Zadejte heslo');
    expect(page.$('.govuk-error-summary a').attr('href')).toBe('#email');
  });

  test('names an unconfirmed account only to who knows its password, and offers the link again', async () => {
    const jana = await createCitizen(deps);
    await db.account.update({ where: { email: jana.email }, data: { confirmedAt: null } });
    const stranger = await signIn(new Visitor(app), jana.email, 'něco jiného');
    expect(stranger.text).not.toContain('potvrzený');

    const visitor = new Visitor(app);
    const page = await signIn(visitor, jana.email, jana.password);
    expect(page.status).toBe(400);
    expect(page.text).toContain('Účet ještě není potvrzený');
    const sent = await visitor.submit(page, { form: 'form[action="/registrace/znovu"]' });
    expect(sent.path).toBe('/registrace/odeslano');
  });

  test('names a switched-off officer account only to who knows its password', async () => {
    const marie = await createOfficer(deps, { department: 'dopravy' });
    await db.officer.update({ where: { id: marie.actor.officerId }, data: { active: false } });
    expect((await signIn(new Visitor(app), marie.email, 'něco jiného')).text).not.toContain('vypnutý');
    expect((await signIn(new Visitor(app), marie.email, marie.password)).text).toContain('vypnutý');
  });

  test('is an error page for a null byte, and the request reaches no database', async () => {
    const visitor = new Visitor(app);
    const page = await visitor.post('/prihlaseni', { _csrf: await visitor.token(), email: 'a@b.cz', password: 'a\0b' });
    expect(page.status).toBe(400);
  });

  test('is a form again for doubled and missing fields', async () => {
    const visitor = new Visitor(app);
    const _csrf = await visitor.token();
    const doubled = [
      ['_csrf', _csrf],
      ['email', 'a@b.cz'],
      ['email', 'c@d.cz'],
      ['password', 'x'],
      ['password', 'y'],
    ] satisfies [string, string][];
    expect((await visitor.post('/prihlaseni', doubled)).status).toBe(400);
    expect((await visitor.post('/prihlaseni', { _csrf })).status).toBe(400);
  });

  test('credentials in the address are not looked at', async () => {
    const jana = await createCitizen(deps);
    const visitor = new Visitor(app);
    const query = new URLSearchParams({ email: jana.email, password: jana.password }).toString();
    const page = await visitor.post(`/prihlaseni?${query}`, { _csrf: await visitor.token() });
    expect(page.status).toBe(400);
  });
});

describe('after signing in', () => {
  test('a person is where they were going', async () => {
    const jana = await createCitizen(deps);
    const visitor = new Visitor(app);
    const asked = await visitor.get('/ucet?a=1');
    expect(asked.path).toBe('/prihlaseni?zpet=%2Fucet%3Fa%3D1');
    const page = await visitor.submit(asked, { fields: { email: jana.email, password: jana.password } });
    expect(page.path).toBe('/ucet?a=1');
  });

  test('they are still going there after a mistake', async () => {
    const jana = await createCitizen(deps);
    const visitor = new Visitor(app);
    const mistaken = await signIn(visitor, jana.email, 'něco jiného', '/prihlaseni?zpet=/ucet');
    const page = await visitor.submit(mistaken, { fields: { password: jana.password } });
    expect(page.path).toBe('/ucet');
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/%09/evil.example', '/..//evil.example'])(
    'nobody is led away from the portal by %s',
    async wanted => {
      const jana = await createCitizen(deps);
      const visitor = new Visitor(app);
      const fields = { _csrf: await visitor.token(), email: jana.email, password: jana.password, zpet: wanted };
      const answer = await visitor.agent.post('/prihlaseni').type('form').send(fields);
      expect(answer.status).toBe(303);
      expect(new URL(answer.headers.location ?? '', 'https://portal.example.cz').host).toBe('portal.example.cz');
      expect(answer.headers.location).not.toMatch(/^[/\\]{2}/);
    },
  );

  test('the sign-in page has nothing to offer', async () => {
    const visitor = await portal.visitor(await createCitizen(deps));
    expect((await visitor.get('/prihlaseni')).path).toBe('/moje');
    expect((await visitor.get('/registrace')).path).toBe('/moje');
  });

  test('a draft begun as a guest is the person’s own, also from another device', async () => {
    const jana = await createCitizen(deps);
    const visitor = new Visitor(app);
    const begun = await visitor.submit(draftStart);
    const draftId = begun.path.split('/')[2] ?? '';
    expect(await db.draft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({ accountId: null });

    const page = await signIn(visitor, jana.email, jana.password, `/prihlaseni?zpet=${begun.path}`);
    expect([page.path, page.status]).toEqual([begun.path, 200]);
    expect(await db.draft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({
      accountId: jana.actor.accountId,
    });
    expect((await (await portal.visitor(jana)).get(begun.path)).status).toBe(200);
  });

  test('a draft that has an owner keeps the owner', async () => {
    const [jana, petr] = [await createCitizen(deps), await createCitizen(deps, 'Petr Svoboda')];
    const visitor = new Visitor(app);
    const begun = await visitor.submit(draftStart);
    const id = begun.path.split('/')[2] ?? '';
    await db.draft.update({ where: { id }, data: { accountId: petr.actor.accountId } });
    await signIn(visitor, jana.email, jana.password);
    expect((await db.draft.findUniqueOrThrow({ where: { id } })).accountId).toBe(petr.actor.accountId);
    expect((await visitor.get(begun.path)).status).toBe(404);
  });
});

test('a form without its token signs nobody in', async () => {
  const jana = await createCitizen(deps);
  const visitor = new Visitor(app);
  const page = await visitor.post('/prihlaseni', { email: jana.email, password: jana.password });
  expect(page.status).toBe(403);
  expect((await visitor.get('/moje')).path).toContain('/prihlaseni');
});
