import { describe, expect, it } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';

const portal = await startPortal();
const { db, deps } = portal;

const typed = {
  'birthDate-day': '9',
  'birthDate-month': '11',
  'birthDate-year': '1988',
  bankAccount: '19-2000145399/0800',
};

async function atDetails() {
  const jana = await createCitizen(deps);
  const visitor = await portal.visitor(jana);
  const stored = async () => (await db.account.findUniqueOrThrow({ where: { email: jana.email } })).profile;
  return { jana, visitor, stored };
}

const details = { form: 'main form[action="/ucet/udaje"]' };

describe('what a person lets the portal fill in', () => {
  it('is kept sealed and shown again', async () => {
    const { visitor, stored } = await atDetails();
    expect((await visitor.submit('/ucet/udaje', { ...details, fields: typed })).path).toBe('/ucet');
    expect(Buffer.from((await stored()) ?? []).includes('2000145399')).toBe(false);
    const page = await visitor.get('/ucet/udaje');
    expect(page.$('#bankAccount').val()).toBe('19-2000145399/0800');
    expect(page.$('#birthDate-year').val()).toBe('1988');
  });

  it('that is wrong comes back as typed with what to mend, and nothing is kept', async () => {
    const { visitor, stored } = await atDetails();
    const page = await visitor.submit('/ucet/udaje', {
      ...details,
      fields: { ...typed, 'birthDate-day': '31', ico: '12345678' },
    });
    expect(page.status).toBe(400);
    expect(page.$('#birthDate-day').val()).toBe('31');
    const links = page.$('.govuk-error-summary a').toArray();
    expect(links.map(link => page.$(link).attr('href'))).toEqual(['#birthDate-day', '#ico']);
    expect(await stored()).toBeNull();
  });

  it('can be deleted, at once or by emptying every box', async () => {
    const { visitor, stored } = await atDetails();
    await visitor.submit('/ucet/udaje', { ...details, fields: typed });
    await visitor.submit('/ucet/udaje', { form: 'form[action$="/smazat"]' });
    expect(await stored()).toBeNull();
    await visitor.submit('/ucet/udaje', { ...details, fields: typed });
    const empty = Object.fromEntries(Object.keys(typed).map(name => [name, '']));
    await visitor.submit('/ucet/udaje', { ...details, fields: empty });
    expect(await stored()).toBeNull();
    expect((await visitor.get('/ucet/udaje')).$('form[action$="/smazat"]').length).toBe(0);
  });
});
