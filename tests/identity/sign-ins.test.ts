import { describe, expect, test } from 'vitest';
import { cleanUp } from '../../src/jobs/clean-up.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen, createOfficer } from '../support/factories.ts';
import { lastMailTo } from '../support/mail.ts';
import { Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { app, deps, db } = portal;
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A browser of its own that says which it is. */
async function signIn({ email, password }: { email: string; password: string }, agent = firefox): Promise<Visitor> {
  const visitor = new Visitor(app);
  visitor.agent.set('User-Agent', agent);
  await visitor.submit('/prihlaseni', { fields: { email, password } });
  return visitor;
}

describe('the list of sign-ins', () => {
  test('shows when, how and from where, which go on, and which is this one', async () => {
    const jana = await createCitizen(deps);
    await signIn(jana, 'curl/8.0');
    const visitor = await signIn(jana);
    const page = await visitor.get('/ucet/prihlaseni');
    const rows = page
      .$('main li')
      .toArray()
      .map(row => page.$(row).text().replaceAll(/\s+/g, ' ').trim());
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/tohle Heslem, Firefox, Windows z adresy .*127\.0\.0\.1$/);
    expect(rows[1]).toMatch(/trvá Heslem, neznámý prohlížeč .* Ukončit$/);
    expect(JSON.stringify(await db.signIn.findMany())).not.toContain('Firefox');
  });

  test('ends one of them, which is over at its next request', async () => {
    const jana = await createCitizen(deps);
    const [there, here] = [await signIn(jana), await signIn(jana)];
    expect((await there.get('/ucet')).path).toBe('/ucet');
    await here.submit('/ucet/prihlaseni', { form: 'main li form' });
    expect((await there.get('/ucet')).path).toContain('/prihlaseni');
    expect((await here.get('/ucet')).path).toBe('/ucet');
  });

  test('ends all others, of an officer too', async () => {
    const clerk = await createOfficer(deps, { department: 'dopravy' });
    const others = [await signIn(clerk), await signIn(clerk)];
    const here = await signIn(clerk);
    await here.submit('/ucet/prihlaseni', { form: 'form[action$="/ostatni"]' });
    for (const other of others) expect((await other.get('/urad')).path).toContain('/prihlaseni');
    expect((await here.get('/urad')).path).toBe('/urad');
  });

  test('is of nobody else, and ends nothing of anybody else', async () => {
    const [jana, petr] = [await createCitizen(deps, 'Jana'), await createCitizen(deps, 'Petr')];
    const [hers, his] = [await signIn(jana), await signIn(petr)];
    const { id } = await db.signIn.findFirstOrThrow({ where: { accountId: jana.actor.accountId } });
    await his.post(`/ucet/prihlaseni/${id}/konec`, { _csrf: await his.token('/ucet/prihlaseni') });
    expect((await hers.get('/ucet')).path).toBe('/ucet');
  });

  test('ends with signing out and with a new password, and is forgotten after a year', async () => {
    const jana = await createCitizen(deps);
    const where = { accountId: jana.actor.accountId };
    const visitor = await signIn(jana);
    await visitor.submit('/ucet', { form: 'form[action="/odhlaseni"]' });
    expect(await db.signIn.count({ where: { ...where, endedAt: null } })).toBe(0);
    await signIn(jana);
    const here = await signIn(jana);
    const password = 'úplně jiná dlouhá věta';
    await here.submit('/ucet/heslo', { fields: { currentPassword: jana.password, password } });
    expect(await db.signIn.count({ where: { ...where, endedAt: null } })).toBe(1);
    portal.setNow('2031-01-01T00:00:00Z');
    await cleanUp(deps);
    expect(await db.signIn.count({ where })).toBe(0);
  });
});

describe('a sign-in in a browser the account has not been used in', () => {
  test('is mailed to its holder, the first of all and one in a known browser are not', async () => {
    const jana = await createCitizen(deps);
    const visitor = await signIn(jana);
    await expect(lastMailTo(portal, jana.email)).rejects.toThrow('no mail');
    await visitor.submit('/ucet', { form: 'form[action="/odhlaseni"]' });
    await visitor.submit('/prihlaseni', { fields: { email: jana.email, password: jana.password } });
    await expect(lastMailTo(portal, jana.email)).rejects.toThrow('no mail');
    await signIn(jana);
    const mail = await lastMailTo(portal, jana.email);
    expect(mail.text.replaceAll('\u00a0', ' ')).toMatch(
      /z nového prohlížeče \(Firefox, Windows\)[^]*\/ucet\/prihlaseni/,
    );
  });
});
