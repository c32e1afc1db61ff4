import { describe, expect, test } from 'vitest';
import { offerAgenda } from '../../drafts/offer-agenda.ts';
import { answerAll, begin } from '../../drafts/walk.ts';
import { startPortal } from '../../support/app.ts';
import { type CitizenAccount, createCitizen, createOfficer } from '../../support/factories.ts';
import { Visitor } from '../../support/visitor.ts';
import { lettersTo, newestLink } from '../mailbox.ts';
import { counterOf, seenDocument, verifyAtCounter } from './at-counter.ts';

const portal = await startPortal();
const { app, db, deps } = portal;
const home = '/urad/overeni-totoznosti';
const marie = await createOfficer(deps, { department: 'spravni', roles: ['registry'], name: 'Marie Dvořáková' });
const clerk = await portal.visitor(marie);

const verify = (account: CitizenAccount, fields = {}) => verifyAtCounter(clerk, account, fields);
const stored = (account: CitizenAccount) =>
  db.accountVerification.findMany({ where: { accountId: account.actor.accountId }, orderBy: { at: 'asc' } });

const slug = await offerAgenda(
  portal,
  [{ id: 'about', title: 'O co jde', fields: [{ type: 'text', id: 'what', label: 'Co chcete' }] }],
  { whoMayFile: { text: 'Kdo prokáže totožnost.', identity: 'substantial' } },
);

/** The summary of a filing that needs a proven identity. */
async function summary(visitor: Visitor) {
  return answerAll(visitor, await begin(visitor, slug), { what: 'Povolení' });
}

describe('finding the account', () => {
  test.each([
    ['', 'Zadejte e-mail účtu nebo kód'],
    ['nikdo@example.cz', 'Účet s tímto e-mailem tu není'],
    ['ABCD-1234', 'Takový kód teď neplatí'],
  ])('"%s" finds nobody', async (who, message) => {
    const page = await clerk.submit(home, { fields: { who } });
    expect([page.status, page.text]).toEqual([400, expect.stringContaining(message)]);
    expect(page.$('#who').val()).toBe(who);
  });

  test('by its e-mail, and whoever looked is in the log', async () => {
    const jana = await createCitizen(deps);
    const page = await clerk.submit(home, { fields: { who: ` ${jana.email.toUpperCase()} ` } });
    expect(page.path).toBe(counterOf(jana));
    expect(page.text).toContain(jana.email);
    const where = { subject: `account/${jana.actor.accountId}`, action: 'accountFoundAtCounter' };
    expect(await db.auditRecord.findFirst({ where })).toMatchObject({ actorId: marie.actor.officerId });
  });

  test('by the code on its page, typed as people type, for half an hour', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    const code = (await visitor.submit('/ucet/totoznost')).$('.counter-code').text();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await visitor.get('/ucet/totoznost')).$('.counter-code').text()).toBe(code);
    const typed = code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await clerk.submit(home, { fields: { who: typed } })).path).toBe(counterOf(jana));
    const kept = await db.counterCode.findUniqueOrThrow({ where: { accountId: jana.actor.accountId } });
    expect(Buffer.from(kept.content).includes(code.slice(0, 4))).toBe(false);

    const newer = (await visitor.submit('/ucet/totoznost')).$('.counter-code').text();
    expect((await clerk.submit(home, { fields: { who: code } })).status).toBe(400);
    await db.counterCode.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await clerk.submit(home, { fields: { who: newer } })).status).toBe(400);
    expect((await visitor.get('/ucet/totoznost')).$('.counter-code').length).toBe(0);
  });
});

