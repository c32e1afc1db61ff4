import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { invite } from '../../src/organisations/invitations/invite.ts';
import { cleanUp } from '../../src/jobs/clean-up.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen, createOfficer, type CitizenAccount } from '../support/factories.ts';
import { empowered } from '../support/mandates.ts';
import { representedBy } from '../support/organisations.ts';
import { type Page, Visitor } from '../support/visitor.ts';
import { setUpPhone } from './code-app.ts';
import { lettersTo, newestLink } from './mailbox.ts';

const portal = await startPortal();
const { app, db, deps, setNow } = portal;
const hour = (hours: number): void => {
  setNow(Temporal.Instant.from('2026-06-01T08:00:00Z').add({ hours }).toString());
};
const address = (): string => `nova-${randomUUID().slice(0, 8)}@example.cz`;

async function signedIn(): Promise<{ jana: CitizenAccount; visitor: Visitor }> {
  hour(0);
  const jana = await createCitizen(deps);
  return { jana, visitor: await portal.visitor(jana) };
}

function ask(visitor: Visitor, { password }: CitizenAccount, email: string): Promise<Page> {
  return visitor.submit('/ucet/email', { form: 'form:has([name=email])', fields: { email, password } });
}

async function confirm(visitor: Visitor, email: string): Promise<Page> {
  return visitor.submit(await newestLink(portal, email), { form: 'form:has([name=token])' });
}

async function change(visitor: Visitor, jana: CitizenAccount, to: string): Promise<Page> {
  await ask(visitor, jana, to);
  return confirm(visitor, to);
}

/** The link in the letter that says the address was changed. */
async function undoLink(email: string): Promise<string> {
  const letter = (await lettersTo(portal, email)).findLast(({ kind }) => kind === 'emailChanged');
  return letter?.links[0] ?? '';
}

const undo = async (visitor: Visitor, link: string): Promise<Page> =>
  visitor.submit(link, { form: 'form:has([name=token])' });
const emailOf = async ({ actor: { accountId } }: CitizenAccount): Promise<string | null> =>
  (await db.account.findUniqueOrThrow({ where: { id: accountId } })).email;
const kindsTo = async (email: string): Promise<string[]> => (await lettersTo(portal, email)).map(({ kind }) => kind);

