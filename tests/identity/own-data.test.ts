import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { linkIdentity } from '../../src/identity/providers/identities.ts';
import type { ProvenIdentity } from '../../src/identity/providers/proven.ts';
import { offerAgenda } from '../drafts/offer-agenda.ts';
import { begin } from '../drafts/walk.ts';
import { startPortal } from '../support/app.ts';
import { type CitizenAccount, createCitizen, createOfficer } from '../support/factories.ts';
import { representedBy } from '../support/organisations.ts';
import type { Page } from '../support/visitor.ts';
import { verifyAtCounter } from './counter/at-counter.ts';

const portal = await startPortal();
const { db, deps } = portal;
portal.setNow('2026-11-28T09:00:00Z');

/** The register has told who they are. */
async function told(account: CitizenAccount, said: Partial<ProvenIdentity> = {}): Promise<void> {
  const proven: ProvenIdentity = {
    provider: 'nia',
    subject: randomUUID(),
    level: 'high',
    name: 'Jana Anna Nováková',
    birthDate: '1988-11-09',
    address: 'Střelecká 45, 500 02 Hradec Králové',
    email: null,
    ...said,
  };
  await linkIdentity(db, deps, { accountId: account.actor.accountId, proven });
}

/** Value and note of each row of the page. */
function rowsOf({ $ }: Page): Record<string, string> {
  const rows = $('main .govuk-summary-list__row').toArray();
  const folded = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  return Object.fromEntries(
    rows.map(row => {
      const value = $(row).find('.govuk-summary-list__value');
      const note = value.find('.summary-list__note').remove().text();
      return [folded($(row).find('dt').text()), folded(`${value.text()} | ${note}`)];
    }),
  );
}

const form = 'main form[action="/ucet/udaje"]';
const birth = { 'birthDate-day': '1', 'birthDate-month': '2', 'birthDate-year': '1990' };

describe('the account says of each thing where it is from', () => {
  test('what the person typed', async () => {
    const visitor = await portal.visitor(await createCitizen(deps));
    await visitor.submit('/ucet/udaje', { form, fields: { ...birth, phone: '777 123 456' } });
    const rows = rowsOf(await visitor.get('/ucet'));
    expect(rows['Jméno a příjmení']).toBe('Jana Nováková | Vyplnili jste vy.');
    expect(rows['Datum narození']).toBe('1. 2. 1990 | Vyplnili jste vy.');
    expect(rows['Adresa bydliště']).toBe('neuvedeno |');
    expect(rows['E-mail']).toContain('Vyplnili jste vy a potvrdili odkazem v e-mailu.');
    expect(rows['Telefon']).toContain('Vyplnili jste vy.');
  });

  test('what the register says, with the day it last did; it is read, not written, and stays what was typed before', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    await visitor.submit('/ucet/udaje', { form, fields: { ...birth, bankAccount: '19-2000145399/0800' } });
    await told(jana);
    const rows = rowsOf(await visitor.get('/ucet'));
    const note = 'Řekla nám Identita občana, naposledy 28. listopadu 2026.';
    expect(rows['Jméno a příjmení']).toBe(`Jana Anna Nováková | ${note}`);
    expect(rows['Datum narození']).toBe(`9. 11. 1988 | ${note}`);
    expect(rows['Adresa bydliště']).toBe(`Střelecká 45, 500 02 Hradec Králové | ${note}`);
    expect(rows['Bankovní účet']).toBe('19-2000145399/0800 | Vyplnili jste vy.');

    const page = await visitor.get('/ucet/udaje');
    expect(page.$('#name, #birthDate-day, #address-street').length).toBe(0);
    expect(page.text).toContain('Jméno opraví matrika, adresu ohlašovna');
    const forged = { ...birth, name: 'Někdo Jiný', 'address-street': 'Jinde 1', phone: '', bankAccount: '' };
    await visitor.post('/ucet/udaje', { ...forged, _csrf: await visitor.token('/ucet/udaje') });
    const account = await db.account.findUniqueOrThrow({ where: { email: jana.email } });
    expect(account.name).toBe('Jana Nováková');
    expect(rowsOf(await visitor.get('/ucet'))).toMatchObject({ 'Datum narození': `9. 11. 1988 | ${note}` });
    await db.accountIdentity.deleteMany({ where: { accountId: account.id } });
    expect(rowsOf(await visitor.get('/ucet'))['Datum narození']).toBe('1. 2. 1990 | Vyplnili jste vy.');
  });

  test('what a bank says at the level of a mailbox counts for nothing', async () => {
    const jana = await createCitizen(deps);
    await told(jana, { provider: 'bankId', level: 'account' });
    const visitor = await portal.visitor(jana);
    expect(rowsOf(await visitor.get('/ucet'))['Jméno a příjmení']).toBe('Jana Nováková | Vyplnili jste vy.');
    expect((await visitor.get('/ucet/udaje')).$('#name').length).toBe(1);
  });

  test('what a clerk has seen, until it is taken back', async () => {
    const jana = await createCitizen(deps);
    const clerk = await portal.visitor(await createOfficer(deps, { department: 'spravni', roles: ['registry'] }));
    await verifyAtCounter(clerk, jana);
    const visitor = await portal.visitor(jana);
    const rows = rowsOf(await visitor.get('/ucet'));
    const note = 'Ověřil úřad 28. listopadu 2026 podle dokladu.';
    expect(rows['Jméno a příjmení']).toBe(`Jana Anna Nováková | ${note}`);
    expect(rows['Datum narození']).toBe(`9. 11. 1988 | ${note}`);
    expect(rows['Ověření na úřadě']).toContain('platí');
    expect((await visitor.get('/ucet/udaje')).text).toContain('Přijďte na podatelnu s platným dokladem');
    await db.accountVerification.updateMany({ data: { validUntil: new Date('2026-11-27') } });
    expect(rowsOf(await visitor.get('/ucet'))['Jméno a příjmení']).toBe('Jana Nováková | Vyplnili jste vy.');
  });

  test('and leads to all there is to set', async () => {
    const visitor = await portal.visitor(await createCitizen(deps));
    const { $ } = await visitor.get('/ucet');
    const links = $('main dd a')
      .toArray()
      .map(link => $(link).attr('href'));
    for (const href of [
      '/ucet/udaje',
      '/ucet/oznameni',
      '/ucet/heslo',
      '/ucet/identity',
      '/ucet/totoznost',
      '/organizace',
      '/ucet/vse',
      '/ucet/zruseni',
    ])
      expect(links).toContain(href);
  });
});