describe('what the clerk has seen', () => {
  test('is written down sealed, logged, told to the person and raises the account', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    expect((await summary(visitor)).text).toContain('Zbývá prokázat totožnost');
    const page = await verify(jana);
    expect([page.path, page.text]).toEqual([counterOf(jana), expect.stringContaining('Totožnost je zapsaná')]);
    expect(page.text).toContain('Jana Anna Nováková');

    const [kept] = await stored(jana);
    expect(kept?.officerId).toBe(marie.actor.officerId);
    expect(Buffer.from(kept?.content ?? []).includes('Nov')).toBe(false);
    const where = { subject: `account/${jana.actor.accountId}`, action: 'identityVerified' };
    const record = await db.auditRecord.findFirstOrThrow({ where });
    expect(record).toMatchObject({ actorKind: 'officer', actorId: marie.actor.officerId });
    const until = deps.now().toZonedDateTimeISO('Europe/Prague').toPlainDate().add({ years: 3 });
    expect(record.details).toEqual({ until: until.toString() });
    expect(kept?.validUntil.toISOString().slice(0, 10)).toBe(until.toString());
    expect((await lettersTo(portal, jana.email)).at(-1)).toMatchObject({ kind: 'identityVerified' });

    // The very session that was refused is let file.
    const ready = await summary(visitor);
    expect(ready.text).not.toContain('Zbývá prokázat totožnost');
    expect((await visitor.submit(ready, { form: 'form[action$="/odeslani"]' })).path).toMatch(/potvrzeni$/);
    const own = await visitor.get('/ucet/totoznost');
    expect(own.text).toContain('Úřad vaši totožnost ověřil');
  });

  test('never has a place for the number of the document', async () => {
    const page = await clerk.get(counterOf(await createCitizen(deps)));
    const names = page.$('main form[action]:has(#name) [name]').toArray();
    expect([...new Set(names.map(box => page.$(box).attr('name')))].sort()).toEqual(
      ['_csrf', 'birthDate-day', 'birthDate-month', 'birthDate-year', 'document', 'isValid', 'name'].sort(),
    );
    const jana = await createCitizen(deps);
    const refused = await verify(jana, { name: 'Jana Nováková, OP 123456789' });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('Číslo dokladu se nezapisuje')]);
    expect(await stored(jana)).toEqual([]);
  });

  test.each([
    ['document', { document: undefined }, 'Vyberte, jaký doklad jste viděli'],
    ['name', { name: '' }, 'Opište z dokladu jméno a příjmení'],
    ['birthDate-day', { 'birthDate-day': '31', 'birthDate-month': '2' }, 'Opravte den'],
    ['birthDate-year', { 'birthDate-year': '2199' }, 'Zadejte dnešní nebo dřívější datum'],
    ['isValid', { isValid: undefined }, 'Bez platného dokladu totožnost ověřit nejde'],
  ])('has to be whole: %s', async (_field, fields, message) => {
    const jana = await createCitizen(deps);
    const page = await verify(jana, fields);
    expect([page.status, page.text]).toEqual([400, expect.stringContaining(message)]);
    const typed = { ...seenDocument, ...fields };
    expect(page.$('#name').val()).toBe(typed.name);
    expect(await stored(jana)).toEqual([]);
  });

  test('raises neither a working account, nor one without a confirmed e-mail, nor the own one', async () => {
    const olga = await createOfficer(deps, { department: 'dopravy' });
    const own = await clerk.get(`${home}/${marie.actor.accountId}`);
    expect(own.text).toContain('Sami sobě totožnost ověřit nemůžete');
    expect(own.$('form[action*="overeni-totoznosti"]').length).toBe(0);
    const waiting = await createCitizen(deps);
    await db.account.update({ where: { email: waiting.email }, data: { confirmedAt: null } });
    for (const [id, message] of [
      [marie.actor.accountId, 'Sami sobě'],
      [olga.actor.accountId, 'Je to pracovní účet'],
      [waiting.actor.accountId, 'Držitel ještě nepotvrdil svůj e-mail'],
    ] as const) {
      const path = `${home}/${id}`;
      const page = await clerk.post(path, { ...seenDocument, _csrf: await clerk.token(home) });
      expect([page.status, page.text]).toEqual([409, expect.stringContaining(message)]);
      expect(await db.accountVerification.count({ where: { accountId: id } })).toBe(0);
    }
  });
});

describe('the raised level', () => {
  test('outlives a password reset, but the link in the mail itself does not prove it', async () => {
    const jana = await createCitizen(deps);
    await verify(jana);
    const visitor = new Visitor(app);
    await visitor.submit('/zapomenute-heslo', { fields: { email: jana.email } });
    const password = 'Úplně nové heslo 🗝️';
    await visitor.submit(await newestLink(portal, jana.email), { fields: { password } });
    expect((await summary(visitor)).text).toContain('Zbývá prokázat totožnost');
    const again = await portal.visitor({ email: jana.email, password });
    expect((await summary(again)).text).not.toContain('Zbývá prokázat totožnost');
  });

  test('ends with its last day', async () => {
    const jana = await createCitizen(deps);
    await verify(jana);
    await db.accountVerification.updateMany({
      where: { accountId: jana.actor.accountId },
      data: { validUntil: new Date(Date.now() - 2 * 86_400_000) },
    });
    const visitor = await portal.visitor(jana);
    expect((await summary(visitor)).text).toContain('Zbývá prokázat totožnost');
    expect((await visitor.get('/ucet/totoznost')).text).toContain('Přijďte prosím znovu');
  });

  test('ends at once when a clerk takes it back with a reason, which its holder reads', async () => {
    const jana = await createCitizen(deps);
    await verify(jana);
    const visitor = await portal.visitor(jana);
    const without = await clerk.submit(counterOf(jana), { form: 'form[action$="/odvolani"]', fields: { reason: ' ' } });
    expect([without.status, without.text]).toEqual([400, expect.stringContaining('Napište důvod')]);
    const reason = 'Doklad byl nahlášen jako ztracený.';
    const page = await clerk.submit(counterOf(jana), { form: 'form[action$="/odvolani"]', fields: { reason } });
    expect(page.text).toContain('Ověření je odvolané');
    expect(page.$('form[action$="/odvolani"]').length).toBe(0);
    expect((await summary(visitor)).text).toContain('Zbývá prokázat totožnost');
    expect((await visitor.get('/ucet/totoznost')).text).toContain(reason);
    const [kept] = await stored(jana);
    expect(kept).toMatchObject({ revokedById: marie.actor.officerId });
    expect(Buffer.from(kept?.reason ?? []).includes('Doklad')).toBe(false);
    const where = { subject: `account/${jana.actor.accountId}`, action: 'verificationRevoked' };
    expect(await db.auditRecord.count({ where })).toBe(1);
    const letter = (await lettersTo(portal, jana.email)).at(-1);
    expect([letter?.kind, letter?.text.includes(reason)]).toEqual(['verificationRevoked', false]);

    const late = await clerk.post(`${counterOf(jana)}/odvolani`, { reason, _csrf: await clerk.token(home) });
    expect([late.status, late.$('#reason').val()]).toEqual([409, reason]);
    await verify(jana);
    expect((await summary(visitor)).text).not.toContain('Zbývá prokázat totožnost');
  });
});