describe('a new e-mail', () => {
  test('is asked for with the password; the old address is told, the new one gets the link', async () => {
    const { jana, visitor } = await signedIn();
    const to = address();
    const sent = await ask(visitor, jana, ` ${to.toUpperCase()} `);
    expect([sent.path, sent.text.includes('Podívejte se do nové schránky')]).toEqual(['/ucet/email/odeslano', true]);
    expect([await kindsTo(jana.email), await kindsTo(to)]).toEqual([['emailAsked'], ['emailConfirm']]);
    expect(await emailOf(jana)).toBe(jana.email);
    const [kept] = await db.emailChange.findMany({ where: { accountId: jana.actor.accountId } });
    expect(Buffer.from(kept?.content ?? []).toString()).not.toContain(to);
  });

  test('is the one to sign in with once it is confirmed; both addresses are told', async () => {
    const { jana, visitor } = await signedIn();
    const to = address();
    const done = await change(visitor, jana, to);
    expect([done.path, done.text.includes(to), done.text.includes('novou adresu')]).toEqual(['/ucet', true, true]);
    expect(await kindsTo(to)).toEqual(['emailConfirm', 'emailKept']);
    expect(await kindsTo(jana.email)).toEqual(['emailAsked', 'emailChanged']);
    const old = await new Visitor(app).submit('/prihlaseni', {
      fields: { email: jana.email, password: jana.password },
    });
    expect(old.status).toBe(400);
    const fresh = await new Visitor(app).submit('/prihlaseni', { fields: { email: to, password: jana.password } });
    expect(fresh.path).toBe('/moje');
    const records = await db.auditRecord.findMany({ where: { subject: `account/${jana.actor.accountId}` } });
    expect(records.map(({ action }) => action)).toContain('emailChanged');
  });

  test('is confirmed by whoever asked for it, not by whoever reads a mistyped mailbox', async () => {
    const { jana, visitor } = await signedIn();
    const to = address();
    await ask(visitor, jana, to);
    const link = await newestLink(portal, to);
    expect((await new Visitor(app).get(link)).path).toMatch(/^\/prihlaseni/);
    const stranger = await portal.visitor(await createCitizen(deps));
    const page = await stranger.get(link);
    expect([page.status, page.$('main form').length, page.text.includes('už neplatí')]).toEqual([400, 0, true]);
    expect(page.$('main a[href="/ucet/email"]').text()).toBe('Požádat znovu');
    const token = new URL(link, 'http://portal').searchParams.get('token') ?? '';
    const forged = await stranger.post('/ucet/email/potvrzeni', { _csrf: await stranger.token('/ucet/heslo'), token });
    expect(forged.status).toBe(400);
    expect(await emailOf(jana)).toBe(jana.email);
  });

  test.each([
    ['a wrong password', { password: 'nevím' }, '#password-error', 'Heslo nesouhlasí'],
    ['no address', { email: '' }, '#email-error', 'Zadejte e-mail'],
    ['something else than an address', { email: 'jana' }, '#email-error', 'jmeno@example.cz'],
  ])('is not sent for with %s', async (_what, wrong, where, sentence) => {
    const { jana, visitor } = await signedIn();
    const fields = { email: address(), password: jana.password, ...wrong };
    const page = await visitor.submit('/ucet/email', { form: 'form:has([name=email])', fields });
    expect([page.status, page.$(where).text().includes(sentence)]).toEqual([400, true]);
    expect([page.$('#email').val(), page.$('#password').val()]).toEqual([fields.email, '']);
    expect(await db.emailChange.count({ where: { accountId: jana.actor.accountId } })).toBe(0);
  });

  test('is not the one they have', async () => {
    const { jana, visitor } = await signedIn();
    const page = await ask(visitor, jana, jana.email);
    expect([page.status, page.$('#email-error').text().includes('píšeme už teď')]).toEqual([400, true]);
  });

  test('of another account is not told from a free one, and its reader is told', async () => {
    const { jana, visitor } = await signedIn();
    const { email: taken } = await createCitizen(deps);
    expect((await ask(visitor, jana, taken)).path).toBe('/ucet/email/odeslano');
    expect(await kindsTo(taken)).toEqual(['emailIsOthers']);
    expect(await db.emailChange.count({ where: { accountId: jana.actor.accountId } })).toBe(0);
  });

  test('whose link is a day old, was followed once, or is of an older request, changes nothing', async () => {
    const { jana, visitor } = await signedIn();
    const [first, second] = [address(), address()];
    await ask(visitor, jana, first);
    const replaced = await newestLink(portal, first);
    await ask(visitor, jana, second);
    expect((await visitor.get(replaced)).status).toBe(400);
    const link = await newestLink(portal, second);
    hour(25);
    const again = await portal.visitor(jana);
    expect([(await again.get(link)).status, await emailOf(jana)]).toEqual([400, jana.email]);
    await ask(again, jana, second);
    const used = await newestLink(portal, second);
    await confirm(again, second);
    expect((await again.get(used)).status).toBe(400);
    expect(await emailOf(jana)).toBe(second);
  });

  test('that somebody registered meanwhile is not taken from them', async () => {
    const { jana, visitor } = await signedIn();
    const to = address();
    await ask(visitor, jana, to);
    const link = await newestLink(portal, to);
    await db.account.update({ where: { id: (await createCitizen(deps)).actor.accountId }, data: { email: to } });
    const page = await visitor.submit(link, { form: 'form:has([name=token])' });
    expect([page.status, page.text.includes('už neplatí'), await emailOf(jana)]).toEqual([400, true, jana.email]);
  });

  test('is no longer waited for once the password is changed', async () => {
    const { jana, visitor } = await signedIn();
    const to = address();
    await ask(visitor, jana, to);
    const fields = { currentPassword: jana.password, password: 'Nové heslo pro Janu 2026' };
    await visitor.submit('/ucet/heslo', { fields });
    expect((await visitor.get(await newestLink(portal, to))).status).toBe(400);
  });

  test('makes the links sent to the old mailbox worthless', async () => {
    const { jana, visitor } = await signedIn();
    await new Visitor(app).submit('/zapomenute-heslo', { fields: { email: jana.email } });
    const reset = await newestLink(portal, jana.email);
    await change(visitor, jana, address());
    expect((await new Visitor(app).get(reset)).text).toContain('Odkaz už neplatí');
  });

  test('of an account without a password needs a sign-in of the last minutes', async () => {
    const { jana, visitor } = await signedIn();
    const { accountId } = jana.actor;
    await db.account.update({ where: { id: accountId }, data: { passwordHash: '' } });
    expect((await visitor.get('/ucet/email')).$('#password').length).toBe(0);
    hour(1);
    const to = address();
    const stale = await visitor.submit('/ucet/email', { form: 'form:has([name=email])', fields: { email: to } });
    expect([stale.status, stale.$('#email').val()]).toEqual([400, to]);
    expect(stale.$('a[href="/prihlaseni?zpet=%2Fucet%2Femail&znovu=1"]').length).toBe(1);
    hour(0);
    const sent = await visitor.submit('/ucet/email', { form: 'form:has([name=email])', fields: { email: to } });
    expect(sent.path).toBe('/ucet/email/odeslano');
  });

  test('is the business of the office for officers', async () => {
    const visitor = await portal.visitor(await createOfficer(deps, { department: 'dopravy' }));
    expect((await visitor.get('/ucet/email')).status).toBe(404);
    expect((await visitor.get('/ucet')).$('a[href="/ucet/email"]').length).toBe(0);
  });
});

