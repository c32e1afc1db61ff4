import { beforeEach, describe, expect, test } from 'vitest';
import { lettersTo } from '../identity/mailbox.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen, createOfficer } from '../support/factories.ts';
import { freshIco } from '../support/organisations.ts';
import { json, recorded, startAres } from './ares-peer.ts';

const ares = await startAres();
const portal = await startPortal({ aresUrl: ares.url });
const { deps, db } = portal;
const registry = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });

const name = 'Pekárna U Labe, s.r.o.';

beforeEach(() => {
  ares.answers.clear();
  ares.isDown = false;
});

/** A number ARES knows. */
function known(changes: Record<string, unknown> = {}): string {
  const ico = freshIco();
  ares.answers.set(ico, json(recorded(ico, changes)));
  return ico;
}

async function someone(who = 'Jana Nováková') {
  const account = await createCitizen(deps, who);
  return { account, visitor: await portal.visitor(account) };
}

type Visitor = Awaited<ReturnType<typeof someone>>['visitor'];

async function ask(visitor: Visitor, ico: string, fields: Record<string, string> = { representative: 'yes' }) {
  const found = await visitor.submit('/organizace/nova', { fields: { ico } });
  return visitor.submit(found, { fields });
}

/** The registry's page about what the person asked for last. */
async function requestOf(accountId: string): Promise<string> {
  const { id } = await db.membership.findFirstOrThrow({ where: { accountId }, orderBy: { id: 'desc' } });
  return `/urad/organizace/${id}`;
}

describe('a number that leads nowhere', () => {
  test.each([
    ['', 'Zadejte IČO'],
    ['12345678', 'Zkontrolujte IČO'],
    ['čtyřicet', 'Zkontrolujte IČO'],
    ['123456789', 'Zkontrolujte IČO'],
  ])('"%s": %s', async (ico, message) => {
    const { visitor } = await someone();
    const asked = ares.asked.length;
    const page = await visitor.submit('/organizace/nova', { fields: { ico } });
    expect(page.status).toBe(400);
    expect(page.text).toContain(message);
    expect(page.$('#ico').val()).toBe(ico);
    expect(ares.asked).toHaveLength(asked);
  });

  test('one the register does not know', async () => {
    const { visitor } = await someone();
    const page = await visitor.submit('/organizace/nova', { fields: { ico: freshIco() } });
    expect(page.status).toBe(400);
    expect(page.text).toContain('Tohle IČO v registru ARES není. Zkontrolujte ho');
  });

  test('one of a firm that is gone, with the day it ended', async () => {
    const { visitor } = await someone();
    const ico = known({ datumZaniku: '2024-12-31' });
    const page = await visitor.submit('/organizace/nova', { fields: { ico } });
    expect(page.status).toBe(400);
    expect(page.text).toContain(`${name} podle registru ARES zanikla 31. prosince 2024. Jednat za ni už nejde`);
    const sent = await visitor.post('/organizace/nova', {
      _csrf: await visitor.token('/organizace'),
      ico,
      representative: 'yes',
    });
    expect(sent.status).toBe(400);
    expect(await db.organisation.count({ where: { ico } })).toBe(0);
  });
});

