import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { proofOfCase } from '../../src/authorisation/store.ts';
import { actHash, openSubmission, recordAppeal, tellRouted, trackingCode } from '../../src/cases/commands.ts';
import { linkIdentity } from '../../src/identity/providers/identities.ts';
import { watchDeadlines } from '../../src/jobs/deadlines/watch-deadlines.ts';
import { openMessage } from '../../src/notifications/message.ts';
import { begin, draftOf } from '../drafts/walk.ts';
import { offerAgenda } from '../drafts/offer-agenda.ts';
import {
  type CaseRecord,
  type CitizenAccount,
  createCase,
  createCitizen,
  createOfficer,
  createRouting,
} from '../support/factories.ts';
import { mailsOf } from '../support/mails-of.ts';
import type { Page, Visitor } from '../support/visitor.ts';
import { bankSlug, jana, portalWithBank, signInAt } from '../identity/providers/portal-with-bank.ts';

/** § 37 (4) of the Code of Administrative Procedure: filed without a sure identity, confirmed within five days. */

const { portal, bank } = await portalWithBank();
const { db, deps, setNow } = portal;
const whoMayFile = { text: 'Kdokoli.', identity: 'none' as const, confirmation: 'withinFiveDays' as const };
const department = 'spravni';
const slug = await offerAgenda(portal, [], { whoMayFile, department, slug: `do-peti-dnu-${randomUUID().slice(0, 8)}` });
const clerk = await createOfficer(deps, { department });
const filing = { form: 'main form[action$="/odeslani"]' };
const entries = { name: 'Jana Nováková', email: 'jana@example.cz' };
const monday = '2026-11-16T09:00:00Z';
/** The fifth day is Saturday 21 November. */
const until = '23.\u00a0listopadu 2026';

beforeEach(() => {
  setNow(monday);
});

const filed = (owner?: CitizenAccount): Promise<CaseRecord> =>
  createCase(deps, { agenda: slug, entries, ...(owner && { owner }) });
const stateOf = (id: string) => db.case.findUniqueOrThrow({ where: { id } });

/** An account that an identity of the bank opens, so that its holder is known surely. */
async function known(): Promise<CitizenAccount & { sub: string }> {
  const account = await createCitizen(deps);
  const sub = randomUUID();
  const proven = { provider: 'bankId' as const, subject: sub, level: 'substantial' as const, name: 'Jana Nováková' };
  await linkIdentity(db, deps, {
    accountId: account.actor.accountId,
    proven: { ...proven, birthDate: null, address: null, email: null },
  });
  return { ...account, sub };
}

async function enterBank(visitor: Visitor, { sub }: { sub: string }, from?: string): Promise<Page> {
  bank.person = { ...jana, sub };
  return signInAt(bank, visitor, from === undefined ? {} : { from });
}

/** From the page of confirming to the bank and back. */
async function signInToConfirm(visitor: Visitor, { reference }: CaseRecord, by: { sub: string }): Promise<Page> {
  const signIn = await visitor.submit(`/pripady/${reference}/potvrdit`, { form: 'form[action$="/prihlasenim"]' });
  return enterBank(visitor, by, signIn.$(`.providers a[href^="/prihlaseni/${bankSlug}"]`).attr('href'));
}

const finishing = { form: 'form[action$="/dokonceni"]' };

/** Whoever has the reference and the code. */
async function withCode({ id, reference }: CaseRecord, visitor?: Visitor): Promise<Visitor> {
  const by = visitor ?? (await portal.visitor());
  await by.submit('/stav', { fields: { reference, code: trackingCode(deps.vault, id) } });
  return by;
}