describe('taking it back', () => {
  test('gives the old address back, signs everybody out and asks for a new password', async () => {
    const { jana, visitor } = await signedIn();
    const to = address();
    await change(visitor, jana, to);
    hour(167);
    const reader = new Visitor(app);
    const page = await undo(reader, await undoLink(jana.email));
    expect([page.path.startsWith('/nove-heslo'), page.text.includes('Adresa je zpátky')]).toEqual([true, true]);
    expect(await emailOf(jana)).toBe(jana.email);
    expect((await visitor.get('/ucet')).path).toMatch(/^\/prihlaseni/);
    const old = await new Visitor(app).submit('/prihlaseni', {
      fields: { email: jana.email, password: jana.password },
    });
    expect(old.status).toBe(400);
    const set = await reader.submit(page, { fields: { password: 'Zase moje heslo 2026' } });
    expect(set.path).toBe('/moje');
    expect((await reader.get(await undoLink(jana.email))).status).toBe(400);
  });

  test('works after a second change too, and ends the link of that one', async () => {
    const { jana, visitor } = await signedIn();
    const [second, third] = [address(), address()];
    await change(visitor, jana, second);
    hour(1);
    await change(visitor, jana, third);
    await undo(new Visitor(app), await undoLink(jana.email));
    expect(await emailOf(jana)).toBe(jana.email);
    expect((await new Visitor(app).get(await undoLink(second))).status).toBe(400);
  });

  test('leaves the second factor they had, and takes away what was added since', async () => {
    hour(0);
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    const { accountId } = jana.actor;
    await setUpPhone(portal, visitor);
    hour(1);
    await change(visitor, jana, address());
    await db.passkey.create({
      data: {
        accountId,
        credentialId: Buffer.from(randomUUID()),
        publicKey: new Uint8Array(1),
        counter: 0,
        name: new Uint8Array(1),
        addedAt: new Date(deps.now().epochMilliseconds),
      },
    });
    await undo(new Visitor(app), await undoLink(jana.email));
    const [apps, codes, keys] = await Promise.all([
      db.codeApp.count({ where: { accountId } }),
      db.recoveryCode.count({ where: { accountId } }),
      db.passkey.count({ where: { accountId } }),
    ]);
    expect([apps, codes, keys]).toEqual([1, 10, 0]);
  });

  test('lets act nobody who was let to meanwhile', async () => {
    const { jana, visitor } = await signedIn();
    const earlier = await createCitizen(deps);
    const kept = await empowered(deps, { principal: jana, agent: earlier });
    const { organisation } = await representedBy(deps, { owner: jana });
    hour(1);
    await change(visitor, jana, address());
    hour(2);
    const stranger = await createCitizen(deps);
    const own = await empowered(deps, { principal: jana, agent: stranger });
    const ofFirm = await empowered(deps, { principal: jana, organisation, agent: stranger });
    await invite(deps, { organisationId: organisation, email: stranger.email, role: 'manager', actor: jana.actor });
    const guest = await portal.visitor(stranger);
    await guest.submit(await newestLink(portal, stranger.email), { form: 'main form' });
    const membership = { organisationId: organisation, accountId: stranger.actor.accountId };
    expect(await db.membership.findFirst({ where: membership })).toMatchObject({ state: 'active', role: 'manager' });

    hour(3);
    await undo(new Visitor(app), await undoLink(jana.email));
    const states = await db.mandate.findMany({ where: { id: { in: [kept, own, ofFirm] } }, orderBy: { id: 'asc' } });
    expect(states.map(({ state }) => state)).toEqual(['active', 'revoked', 'revoked']);
    expect(await db.membership.findFirst({ where: membership })).toMatchObject({ state: 'ended' });
    expect(await kindsTo(jana.email)).toContain('mandateRevoked');
  });

  test('says so where the old address is another account by now', async () => {
    const { jana, visitor } = await signedIn();
    const to = address();
    await change(visitor, jana, to);
    await db.account.update({
      where: { id: (await createCitizen(deps)).actor.accountId },
      data: { email: jana.email },
    });
    const page = await undo(new Visitor(app), await undoLink(jana.email));
    expect([page.status, page.text.includes('jiný účet'), await emailOf(jana)]).toEqual([409, true, to]);
  });

  test('is over after seven days, and what is over is swept up', async () => {
    const { jana, visitor } = await signedIn();
    await change(visitor, jana, address());
    const link = await undoLink(jana.email);
    hour(169);
    const page = await new Visitor(app).get(link);
    expect([page.status, page.text.includes('sedm dní')]).toEqual([400, true]);
    hour(24 * 9);
    await cleanUp(deps);
    expect(await db.emailChange.count({ where: { accountId: jana.actor.accountId } })).toBe(0);
  });
});
