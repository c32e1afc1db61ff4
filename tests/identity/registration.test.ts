import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';
import { type Page, Visitor } from '../support/visitor.ts';
import { lettersTo, newestLink } from './mailbox.ts';

const portal = await startPortal();
const { app, db, deps } = portal;
const draftStart = '/sluzby/ohlaseni-psa/podat';

const password = 'Žluťoučký 🐴 kůň';
const newEmail = (): string => `${randomUUID()}@example.cz`;

function register(email: string, more: Record<string, string> = {}, visitor = new Visitor(app)): Promise<Page> {
  const fields = { name: 'Jana Nováková', email, phone: '', password, ...more };
  return visitor.submit('/registrace', { fields });
}

const confirm = async (email: string, visitor = new Visitor(app)): Promise<Page> =>
  visitor.submit(await newestLink(portal, email));

test('a person registers, confirms the e-mail and is signed in', async () => {
  const email = newEmail();
  const visitor = new Visitor(app);
  const sent = await register(email, { phone: '777 123 456' }, visitor);
  expect([sent.path, sent.status]).toEqual(['/registrace/odeslano', 200]);
  expect(await db.account.findUniqueOrThrow({ where: { email } })).toMatchObject({
    name: 'Jana Nováková',
    phone: '+420777123456',
    confirmedAt: null,
  });
  const page = await confirm(email, visitor);
  expect([page.path, page.text.includes('Účet je potvrzený')]).toEqual(['/moje', true]);
  const again = await new Visitor(app).submit('/prihlaseni', { fields: { email, password } });
  expect(again.path).toBe('/moje');
});

test('the time it takes tells nobody whether there is an account', async () => {
  const { email } = await createCitizen(deps);
  for (const asked of [email, newEmail()]) {
    const visitor = new Visitor(app);
    const form = {
      _csrf: await visitor.token('/registrace'),
      name: 'Jana Nováková',
      email: asked,
      phone: '',
      password,
    };
    const started = performance.now();
    await visitor.agent.post('/registrace').type('form').send(form);
    expect(performance.now() - started).toBeGreaterThan(290);
  }
});

test('the link works on another device', async () => {
  const email = newEmail();
  await register(email);
  expect((await confirm(email, new Visitor(app))).path).toBe('/moje');
});

test('looking at the link confirms nothing: mail programs look too', async () => {
  const email = newEmail();
  await register(email);
  const link = await newestLink(portal, email);
  for (let i = 0; i < 3; i += 1) expect((await new Visitor(app).get(link)).status).toBe(200);
  expect((await db.account.findUniqueOrThrow({ where: { email } })).confirmedAt).toBeNull();
  expect((await confirm(email)).path).toBe('/moje');
});

test('whoever was filling in a form is back at it after confirming in the same browser', async () => {
  const email = newEmail();
  const visitor = new Visitor(app);
  const begun = await visitor.submit(draftStart);
  const fields = { name: 'Jana Nováková', email, password };
  await visitor.submit(`/registrace?zpet=${encodeURIComponent(begun.path)}`, { fields });
  const page = await confirm(email, visitor);
  expect([page.path, page.status]).toEqual([begun.path, 200]);
  const draft = await db.draft.findUniqueOrThrow({ where: { id: begun.path.split('/')[2] ?? '' } });
  expect(draft.accountId).toBe((await db.account.findUniqueOrThrow({ where: { email } })).id);
});

describe('the link', () => {
  test('works once', async () => {
    const email = newEmail();
    await register(email);
    const link = await newestLink(portal, email);
    const opened = new Visitor(app);
    const page = await opened.get(link);
    await confirm(email);
    expect((await opened.submit(page)).status).toBe(400);
    const again = await new Visitor(app).get(link);
    expect([again.status, again.text.includes('Odkaz už neplatí')]).toEqual([400, true]);
  });

  test('stops working after seven days', async () => {
    const email = newEmail();
    await register(email);
    const link = await newestLink(portal, email);
    const now = Temporal.Now.instant();
    portal.setNow(now.add({ hours: 7 * 24 - 1 }).toString());
    expect((await new Visitor(app).get(link)).status).toBe(200);
    portal.setNow(now.add({ hours: 7 * 24 + 1 }).toString());
    expect((await new Visitor(app).get(link)).status).toBe(400);
    portal.setNow(now.toString());
  });

  test('is not kept: the database holds only a hash of it', async () => {
    const email = newEmail();
    await register(email);
    const secret = new URL(await newestLink(portal, email), 'http://portal').searchParams.get('token') ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/);
    const tokens = await db.accountToken.findMany();
    expect(tokens.some(token => Buffer.from(token.secretHash).toString('base64url') === secret)).toBe(false);
  });

  test.each(['', 'x', 'a'.repeat(43), '%00', '../../etc', '1'.repeat(5000)])(
    'made up as %j does nothing',
    async token => {
      const visitor = new Visitor(app);
      expect((await visitor.get(`/potvrzeni-emailu?token=${token}`)).status).toBe(400);
      const _csrf = await visitor.token();
      expect((await visitor.post('/potvrzeni-emailu', { _csrf, token })).status).toBe(400);
    },
  );

  test('for a new password does not confirm as a link for confirming, nor the other way round', async () => {
    const email = newEmail();
    await register(email);
    const secret = new URL(await newestLink(portal, email), 'http://portal').searchParams.get('token') ?? '';
    expect((await new Visitor(app).get(`/nove-heslo?token=${secret}`)).status).toBe(400);
  });

  test('sent again replaces the one before', async () => {
    const email = newEmail();
    await register(email);
    const first = await newestLink(portal, email);
    const sent = await new Visitor(app).submit('/registrace/znovu', { fields: { email } });
    expect(sent.path).toBe('/registrace/odeslano');
    expect((await new Visitor(app).get(first)).status).toBe(400);
    expect((await confirm(email)).path).toBe('/moje');
  });
});