describe('a filing without a sure identity', () => {
  test('is accepted, and everything tells until when it has to be confirmed and how', async () => {
    const visitor = await portal.visitor();
    const summary = await visitor.submit(await begin(visitor, slug), { fields: entries });
    expect(summary.text).toContain(
      'Odeslat můžete hned. Aby podání platilo, potvrďte do 23. listopadu 2026, že je vaše',
    );
    const receipt = await visitor.submit(summary, filing);
    expect(receipt.path).toMatch(/\/potvrzeni$/);
    expect(receipt.text).toContain('Aby platilo, potvrďte do 23. listopadu 2026, že je vaše.');
    const found = await db.case.findFirstOrThrow({ where: { draftId: draftOf(summary).split('/').at(-1) ?? '' } });
    expect(found).toMatchObject({ state: 'unconfirmed', confirmUntil: new Date('2026-11-23') });
    const page = await visitor.get(`/pripady/${found.reference}`);
    expect(page.text).toContain('Podání jsme přijali. Platit začne, až ho potvrdíte.');
    expect(page.text).toContain('Čekáme na vaše potvrzení');
    expect(page.$(`a[href="/pripady/${found.reference}/potvrdit"]`).length).toBe(1);
    const confirm = await visitor.get(`/pripady/${found.reference}/potvrdit`);
    expect(confirm.text).toContain('Poslední den je 23. listopadu 2026. Bez potvrzení podání neplatí.');
    expect(confirm.text).toContain('osobně na úřadě s občanským průkazem, zprávou z vlastní datové schránky');
    expect(confirm.text).toContain(`Uveďte značku ${found.reference}.`);
    const [mail] = await mailsOf(portal, { caseId: found.id, kinds: ['filed'] });
    expect(mail?.subject).toBe(`Podání ${found.reference} potvrďte do ${until}`);
    expect(mail?.text).toContain(`Aby platilo, potvrďte do ${until}, že je vaše.`);
  });

  test('counts at once when it was confirmed before it was sent', async () => {
    const owner = await known();
    const visitor = await portal.visitor();
    await enterBank(visitor, owner);
    const summary = await visitor.submit(await begin(visitor, slug), { fields: entries });
    expect(summary.text).toContain('Totožnost máte ověřenou, takže ho můžete potvrdit hned');
    const page = await visitor.get(`${draftOf(summary)}/potvrdit`);
    const signIn = await visitor.submit(page, { form: 'form[action$="/prihlasenim"]' });
    const from = signIn.$(`.providers a[href^="/prihlaseni/${bankSlug}"]`).attr('href');
    const receipt = await visitor.submit(await enterBank(visitor, owner, from), filing);
    expect(receipt.text).not.toContain('Podání čeká na potvrzení');
    expect(receipt.text).toContain('novým přihlášením');
    const found = await db.case.findFirstOrThrow({ where: { applicantId: owner.actor.accountId } });
    expect(found).toMatchObject({ state: 'filed', confirmUntil: null });
  });
});

