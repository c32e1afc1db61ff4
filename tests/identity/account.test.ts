import { expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen, createOfficer } from '../support/factories.ts';
import { Visitor } from '../support/visitor.ts';
import { lettersTo } from './mailbox.ts';

const portal = await startPortal();
const { app, db, deps } = portal;

test('a person sees who they are and changes name and phone', async () => {
  const jana = await createCitizen(deps);
  const visitor = await portal.visitor(jana);
  expect((await visitor.get('/ucet')).text).toContain(jana.email);
  const page = await visitor.submit('/ucet/udaje', { fields: { name: ' Jana  Nová ', phone: '777 123 456' } });
  expect([page.path, page.text.includes('Jana Nová')]).toEqual(['/ucet', true]);
  expect(await db.account.findUniqueOrThrow({ where: { email: jana.email } })).toMatchObject({
    name: 'Jana Nová',
    phone: '+420777123456',
  });
  await visitor.submit('/ucet/udaje', { fields: { phone: '' } });
  expect((await db.account.findUniqueOrThrow({ where: { email: jana.email } })).phone).toBeNull();
});

test('nothing else of the account can be changed by a made-up form', async () => {
  const jana = await createCitizen(deps);
  const visitor = await portal.visitor(jana);
  const before = await db.account.findUniqueOrThrow({ where: { email: jana.email } });
  const forged = { email: 'jina@example.cz', passwordHash: 'x', confirmedAt: '', id: jana.actor.accountId };
  const _csrf = await visitor.token('/ucet/udaje');
  await visitor.post('/ucet/udaje', { _csrf, name: 'Jana Nová', phone: '', ...forged });
  expect(await db.account.findUniqueOrThrow({ where: { id: before.id } })).toEqual({ ...before, name: 'Jana Nová' });
});

test('a form that cannot be accepted comes back as typed', async () => {
  const visitor = await portal.visitor(await createCitizen(deps));
  const page = await visitor.submit('/ucet/udaje', { fields: { name: '', phone: 'to neřeknu' } });
  expect(page.status).toBe(400);
  expect(page.$('#phone').val()).toBe('to neřeknu');
  expect(page.$('.govuk-error-summary a').length).toBe(2);
});

test('an officer sees their post, and only the office changes it', async () => {
  const marie = await createOfficer(deps, { department: 'dopravy' });
  const visitor = await portal.visitor(marie);
  const page = await visitor.get('/ucet');
  expect(page.text).toContain('referentka');
  expect(page.$('a[href="/ucet/udaje"]').length).toBe(0);
  expect((await visitor.get('/ucet/udaje')).status).toBe(404);
  const _csrf = await visitor.token('/ucet/heslo');
  expect((await visitor.post('/ucet/udaje', { _csrf, name: 'Primátorka', phone: '' })).status).toBe(404);
});

test('a password is changed by who knows the old one; this browser stays signed in, the others do not', async () => {
  const jana = await createCitizen(deps);
  const [here, elsewhere] = [await portal.visitor(jana), await portal.visitor(jana)];
  const wrong = await here.submit('/ucet/heslo', { fields: { currentPassword: 'nevím', password: 'Nové heslo 2026' } });
  expect(wrong.status).toBe(400);
  expect(wrong.$('#currentPassword-error').text()).toContain('nesouhlasí');

  const fields = { currentPassword: jana.password, password: 'Nové heslo 2026' };
  const page = await here.submit('/ucet/heslo', { fields });
  expect([page.path, page.text.includes('Heslo je změněné')]).toEqual(['/ucet', true]);
  expect((await elsewhere.get('/ucet')).path).toContain('/prihlaseni');
  expect((await lettersTo(portal, jana.email)).map(({ kind }) => kind)).toEqual(['newSignIn', 'passwordChanged']);
  const { id } = await db.account.findUniqueOrThrow({ where: { email: jana.email } });
  const records = await db.auditRecord.findMany({ where: { subject: `account/${id}` }, orderBy: { id: 'asc' } });
  expect(records.map(({ action }) => action)).toEqual(['signedIn', 'signedIn', 'passwordChanged']);
  const again = await new Visitor(app).submit('/prihlaseni', {
    fields: { email: jana.email, password: 'Nové heslo 2026' },
  });
  expect(again.path).toBe('/moje');
});

test('a stranger is sent to sign in', async () => {
  for (const path of ['/ucet', '/ucet/udaje', '/ucet/heslo']) {
    expect((await new Visitor(app).get(path)).path).toBe(`/prihlaseni?zpet=${encodeURIComponent(path)}`);
  }
});
