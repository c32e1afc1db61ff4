import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen, type CitizenAccount } from '../support/factories.ts';
import { Visitor } from '../support/visitor.ts';
import { setUpPhone } from './code-app.ts';
import { lettersTo, newestLink } from './mailbox.ts';

const portal = await startPortal();
const { app, db, deps, setNow } = portal;

let minutes = 0;
/** Codes of the last two minutes are of no use any more. */
const later = (): void => {
  setNow(
    Temporal.Instant.from('2026-06-01T08:00:00Z')
      .add({ minutes: (minutes += 2) })
      .toString(),
  );
};

const withPhone = async () => {
  later();
  const jana = await createCitizen(deps);
  const visitor = await portal.visitor(jana);
  const { phone, recovery } = await setUpPhone(portal, visitor);
  later();
  return { jana, visitor, phone, recovery };
};

const givePassword = async ({ email, password }: CitizenAccount, path = '/prihlaseni') => {
  const visitor = new Visitor(app);
  const page = await visitor.submit(path, { fields: { email, password } });
  return { visitor, page };
};

const audited = async (accountId: string) =>
  (await db.auditRecord.findMany({ where: { subject: `account/${accountId}` }, orderBy: { id: 'asc' } })).map(
    ({ action, details }) => [action, details] as const,
  );

describe('turning it on', () => {
  test('shows a picture and the same key as text, takes a right code and gives ten recovery codes once', async () => {
    later();
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    const page = await visitor.get('/ucet/overeni/aplikace');
    expect(page.$('.qr svg').length).toBe(1);
    expect(page.$('.qr').attr('aria-label')).toContain('QR');
    expect(page.$('.qr__key').text()).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);

    const { recovery } = await setUpPhone(portal, visitor);
    expect(new Set(recovery).size).toBe(10);
    expect((await visitor.get('/ucet/overeni/kody')).path).toBe('/ucet/overeni');

    const { accountId } = jana.actor;
    const { key } = await db.codeApp.findUniqueOrThrow({ where: { accountId } });
    expect(Buffer.from(key).toString()).not.toContain(page.$('.qr__key').text().replaceAll(' ', ''));
    expect((await audited(accountId)).at(-1)).toEqual(['secondFactorOn', {}]);
    expect((await lettersTo(portal, jana.email)).at(-1)?.kind).toBe('secondFactorOn');
  });

  test('refuses a wrong code, with the same key to try again', async () => {
    later();
    const visitor = await portal.visitor(await createCitizen(deps));
    const page = await visitor.get('/ucet/overeni/aplikace');
    const wrong = await visitor.submit(page, { fields: { code: '000 000' } });
    expect([wrong.status, wrong.$('.qr__key').text()]).toEqual([400, page.$('.qr__key').text()]);
    expect(wrong.$('#code-error').text()).toContain('nesouhlasí');
    expect((await visitor.submit(wrong, { fields: { code: '' } })).$('#code-error').text()).toContain('Zadejte kód');
    expect((await visitor.get('/ucet/overeni/aplikace')).$('.qr__key').text()).toBe(page.$('.qr__key').text());
  });
});