describe('confirming it later', () => {
  test('its account signs in with a proven identity, confirms the very document, and it counts', async () => {
    const owner = await known();
    const record = await filed(owner);
    const visitor = await portal.visitor(owner);
    const back = await signInToConfirm(visitor, record, owner);
    expect(back.path).toBe(`/pripady/${record.reference}/potvrdit`);
    expect((await stateOf(record.id)).state).toBe('unconfirmed');
    const page = await visitor.submit(back, finishing);
    expect(page.html).toContain('Podání je potvrzené. Platí a\u00a0úřad se do\u00a0něj pustí.');
    expect(page.text).toContain('Podání je potvrzené přihlášením');
    expect(await stateOf(record.id)).toMatchObject({ state: 'filed', dueOn: (await stateOf(record.id)).dueOn });
    const { content } = await db.submission.findUniqueOrThrow({ where: { caseId: record.id } });
    const proof = await proofOfCase(deps, record.id);
    expect(proof).toMatchObject({
      ...{ method: 'signIn', level: 'substantial', accountId: owner.actor.accountId },
      sha256: actHash(openSubmission(deps.vault, record.id, content)),
    });
    expect((await visitor.get(`/pripady/${record.reference}/potvrzeni`)).text).toContain('Potvrzení podání');
  });

  test('by somebody surely known is proved under that name, whatever they call their account', async () => {
    const owner = await known();
    await db.account.update({ where: { id: owner.actor.accountId }, data: { name: 'Někdo Jiný' } });
    const record = await filed(owner);
    const visitor = await portal.visitor(owner);
    await visitor.submit(await signInToConfirm(visitor, record, owner), finishing);
    expect((await proofOfCase(deps, record.id))?.name).toContain('Nováková');
  });

  test('by a code to the mailbox of whoever is signed in with a proven identity', async () => {
    const owner = await known();
    const record = await filed(owner);
    const visitor = await portal.visitor();
    await enterBank(visitor, owner);
    const address = `/pripady/${record.reference}/potvrdit`;
    await visitor.submit(address, { form: 'form[action$="/potvrdit/kod"]' });
    const mails = await db.mail.findMany({ where: { kind: 'authorisationCode' } });
    const mail = mails
      .map(({ id, message }) => openMessage(deps.vault, id, message))
      .find(({ to }) => to === owner.email);
    const kod = /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? '';
    const page = await visitor.submit(address, { form: `form[action="${address}"]`, fields: { kod } });
    expect(page.path).toBe(`/pripady/${record.reference}`);
    expect((await stateOf(record.id)).state).toBe('filed');
    expect(await proofOfCase(deps, record.id)).toMatchObject({ method: 'mailCode', level: 'substantial' });
  });

  test('a password is not enough: no code is offered, and signing in by it says why it confirmed nothing', async () => {
    const owner = await createCitizen(deps);
    const record = await filed(owner);
    const visitor = await portal.visitor(owner);
    const address = `/pripady/${record.reference}/potvrdit`;
    const page = await visitor.get(address);
    expect(page.$('form[action$="/potvrdit/kod"]').length).toBe(0);
    const forced = await visitor.post(`${address}/kod`, { _csrf: await visitor.token(address) });
    expect(forced.status).toBe(409);
    const signIn = await visitor.submit(page, { form: 'form[action$="/prihlasenim"]' });
    const { email, password } = owner;
    const back = await visitor.submit(signIn, { form: 'form:has([name=password])', fields: { email, password } });
    expect(back.html).toContain('Tímto přihlášením se podání potvrdit nedá.');
    expect(back.$(finishing.form).length).toBe(0);
    const tried = await visitor.post(`${address}/dokonceni`, { _csrf: await visitor.token(address) });
    expect(tried.path).toBe(address);
    expect((await stateOf(record.id)).state).toBe('unconfirmed');
  });

  test('whoever filed as a guest confirms by an identity, and stays in reach of the case', async () => {
    const record = await filed();
    const visitor = await withCode(record);
    const back = await signInToConfirm(visitor, record, await known());
    expect(back.$(finishing.form).length).toBe(1);
    await visitor.submit(back, finishing);
    expect((await stateOf(record.id)).state).toBe('filed');
  });

  test('of an account, nobody else confirms: a code is enough to look, not to act', async () => {
    const record = await filed(await createCitizen(deps));
    const stranger = await withCode(record, await portal.visitor(await known()));
    expect((await stranger.get(`/pripady/${record.reference}/potvrdit`)).status).toBe(403);
    const _csrf = await stranger.token('/ucet/udaje');
    const posted = await stranger.post(`/pripady/${record.reference}/potvrdit/dokonceni`, { _csrf });
    expect(posted.status).toBe(403);
    expect((await stateOf(record.id)).state).toBe('unconfirmed');
  });

  test('who neither filed it nor has the code does not find it', async () => {
    const record = await filed(await createCitizen(deps));
    const stranger = await portal.visitor(await createCitizen(deps));
    expect((await stranger.get(`/pripady/${record.reference}/potvrdit`)).status).toBe(404);
  });

  test('signing in as another account than asked confirms nothing, and says so', async () => {
    const owner = await known();
    const record = await filed(owner);
    const visitor = await portal.visitor(owner);
    const back = await signInToConfirm(visitor, record, await known());
    expect(back.html).toContain('Přihlásili jste se jiným účtem');
    expect((await stateOf(record.id)).state).toBe('unconfirmed');
  });

  test('a quarter of an hour after signing in is asked for again', async () => {
    const owner = await known();
    const record = await filed(owner);
    const visitor = await portal.visitor(owner);
    const back = await signInToConfirm(visitor, record, owner);
    setNow('2026-11-16T09:15:00Z');
    const page = await visitor.submit(back, finishing);
    expect(page.path).toBe(`/pripady/${record.reference}/potvrdit`);
    expect(page.text).toContain('Potvrzení platí 15 minut a ty uplynuly.');
    expect((await stateOf(record.id)).state).toBe('unconfirmed');
  });

  test('twice does no harm, and there is one proof', async () => {
    const owner = await known();
    const record = await filed(owner);
    const visitor = await portal.visitor(owner);
    const back = await signInToConfirm(visitor, record, owner);
    await visitor.submit(back, finishing);
    const again = await visitor.submit(back, finishing);
    expect(again.path).toBe(`/pripady/${record.reference}`);
    expect((await visitor.get(`/pripady/${record.reference}/potvrdit`)).path).toBe(`/pripady/${record.reference}`);
    expect(await db.authorisation.count({ where: { caseId: record.id, usedAt: { not: null } } })).toBe(1);
    expect(await db.caseEvent.count({ where: { caseId: record.id, type: 'confirmed' } })).toBe(1);
  });

  test('on the day after the last one it is too late, and the page says what to do', async () => {
    const owner = await known();
    const record = await filed(owner);
    const visitor = await portal.visitor(owner);
    setNow('2026-11-23T22:59:00Z');
    expect((await visitor.get(`/pripady/${record.reference}/potvrdit`)).path).toContain('/potvrdit');
    setNow('2026-11-23T23:00:00Z');
    const page = await visitor.get(`/pripady/${record.reference}/potvrdit`);
    expect(page.path).toBe(`/pripady/${record.reference}`);
    expect(page.html).toContain('Pět dní na\u00a0potvrzení už uplynulo. Podejte to prosím znovu.');
  });
});