const slug = await offerAgenda(portal, [
  {
    id: 'facts',
    title: 'Kdo',
    fields: [
      { type: 'date', id: 'born', label: 'Narození', prefill: 'birthDate' },
      { type: 'address', id: 'home', label: 'Bydliště', prefill: 'address' },
      { type: 'bankAccount', id: 'bank', label: 'Účet', prefill: 'bankAccount', required: false },
      { type: 'text', id: 'firm', label: 'Firma', prefill: 'organisationName', required: false },
      { type: 'ico', id: 'ico', label: 'IČO', prefill: 'ico', required: false },
      { type: 'address', id: 'seat', label: 'Sídlo', prefill: 'organisationAddress', required: false },
    ],
  },
]);

const noteOf = (page: Page, id: string) => page.$(`#${id}-prefilled`).text().replaceAll(/\s+/g, ' ').trim();

describe('a form is filled in beforehand', () => {
  test('with what the register says before what was typed, and says so until it is changed', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    await visitor.submit('/ucet/udaje', { form, fields: { ...birth, bankAccount: '19-2000145399/0800' } });
    await told(jana);
    const page = await visitor.submit(await begin(visitor, slug));
    const step = page.path.endsWith('/facts') ? page : await visitor.get(page.path.replace(/[^/]+$/, 'facts'));
    expect(step.$('#born-year').val()).toBe('1988');
    expect(step.$('#home-street').val()).toBe('Střelecká 45');
    expect(noteOf(step, 'born')).toBe('Předvyplněno z Identity občana, můžete to změnit.');
    expect(noteOf(step, 'home')).toBe('Předvyplněno z Identity občana, můžete to změnit.');
    expect(noteOf(step, 'bank')).toBe('Předvyplněno z vašeho účtu, můžete to změnit.');
    await visitor.submit(step, { fields: { 'home-street': 'Gočárova 2' } });
    const again = await visitor.get(step.path);
    expect([noteOf(again, 'home'), noteOf(again, 'born')]).toEqual(['', expect.stringContaining('Identity občana')]);
  });

  test('with the organisation somebody acts for', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    await visitor.submit('/ucet/udaje', { form, fields: { organisationName: 'Moje stará firma', ico: '00268810' } });
    const { organisation } = await representedBy(deps, { owner: jana });
    const { ico } = await db.organisation.findUniqueOrThrow({ where: { id: organisation } });
    await visitor.post('/jednam-za', { organizace: organisation, _csrf: await visitor.token('/ucet') });
    const page = await visitor.submit(await begin(visitor, slug));
    const step = await visitor.get(page.path.replace(/[^/]+$/, 'facts'));
    expect(step.$('#firm').val()).toBe('Pekárna U Labe, s.r.o.');
    expect(step.$('#ico').val()).toBe(ico);
    expect(step.$('#seat-street').val()).toBe('Velké náměstí 149/5');
    for (const id of ['firm', 'ico', 'seat'])
      expect(noteOf(step, id)).toBe('Předvyplněno z údajů organizace, za kterou jednáte, můžete to změnit.');
  });

  test('also what was begun before signing in', async () => {
    const jana = await createCitizen(deps);
    await told(jana);
    const visitor = await portal.visitor();
    const page = await begin(visitor, slug);
    const fields = { email: jana.email, password: jana.password };
    await visitor.submit('/prihlaseni', { form: 'form:has([name=password])', fields });
    const step = await visitor.get(page.path.replace(/[^/]+$/, 'facts'));
    expect(step.$('#born-year').val()).toBe('1988');
    expect(noteOf(step, 'born')).toBe('Předvyplněno z Identity občana, můžete to změnit.');
  });
});