describe('signing in by a password', () => {
  test('asks for a code, and until then nobody is signed in', async () => {
    const { jana, phone } = await withPhone();
    const { visitor, page } = await givePassword(jana, '/prihlaseni?zpet=/ucet');
    expect(page.path).toBe('/prihlaseni/kod');
    expect((await visitor.get('/moje')).path).toContain('/prihlaseni?');
    const { accountId } = jana.actor;
    const before = await db.signIn.count({ where: { accountId } });
    const inside = await visitor.submit('/prihlaseni/kod', { fields: { code: phone.code() } });
    expect([inside.path, inside.status]).toEqual(['/ucet', 200]);
    expect(await db.signIn.count({ where: { accountId } })).toBe(before + 1);
    expect((await audited(accountId)).at(-1)).toEqual(['signedIn', { method: 'password+code' }]);
  });

  test.each([
    [-2, 400],
    [-1, 200],
    [0, 200],
    [1, 200],
    [2, 400],
  ])('takes a code of a clock that is off by %i steps: %i', async (steps, status) => {
    const { jana, phone } = await withPhone();
    const { visitor, page } = await givePassword(jana);
    expect((await visitor.submit(page, { fields: { code: phone.code(steps) } })).status).toBe(status);
  });

  test('takes each code once, and none older than that', async () => {
    const { jana, phone } = await withPhone();
    const enter = async (code: string) => {
      const { visitor, page } = await givePassword(jana);
      return (await visitor.submit(page, { fields: { code } })).status;
    };
    expect(await enter(phone.code())).toBe(200);
    expect(await enter(phone.code())).toBe(400);
    expect(await enter(phone.code(-1))).toBe(400);
    expect(await enter(phone.code(1))).toBe(200);
  });

  test('of two at once with one code lets one in', async () => {
    const { jana, phone } = await withPhone();
    const [one, two] = await Promise.all([givePassword(jana), givePassword(jana)]);
    const fields = { code: phone.code() };
    const pages = await Promise.all([one, two].map(({ visitor, page }) => visitor.submit(page, { fields })));
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('is forgotten after ten minutes, and when the password changes', async () => {
    const { jana, phone } = await withPhone();
    const { visitor } = await givePassword(jana);
    for (let i = 0; i < 6; i += 1) later();
    expect((await visitor.get('/prihlaseni/kod')).text).toContain('nedokončilo včas');
    const again = await givePassword(jana);
    await db.account.update({ where: { email: jana.email }, data: { sessionEpoch: { increment: 1 } } });
    const late = await again.visitor.submit(again.page, { fields: { code: phone.code() } });
    expect([late.path, late.text.includes('nedokončilo')]).toEqual(['/prihlaseni', true]);
  });

  test('takes a recovery code, once, however it is typed, and tells how many are left', async () => {
    const { jana, recovery } = await withPhone();
    const [code = ''] = recovery;
    const { visitor, page } = await givePassword(jana);
    const inside = await visitor.submit(page, { fields: { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` } });
    expect([inside.path, inside.text.includes('Zbývá vám 9 kódů')]).toEqual(['/moje', true]);
    const letter = (await lettersTo(portal, jana.email)).find(({ kind }) => kind === 'recoveryCodeUsed');
    expect(letter?.text).toContain('zbývá 9');
    expect(await audited(jana.actor.accountId)).toContainEqual(['recoveryCodeUsed', { count: 9 }]);

    const second = await givePassword(jana);
    expect((await second.visitor.submit(second.page, { fields: { code } })).status).toBe(400);
    const kept = await db.recoveryCode.findMany({ where: { accountId: jana.actor.accountId } });
    expect(kept.some(({ codeDigest }) => Buffer.from(codeDigest).toString().includes(code))).toBe(false);
  });

  test('does not take a recovery code of somebody else', async () => {
    const { jana } = await withPhone();
    const { recovery } = await withPhone();
    const { visitor, page } = await givePassword(jana);
    expect((await visitor.submit(page, { fields: { code: recovery[0] } })).status).toBe(400);
  });
});

test('guessing codes is stopped, from wherever the guesses come, even with the right one', async () => {
  const { jana, phone } = await withPhone();
  const limited = await startPortal({ rates: { ...deps.config.rates, signInPerAccount: 3 } });
  const person = await createCitizen(limited.deps);
  const own = await limited.visitor(person);
  const { phone: other } = await setUpPhone(limited, own);
  const visitor = new Visitor(limited.app);
  const page = await visitor.submit('/prihlaseni', { fields: { email: person.email, password: person.password } });
  const statuses: number[] = [];
  for (const code of ['000000', '111111', '222222', other.code(1)]) {
    statuses.push((await visitor.submit(page, { fields: { code } })).status);
  }
  expect(statuses).toEqual([400, 400, 400, 429]);
  // Nobody else is held up by it.
  const fine = await givePassword(jana);
  expect((await fine.visitor.submit(fine.page, { fields: { code: phone.code() } })).status).toBe(200);
});

test('a new password by a link in a mail does not go around the code', async () => {
  const { jana, phone } = await withPhone();
  const visitor = new Visitor(app);
  await visitor.submit('/zapomenute-heslo', { fields: { email: jana.email } });
  const link = await newestLink(portal, jana.email);
  const page = await visitor.submit(link, { fields: { password: 'Úplně nové heslo 2026' } });
  expect(page.path).toBe('/prihlaseni/kod');
  expect((await visitor.get('/ucet')).path).toContain('/prihlaseni?');
  const inside = await visitor.submit('/prihlaseni/kod', { fields: { code: phone.code() } });
  expect(inside.path).toBe('/moje');
});

test('an identity is not linked to an account by its password alone', async () => {
  const { jana, phone } = await withPhone();
  const visitor = new Visitor(app);
  await cameFromProvider(visitor);
  const page = await visitor.submit('/prihlaseni/poprve', {
    form: 'form[action="/prihlaseni/poprve/ucet"]',
    fields: { email: jana.email, password: jana.password },
  });
  expect(page.path).toBe('/prihlaseni/kod');
  const where = { accountId: jana.actor.accountId };
  expect(await db.accountIdentity.count({ where })).toBe(0);
  const inside = await visitor.submit(page, { fields: { code: phone.code() } });
  expect(inside.path).toBe('/moje');
  expect(await db.accountIdentity.count({ where })).toBe(1);
  const newest = await db.signIn.findFirstOrThrow({ where, orderBy: { id: 'desc' } });
  expect([newest.method, newest.level]).toEqual(['nia', 'high']);
});

/** A provider has just proved who is at this browser. */
async function cameFromProvider(visitor: Visitor): Promise<void> {
  // Asking for a challenge is what gives a guest a session.
  await visitor.post('/prihlaseni/klic/vyzva', { _csrf: await visitor.token() });
  const { sid, sess } = await db.session.findFirstOrThrow({
    where: { sess: { path: ['passkeyChallenge', 'purpose'], equals: 'signIn' } },
  });
  const said = { name: 'Jana', level: 'high', birthDate: null, address: null, email: null };
  const proven = JSON.stringify({ provider: 'nia', subject: randomUUID(), ...said });
  const content = Buffer.from(deps.vault.seal(proven, 'pending-identity')).toString('base64');
  const pendingIdentity = { content, until: deps.now().add({ minutes: 5 }).epochMilliseconds };
  await db.session.update({ where: { sid }, data: { sess: { ...(sess as object), pendingIdentity } } });
}

describe('turning it off', () => {
  test('asks for a code', async () => {
    const { jana, visitor, phone } = await withPhone();
    const form = 'form[action="/ucet/overeni/vypnuti"]';
    const refused = await visitor.submit('/ucet/overeni', { form, fields: { code: '000000' } });
    expect([refused.status, refused.$('#code-error').length]).toEqual([400, 1]);
    const off = await visitor.submit(refused, { form, fields: { code: phone.code() } });
    expect([off.path, off.status, off.text.includes('vypnuté')]).toEqual(['/ucet/overeni', 200, true]);
    expect(await db.recoveryCode.count({ where: { accountId: jana.actor.accountId } })).toBe(0);
    expect((await audited(jana.actor.accountId)).at(-1)).toEqual(['secondFactorOff', {}]);
    expect((await lettersTo(portal, jana.email)).at(-1)?.kind).toBe('secondFactorOff');
    expect((await givePassword(jana)).page.path).toBe('/moje');
  });
});

test('whoever changes their password stays signed in as surely as before', async () => {
  const { jana, visitor } = await withPhone();
  const fields = { currentPassword: jana.password, password: 'Úplně nové heslo 2026' };
  expect((await visitor.submit('/ucet/heslo', { fields })).path).toBe('/ucet');
  const { accountId } = jana.actor;
  const newest = await db.signIn.findFirstOrThrow({ where: { accountId }, orderBy: { id: 'desc' } });
  expect(newest.secondFactorAt).not.toBeNull();
});