describe('for the office', () => {
  test('it is marked, is nobody’s, and nobody decides it', async () => {
    const record = await filed();
    const visitor = await portal.visitor(clerk);
    const inbox = await visitor.get('/urad?pohled=odbor');
    const row = inbox.$(`tr:has(a[href*="${record.reference}"])`).text();
    expect(row).toContain('Čeká na\u00a0potvrzení');
    expect(row).toContain('nepotvrzeno');
    const waiting = await visitor.get('/urad?pohled=odbor&stav=nepotvrzene');
    expect(waiting.html).toContain(record.reference);
    expect((await visitor.get('/urad?pohled=neprirazene')).html).not.toContain(record.reference);
    const desk = await visitor.get(`/urad/pripady/${record.reference}`);
    expect(desk.text).toContain('Čeká na potvrzení do pondělí 23. listopadu 2026. Do té doby se nevyřizuje.');
    expect(desk.$('form[action$="/prevzeti"], form[action$="/rozhodnuti"], form[action$="/predani"]').length).toBe(0);
    const _csrf = await visitor.token(`/urad/pripady/${record.reference}`);
    const taken = await visitor.post(`/urad/pripady/${record.reference}/prevzeti`, { _csrf, verze: '1' });
    expect(taken.status).toBe(409);
  });

  test.each([
    ['inPerson', 'osobně na\u00a0úřadě'],
    ['dataBox', 'datovou schránkou'],
    ['paper', 'podepsanou listinou'],
  ])('a clerk writes down that it came by %s', async (way, words) => {
    const record = await filed();
    const visitor = await portal.visitor(clerk);
    const page = await visitor.submit(`/urad/pripady/${record.reference}`, {
      form: 'form[action$="/potvrzeni"]',
      fields: { 'potvrzeni-zpusob': way, 'potvrzeni-den': '2026-11-16' },
    });
    expect(page.status).toBe(200);
    expect(page.html).toContain('Potvrzení je zapsané. Podání platí a\u00a0čeká na převzetí.');
    expect((await stateOf(record.id)).state).toBe('filed');
    expect(page.html).toContain(`Podání je potvrzené ${words}`);
    const audit = await db.auditRecord.findFirst({ where: { subject: `case/${record.id}`, action: 'caseConfirmed' } });
    expect(audit).toMatchObject({ actorKind: 'officer', details: { way } });
  });

  test.each([
    [{ 'potvrzeni-zpusob': '', 'potvrzeni-den': '2026-11-16' }, 'Vyberte, jak žadatel podání potvrdil.'],
    [{ 'potvrzeni-zpusob': 'paper', 'potvrzeni-den': '' }, 'Vyplňte den, kdy potvrzení přišlo.'],
    [{ 'potvrzeni-zpusob': 'paper', 'potvrzeni-den': '2026-11-17' }, 'Potvrzení nejde zapsat dřív, než přišlo.'],
  ])('and is told what is wrong with %j', async (fields, sentence) => {
    const record = await filed();
    const visitor = await portal.visitor(clerk);
    const desk = `/urad/pripady/${record.reference}`;
    const page = await visitor.post(`${desk}/potvrzeni`, { _csrf: await visitor.token(desk), verze: '1', ...fields });
    expect(page.status).toBe(400);
    expect(page.text).toContain(sentence.replaceAll('\u00a0', ' '));
    expect(page.$('#potvrzeni-den').val()).toBe(fields['potvrzeni-den']);
  });

  test('what came in time is written down after it lapsed; what came late is not', async () => {
    const record = await filed();
    setNow('2026-11-24T03:00:00Z');
    await watchDeadlines(deps);
    const visitor = await portal.visitor(clerk);
    const write = (day: string) =>
      visitor.submit(`/urad/pripady/${record.reference}`, {
        form: 'form[action$="/potvrzeni"]',
        fields: { 'potvrzeni-zpusob': 'paper', 'potvrzeni-den': day },
      });
    expect((await write('2026-11-24')).text).toContain('Pět dní na potvrzení už uplynulo.');
    expect((await write('2026-11-23')).status).toBe(200);
    expect(await stateOf(record.id)).toMatchObject({ state: 'filed', decidedAt: null });
  });

  test('the officer its rule gives it to gets it, and is told, only once it is confirmed', async () => {
    await createRouting(deps, { agenda: slug, department, rule: { by: 'turns' } });
    const record = await filed();
    await tellRouted(deps, { caseId: record.id }).catch(() => undefined);
    expect((await stateOf(record.id)).officerId).toBeNull();
    await db.sentNotice.deleteMany({ where: { caseId: record.id } });
    const visitor = await portal.visitor(clerk);
    await visitor.submit(`/urad/pripady/${record.reference}`, {
      form: 'form[action$="/potvrzeni"]',
      fields: { 'potvrzeni-zpusob': 'dataBox', 'potvrzeni-den': '2026-11-16' },
    });
    expect((await stateOf(record.id)).officerId).not.toBeNull();
    await tellRouted(deps, { caseId: record.id });
    expect((await mailsOf(portal, { caseId: record.id, kinds: ['newCase'] })).length).toBe(1);
    await db.routing.deleteMany({});
  });

  test('an appeal that waits is told to the decided case once it is confirmed', async () => {
    const owner = await createCitizen(deps);
    const first = await createCase(deps, { owner });
    const record = await filed(owner);
    await db.case.update({ where: { id: record.id }, data: { appealsCaseId: first.id } });
    const visitor = await portal.visitor(clerk);
    await visitor.submit(`/urad/pripady/${record.reference}`, {
      form: 'form[action$="/potvrzeni"]',
      fields: { 'potvrzeni-zpusob': 'dataBox', 'potvrzeni-den': '2026-11-16' },
    });
    const jobs = await deps.boss.findJobs<{ appealId: string }>('record-appeal', { data: { appealId: record.id } });
    expect(jobs.length).toBe(1);
    await recordAppeal({ ...deps }, { appealId: record.id });
  });
});