describe('a firm the register knows', () => {
  test('is shown, with what that proves, and waits for the office', async () => {
    const { account, visitor } = await someone();
    const ico = known();
    const found = await visitor.submit('/organizace/nova', { fields: { ico: ` ${ico.slice(0, 3)} ${ico.slice(3)}` } });
    expect(found.text).toContain(name);
    expect(found.text).toContain('Velké náměstí 149/5, 50003 Hradec Králové');
    expect(found.text).toContain('Že za ni smíte jednat právě vy, musí ověřit úřad');
    const sent = await visitor.submit(found, { fields: { representative: 'yes' } });
    expect(sent.path).toBe('/organizace');
    expect(sent.text).toContain('Úřad ověřuje');
    expect(sent.$(`a[href^="/organizace/0"]`)).toHaveLength(0);
    const organisation = await db.organisation.findUniqueOrThrow({ where: { ico } });
    expect(organisation).toMatchObject({ name, kind: 'legalPerson', source: 'register' });
    expect((await visitor.get(`/organizace/${organisation.id}`)).status).toBe(404);
    const told = await lettersTo(portal, registry.email);
    expect(told.at(-1)).toMatchObject({ kind: 'organisationAsked', links: [await requestOf(account.actor.accountId)] });
    expect(told.at(-1)?.text).not.toContain('Jana');
  });

  test('without the word of who represents it nothing happens, and nothing is lost', async () => {
    const { visitor } = await someone();
    const ico = known();
    const page = await ask(visitor, ico, {});
    expect(page.status).toBe(400);
    expect(page.text).toContain('Potvrďte, že jste statutární zástupce');
    expect(page.$('input[name=ico]').val()).toBe(ico);
    expect(await db.organisation.count({ where: { ico } })).toBe(0);
  });

  test('asked for twice is asked for once', async () => {
    const { account, visitor } = await someone();
    const ico = known();
    const found = await visitor.submit('/organizace/nova', { fields: { ico } });
    const answers = await Promise.all(
      [1, 2, 3].map(() => visitor.submit(found, { fields: { representative: 'yes' } })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { accountId } = account.actor;
    expect(await db.membership.count({ where: { accountId } })).toBe(1);
    expect(await db.auditRecord.count({ where: { actorId: accountId, action: 'representationAsked' } })).toBe(1);
    expect((await ask(visitor, ico)).text).toContain('O tuto organizaci už jste požádali');
  });
});

describe('while the register does not answer', () => {
  test('the firm is typed, kept as not verified, and mended by the register later', async () => {
    ares.isDown = true;
    const { account, visitor } = await someone();
    const ico = freshIco();
    const found = await visitor.submit('/organizace/nova', { fields: { ico } });
    expect(found.status).toBe(200);
    expect(found.text).toContain('Registr ARES teď neodpovídá');
    const wrong = await visitor.submit(found, { fields: { name: 'Spolek přátel <b>', representative: 'yes' } });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('Zadejte sídlo organizace');
    expect(wrong.$('#name').val()).toBe('Spolek přátel <b>');
    expect(wrong.$('#representative').attr('checked')).toBeDefined();
    const sent = await visitor.submit(wrong, { fields: { address: 'Dlouhá 1, Hradec Králové' } });
    expect(sent.path).toBe('/organizace');
    const organisation = await db.organisation.findUniqueOrThrow({ where: { ico } });
    expect(organisation).toMatchObject({ name: 'Spolek přátel <b>', source: 'typed', kind: null });
    const office = await portal.visitor(registry);
    const page = await office.get(await requestOf(account.actor.accountId));
    expect(page.text).toContain('Napsal žadatel, ARES neodpovídal');

    ares.isDown = false;
    ares.answers.set(ico, json(recorded(ico)));
    const second = await someone('Petr Svoboda');
    await ask(second.visitor, ico);
    expect(await db.organisation.findUniqueOrThrow({ where: { ico } })).toMatchObject({ name, source: 'register' });
  });

  test('what somebody typed does not rename a firm that others act for', async () => {
    const { account, visitor } = await someone();
    const ico = known();
    await ask(visitor, ico);
    const office = await portal.visitor(registry);
    await office.submit(await requestOf(account.actor.accountId), { form: 'form[action$=schvaleni]' });
    await db.aresAnswer.deleteMany({ where: { ico } });
    ares.isDown = true;
    const other = await someone('Petr Svoboda');
    await ask(other.visitor, ico, { name: 'Moje firma', address: 'Moje', representative: 'yes' });
    expect(await db.organisation.findUniqueOrThrow({ where: { ico } })).toMatchObject({ name, source: 'register' });
  });
});

describe('the registry', () => {
  test('sees how sure it is who asks, and confirms it', async () => {
    const { account, visitor } = await someone();
    const ico = known();
    await ask(visitor, ico);
    const office = await portal.visitor(registry);
    expect((await office.get('/urad/organizace')).text).toContain(name);
    const request = await office.get(await requestOf(account.actor.accountId));
    expect(request.text).toContain('Neověřená. Víme jen, že má přístup');
    const done = await office.submit(request, { form: 'form[action$=schvaleni]' });
    expect(done.path).toBe('/urad/organizace');
    const told = await lettersTo(portal, account.email);
    expect(told.map(({ kind }) => kind)).toEqual(['organisationApproved']);
    const own = await visitor.get(told[0]?.links[0] ?? '');
    expect(own.status).toBe(200);
    expect(own.text).toContain('statutární zástupce');
    const { organisationId } = await db.membership.findFirstOrThrow({ where: { accountId: account.actor.accountId } });
    const subject = `organisation/${organisationId}`;
    const records = await db.auditRecord.findMany({ where: { subject }, orderBy: { id: 'asc' } });
    expect(records.map(({ action }) => action)).toEqual(['representationAsked', 'representationApproved']);
    expect(records[1]?.actorId).toBe(registry.actor.officerId);
  });

  test('does not confirm it, says why, and the person may ask again', async () => {
    const { account, visitor } = await someone();
    const ico = known();
    await ask(visitor, ico);
    const office = await portal.visitor(registry);
    const path = await requestOf(account.actor.accountId);
    const refusing = { form: 'form[action$=zamitnuti]' };
    const wrong = await office.submit(path, { ...refusing, fields: { reason: '  ' } });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('Napište důvod');
    await office.submit(path, { ...refusing, fields: { reason: 'Jednatelem je někdo jiný.' } });
    const page = await visitor.get('/organizace');
    expect(page.text).toContain('Nepotvrzeno');
    expect(page.text).toContain('Jednatelem je někdo jiný.');
    const [letter] = await lettersTo(portal, account.email);
    expect(letter?.kind).toBe('organisationRefused');
    expect(letter?.text).not.toContain('Jednatelem je');
    const kept = await db.membership.findFirstOrThrow({ where: { accountId: account.actor.accountId } });
    expect(Buffer.from(kept.reason ?? []).toString()).not.toContain('Jednatelem');
    await ask(visitor, ico);
    expect((await visitor.get('/organizace')).text).toContain('Úřad ověřuje');
  });

  test('decides once, and not about themselves', async () => {
    const { account, visitor } = await someone();
    const ico = known();
    await ask(visitor, ico);
    const path = await requestOf(account.actor.accountId);
    const office = await portal.visitor(registry);
    const page = await office.get(path);
    await office.submit(page, { form: 'form[action$=schvaleni]' });
    const late = await office.submit(page, { form: 'form[action$=zamitnuti]', fields: { reason: 'Ne.' } });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Mezitím už o tom rozhodl někdo jiný');
    expect(late.text).toContain('Zastupování je potvrzené.');

    const own = await someone('Rita Poštová');
    await ask(own.visitor, known());
    const { accountId } = own.account.actor;
    const ownPath = await requestOf(accountId);
    const { departmentId } = registry.actor;
    const post = { accountId, departmentId, roles: ['registry' as const], jobTitle: 'referentka', phone: '' };
    await db.officer.create({ data: post });
    const officer = await portal.visitor(own.account);
    const refused = await officer.submit(ownPath, { form: 'form[action$=schvaleni]' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('O svém vlastním zastupování rozhodovat nemůžete');
    expect(await db.membership.count({ where: { accountId, state: 'active' } })).toBe(0);
  });

  test('finds who represents an organisation by its number and ends it, with a reason that stays sealed', async () => {
    const { account, visitor } = await someone();
    const ico = known();
    await ask(visitor, ico);
    const path = await requestOf(account.actor.accountId);
    const office = await portal.visitor(registry);
    await office.submit(path, { form: 'form[action$=schvaleni]' });
    const { organisationId } = await db.membership.findFirstOrThrow({ where: { accountId: account.actor.accountId } });
    expect((await office.get(`/urad/organizace?ico=${freshIco()}`)).text).toContain('nikdo nezastupuje');
    const found = await office.get(`/urad/organizace?ico=${ico}`);
    expect(found.$('#zastupci ~ ul a').attr('href')).toBe(path);

    const ending = { form: 'form[action$=odebrani]' };
    const wrong = await office.submit(path, { ...ending, fields: { reason: ' ' } });
    expect([wrong.status, wrong.text.includes('Napište důvod')]).toEqual([400, true]);
    const page = await office.get(path);
    await office.submit(page, { ...ending, fields: { reason: 'Valná hromada ho odvolala.' } });
    expect((await visitor.get(`/organizace/${organisationId}`)).status).toBe(404);
    const kept = await db.membership.findFirstOrThrow({ where: { accountId: account.actor.accountId } });
    expect([
      kept.state,
      Buffer.from(kept.reason ?? [])
        .toString()
        .includes('hromada'),
    ]).toEqual(['ended', false]);
    expect((await lettersTo(portal, account.email)).at(-1)?.kind).toBe('representationRevoked');
    const again = await office.submit(page, { ...ending, fields: { reason: 'Ještě jednou.' } });
    expect([again.status, again.text.includes('už o tom rozhodl')]).toEqual([409, true]);
  });

  test('of two who decide at once, one does', async () => {
    const { account, visitor } = await someone();
    await ask(visitor, known());
    const path = await requestOf(account.actor.accountId);
    const office = await portal.visitor(registry);
    const page = await office.get(path);
    const answers = await Promise.all([
      office.submit(page, { form: 'form[action$=schvaleni]' }),
      office.submit(page, { form: 'form[action$=zamitnuti]', fields: { reason: 'Ne.' } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await lettersTo(portal, account.email)).toHaveLength(1);
  });

  test('sees a long list by pages', async () => {
    const { visitor } = await someone();
    for (let turn = 0; turn < 2; turn += 1) await ask(visitor, known());
    const waiting = await db.membership.findMany({ where: { state: 'waiting' }, orderBy: { id: 'asc' } });
    const office = await portal.visitor(registry);
    const page = await office.get(`/urad/organizace?po=${waiting.at(-2)?.id}`);
    expect(page.$('tbody tr')).toHaveLength(1);
    expect((await office.get('/urad/organizace?po=rubbish')).$('tbody tr').length).toBe(waiting.length);
  });
});