describe('nobody learns from the portal who has an account', () => {
  test('registering a taken e-mail looks the same; its owner gets a letter, and nothing changes', async () => {
    const jana = await createCitizen(deps);
    const before = await db.account.findUniqueOrThrow({ where: { email: jana.email } });
    const taken = await register(jana.email, { name: 'Někdo Jiný' });
    const free = await register(newEmail());
    expect([taken.status, taken.path, taken.text]).toEqual([free.status, free.path, free.text]);
    expect((await lettersTo(portal, jana.email)).map(({ kind }) => kind)).toEqual(['alreadyRegistered']);
    expect(await db.account.findUniqueOrThrow({ where: { email: jana.email } })).toEqual(before);
  });

  test('asking for the link again looks the same for everybody, and sends nothing to a confirmed account', async () => {
    const jana = await createCitizen(deps);
    const resend = (email: string) => new Visitor(app).submit('/registrace/znovu', { fields: { email } });
    const [known, unknown] = [await resend(jana.email), await resend(newEmail())];
    expect([known.status, known.path, known.text]).toEqual([unknown.status, unknown.path, unknown.text]);
    expect(await lettersTo(portal, jana.email)).toEqual([]);
  });
});

describe('an address that is registered twice before it is confirmed', () => {
  test('with the same password (a double click) is one account with a new link', async () => {
    const email = newEmail();
    await Promise.all([register(email), register(email)]);
    expect(await db.account.count({ where: { email } })).toBe(1);
    expect((await lettersTo(portal, email)).map(({ kind }) => kind)).toEqual(['confirmEmail', 'confirmEmail']);
    expect((await confirm(email)).path).toBe('/moje');
  });

  test('by somebody who waits for its owner to confirm their password opens to neither; the owner sets one', async () => {
    const email = newEmail();
    await register(email, { password: 'heslo cizího člověka' });
    await register(email, { password: 'heslo majitelky' });
    await new Visitor(app).submit('/registrace/znovu', { fields: { email } });
    const kinds = (await lettersTo(portal, email)).map(({ kind }) => kind);
    expect(kinds).toEqual(['confirmEmail', 'finishRegistration', 'finishRegistration']);

    const page = await new Visitor(app).submit(await newestLink(portal, email), { fields: { password } });
    expect(page.path).toBe('/moje');
    for (const wrong of ['heslo cizího člověka', 'heslo majitelky']) {
      expect((await new Visitor(app).submit('/prihlaseni', { fields: { email, password: wrong } })).status).toBe(400);
    }
  });
});

describe('a form that cannot be accepted', () => {
  test.each([
    ['name', { name: '   ' }, 'jméno'],
    ['email', { email: 'jana@' }, 'e-mail'],
    ['email', { email: `${'a'.repeat(250)}@example.cz` }, 'e-mail'],
    ['phone', { phone: '12' }, 'telefon'],
    ['password', { password: 'krátké' }, '8'],
    ['password', { password: 'x'.repeat(201) }, '200'],
  ])('comes back with what was typed and an error at %s (%j)', async (field, wrong, said) => {
    const page = await register(newEmail(), wrong);
    expect(page.status).toBe(400);
    expect(page.$(`#${field}-error`).text()).toContain(said);
    expect(page.$('.govuk-error-summary a').attr('href')).toBe(`#${field}`);
    if (field !== 'name') expect(page.$('#name').val()).toBe('Jana Nováková');
    expect(page.$('#password').val() ?? '').toBe('');
  });

  test('makes no account', async () => {
    const before = await db.account.count();
    await register('jana@');
    expect(await db.account.count()).toBe(before);
  });
});

test('a name is text: markup in it stays text on every page', async () => {
  const email = newEmail();
  await register(email, { name: '<script>alert(1)</script>' });
  const page = await confirm(email);
  expect(page.html).not.toContain('<script>alert(1)</script>');
  expect(page.html).toContain('&lt;script&gt;');
});