describe('every night', () => {
  const reminders = async (caseId: string) =>
    (await mailsOf(portal, { caseId, kinds: ['confirmationReminder'] })).map(({ to, subject }) => ({ to, subject }));

  test('the applicant is reminded once, two days before the end', async () => {
    const record = await filed();
    const expected: [string, number][] = [
      ['2026-11-20T04:30:00Z', 0],
      ['2026-11-21T04:30:00Z', 1],
      ['2026-11-22T04:30:00Z', 1],
      ['2026-11-23T04:30:00Z', 1],
    ];
    for (const [night, count] of expected) {
      setNow(night);
      await watchDeadlines(deps);
      await watchDeadlines(deps);
      const sent = await reminders(record.id);
      expect(sent).toEqual(
        Array.from({ length: count }, () => ({
          to: 'jana@example.cz',
          subject: `Podání ${record.reference} zbývá potvrdit do ${until}`,
        })),
      );
    }
    expect((await stateOf(record.id)).state).toBe('unconfirmed');
  });

  test('whoever has confirmed is reminded of nothing', async () => {
    const record = await filed();
    await db.case.update({ where: { id: record.id }, data: { state: 'filed' } });
    setNow('2026-11-21T04:30:00Z');
    await watchDeadlines(deps);
    expect(await reminders(record.id)).toEqual([]);
  });

  test('after the last day it lapses, once, and the applicant reads why and what now', async () => {
    const owner = await createCitizen(deps);
    const record = await filed(owner);
    setNow('2026-11-23T22:59:00Z');
    await watchDeadlines(deps);
    expect((await stateOf(record.id)).state).toBe('unconfirmed');
    setNow('2026-11-24T03:00:00Z');
    await Promise.all([watchDeadlines(deps), watchDeadlines(deps)]);
    expect(await stateOf(record.id)).toMatchObject({ state: 'lapsed', ownDays: null });
    expect(await db.caseEvent.count({ where: { caseId: record.id, type: 'lapsed' } })).toBe(1);
    const page = await (await portal.visitor(owner)).get(`/pripady/${record.reference}`);
    expect(page.text).toContain('Podání nikdo včas nepotvrdil, takže neplatí.');
    expect(page.text).toContain('Pokud ho chcete podat, podejte ho prosím znovu.');
    const mails = await mailsOf(portal, { caseId: record.id, kinds: ['stateChanged'] });
    expect(mails.map(({ subject }) => subject)).toEqual([
      `Podání ${record.reference} – podání nikdo nepotvrdil, neplatí`,
    ]);
    const desk = await (await portal.visitor(clerk)).get(`/urad/pripady/${record.reference}`);
    expect(desk.text).toContain('Do pondělí 23. listopadu 2026 ho nikdo nepotvrdil, proto neplatí.');
  });

  test('nobody of the office hears of a deadline before it is confirmed', async () => {
    const record = await filed();
    await db.case.update({
      where: { id: record.id },
      data: { dueOn: new Date('2026-11-16'), confirmUntil: new Date('2026-12-30') },
    });
    setNow('2026-11-18T04:30:00Z');
    await watchDeadlines(deps);
    expect(await mailsOf(portal, { caseId: record.id, kinds: ['dueSoon', 'overdue'] })).toEqual([]);
    await db.case.update({ where: { id: record.id }, data: { state: 'filed' } });
    await watchDeadlines(deps);
    expect((await mailsOf(portal, { caseId: record.id, kinds: ['overdue'] })).length).toBeGreaterThan(0);
  });
});
