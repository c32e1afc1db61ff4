import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openProof } from '../../src/authorisation/proof.ts';
import { cleanUp } from '../../src/jobs/clean-up.ts';
import { openMessage } from '../../src/notifications/message.ts';
import { begin, draftId, draftOf } from '../drafts/walk.ts';
import { offerAgenda } from '../drafts/offer-agenda.ts';
import { type CitizenAccount, createCitizen } from '../support/factories.ts';
import type { Page, Visitor } from '../support/visitor.ts';
import { bankSlug, jana, portalWithBank, signInAt } from '../identity/providers/portal-with-bank.ts';

/** An agenda whose filing is confirmed before it is sent: by a code, or by signing in anew. */

const { portal, bank } = await portalWithBank();
const { db, deps, setNow } = portal;
const whoMayFile = { text: 'Kdo má účet.', identity: 'account' as const, confirmation: 'authorised' as const };
const slug = await offerAgenda(portal, [], { whoMayFile, slug: `potvrzena-${randomUUID().slice(0, 8)}` });
const filing = { form: 'main form[action$="/odeslani"]' };
const morning = '2026-11-23T08:00:00Z';

interface Begun {
  owner: CitizenAccount;
  visitor: Visitor;
  summary: Page;
  /** Of the draft. */
  path: string;
}

async function atSummary(owner?: CitizenAccount): Promise<Begun> {
  const person = owner ?? (await createCitizen(deps));
  const visitor = await portal.visitor(person);
  const fields = { name: 'Jana Nováková', email: 'jana@example.cz' };
  const summary = await visitor.submit(await begin(visitor, slug), { fields });
  return { owner: person, visitor, summary, path: draftOf(summary) };
}

/** To the page where it is confirmed, and asks for a code. */
async function askForCode({ visitor, path, owner }: Begun): Promise<{ page: Page; code: string }> {
  const page = await visitor.submit(`${path}/potvrdit`, { form: 'form[action$="/potvrdit/kod"]' });
  return { page, code: await lastCode(owner) };
}

async function lastCode({ email }: CitizenAccount): Promise<string> {
  const mails = await db.mail.findMany({ where: { kind: 'authorisationCode' }, orderBy: { id: 'desc' } });
  const own = mails.map(({ id, message }) => openMessage(deps.vault, id, message)).find(({ to }) => to === email);
  return /^\d{6}$/m.exec(own?.text ?? '')?.[0] ?? '';
}

function typeCode({ visitor, path }: Begun, code: string): Promise<Page> {
  return visitor.token(`${path}/potvrdit`).then(_csrf => visitor.post(`${path}/potvrdit`, { _csrf, kod: code }));
}

const other = (code: string): string => code.replace(/^./, first => String((Number(first) + 1) % 10));

async function file({ visitor }: Begun, summary: Page): Promise<Page> {
  return visitor.submit(summary, filing);
}

async function changeAnswer({ visitor, path }: Begun): Promise<void> {
  const step = (await visitor.get(`${path}/souhrn`)).$('main dl a').first().attr('href') ?? '';
  await visitor.submit(step.split('#')[0] ?? '', { fields: { name: 'Jana Svobodová' } });
}

async function signInAnew({ visitor, path, owner }: Begun): Promise<Page> {
  const signIn = await visitor.submit(`${path}/potvrdit`, { form: 'form[action$="/prihlasenim"]' });
  const { email, password } = owner;
  return visitor.submit(signIn, { form: 'form:has([name=password])', fields: { email, password } });
}

async function proofOf(path: string) {
  const { id: caseId } = await db.case.findFirstOrThrow({ where: { draftId: path.split('/').at(-1) ?? '' } });
  const { id, content, documentHash } = await db.authorisation.findFirstOrThrow({
    where: { caseId, usedAt: { not: null } },
  });
  if (!content) throw new Error('a proof is sealed');
  return { ...openProof(deps.vault, id, content), documentHash: Buffer.from(documentHash).toString('hex') };
}

beforeEach(() => {
  setNow(morning);
});

describe('what has to be confirmed', () => {
  test('is not sent before, whatever is posted, and the summary says what is left', async () => {
    const begun = await atSummary();
    expect(begun.summary.$(filing.form).length).toBe(0);
    expect(begun.summary.text).toContain('Zbývá podání potvrdit');
    const _csrf = await begun.visitor.token();
    const page = await begun.visitor.post(`${begun.path}/odeslani`, { _csrf, draftVersion: '1' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Než podání odešlete, potvrďte prosím právě to, co je teď v souhrnu.');
    expect(await db.case.count({ where: { draftId: draftId(begun.summary) } })).toBe(0);
  });

  test('is not confirmed by a guest, who is sent to sign in', async () => {
    const visitor = await portal.visitor();
    const fields = { name: 'Jana Nováková', email: 'jana@example.cz' };
    const summary = await visitor.submit(await begin(visitor, slug), { fields });
    expect((await visitor.get(`${draftOf(summary)}/potvrdit`)).path).toContain('/prihlaseni?zpet=');
  });

  test('is not confirmed while something is missing', async () => {
    const owner = await createCitizen(deps);
    const visitor = await portal.visitor(owner);
    const first = await begin(visitor, slug);
    await visitor.submit(first, { fields: { name: '', email: '' } });
    expect((await visitor.get(`${draftOf(first)}/potvrdit`)).path).toBe(`${draftOf(first)}/souhrn`);
  });
});

describe('a code from a mail', () => {
  test('confirms exactly what is sent, and the proof is kept, sealed, with the case', async () => {
    const begun = await atSummary();
    const { page, code } = await askForCode(begun);
    expect(page.text).toContain(`Kód jsme poslali na ${begun.owner.email[0] ?? ''}***@`);
    const summary = await typeCode(begun, code);
    expect(summary.path).toBe(`${begun.path}/souhrn`);
    expect(summary.text).toContain('Podání jste potvrdili 23. listopadu 2026 v');
    const receipt = await file(begun, summary);
    expect(receipt.path).toMatch(/\/potvrzeni$/);
    expect(receipt.text).toContain('Potvrzení podání');
    expect(receipt.text).toContain('kódem z e-mailu');
    const proof = await proofOf(begun.path);
    expect(proof).toMatchObject({
      ...{ method: 'mailCode', level: 'account', accountId: begun.owner.actor.accountId, name: 'Jana Nováková' },
      at: '2026-11-23T08:00:00Z',
      sha256: proof.documentHash,
    });
    const signIn = await db.signIn.findUniqueOrThrow({ where: { id: proof.signInId } });
    expect(signIn.accountId).toBe(begun.owner.actor.accountId);
  });

  test('lies in the database only as a keyed digest, and is sent to the mailbox of the account', async () => {
    const begun = await atSummary();
    const { code } = await askForCode(begun);
    const row = await db.authorisation.findFirstOrThrow({ where: { draftId: draftId(begun.summary) } });
    expect(JSON.stringify(row)).not.toContain(code);
    expect(row.codeDigest).toEqual(deps.vault.digest(`${row.id}\0${code}`, 'authorisation-code'));
  });

  test('that is wrong confirms nothing, and what was typed stays', async () => {
    const begun = await atSummary();
    const { code } = await askForCode(begun);
    const page = await typeCode(begun, other(code));
    expect(page.status).toBe(400);
    expect(page.text).toContain('Kód nesouhlasí. Opište ho z posledního e-mailu');
    expect(page.$('#kod').val()).toBe(other(code));
  });

  test.each(['', '12345', 'abcdef'])('that is none („%s“) is said to be none, and costs no attempt', async typed => {
    const begun = await atSummary();
    await askForCode(begun);
    const page = await typeCode(begun, typed);
    expect(page.status).toBe(400);
    expect(page.text).toMatch(/Kód má šest číslic\. Opište ho z e-mailu/);
    expect(await db.authorisation.findFirst({ where: { draftId: draftId(begun.summary) } })).toMatchObject({
      tries: 0,
    });
  });

  test('may be typed with spaces', async () => {
    const begun = await atSummary();
    const { code } = await askForCode(begun);
    const page = await typeCode(begun, `${code.slice(0, 3)} ${code.slice(3)} `);
    expect(page.path).toBe(`${begun.path}/souhrn`);
  });

  test('guessed at five times is worth nothing any more, not even the right one', async () => {
    const begun = await atSummary();
    const { code } = await askForCode(begun);
    for (let i = 0; i < 5; i++) await typeCode(begun, other(code));
    const page = await typeCode(begun, code);
    expect(page.status).toBe(400);
    expect(page.text).toContain('Kód jste pětkrát zadali špatně, takže už neplatí. Pošlete si nový');
    const again = await askForCode(begun);
    expect((await typeCode(begun, again.code)).path).toBe(`${begun.path}/souhrn`);
  });

  test('guessed at many times at once is guessed at five times', async () => {
    const begun = await atSummary();
    const { code } = await askForCode(begun);
    const _csrf = await begun.visitor.token(`${begun.path}/potvrdit`);
    const guesses = Array.from({ length: 8 }, () =>
      begun.visitor.agent
        .post(`${begun.path}/potvrdit`)
        .type('form')
        .send({ _csrf, kod: other(code) }),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ text }) => text.includes('pětkrát')).length).toBe(3);
  });

  test('lasts ten minutes', async () => {
    const begun = await atSummary();
    const { code } = await askForCode(begun);
    setNow('2026-11-23T08:10:00Z');
    const page = await typeCode(begun, code);
    expect(page.status).toBe(400);
    expect(page.text).toContain('Kód už neplatí, platil 10 minut. Pošlete si nový');
  });

  test('of another draft is wrong here', async () => {
    const begun = await atSummary();
    const another = await atSummary(begun.owner);
    const { code } = await askForCode(another);
    const page = await typeCode(begun, code);
    expect(page.status).toBe(400);
    expect(page.text).toContain('Žádný kód pro toto podání neplatí. Pošlete si nový');
  });

  test('an older one stops with a new one', async () => {
    const begun = await atSummary();
    const first = await askForCode(begun);
    const second = await askForCode(begun);
    if (first.code === second.code) return;
    expect((await typeCode(begun, first.code)).text).toContain('Kód nesouhlasí.');
  });

  test('sent before the draft was changed does not confirm what it is now', async () => {
    const begun = await atSummary();
    const { code } = await askForCode(begun);
    await changeAnswer(begun);
    const page = await typeCode(begun, code);
    expect(page.status).toBe(400);
    expect(page.text).toContain('Podání se od poslání kódu změnilo, proto kód neplatí.');
  });

  test('is used once', async () => {
    const begun = await atSummary();
    const { code } = await askForCode(begun);
    await typeCode(begun, code);
    await changeAnswer(begun);
    const page = await typeCode(begun, code);
    expect(page.status).toBe(400);
    expect(page.text).toContain('Tento kód jste už použili. Pošlete si nový');
  });

  test('somebody else finds no draft to confirm, code or not', async () => {
    const begun = await atSummary();
    const { code } = await askForCode(begun);
    const stranger = await portal.visitor(await createCitizen(deps, 'Petr Svoboda'));
    const _csrf = await stranger.token('/ucet/udaje');
    expect((await stranger.post(`${begun.path}/potvrdit`, { _csrf, kod: code })).status).toBe(404);
  });

  test('is sent five times in a quarter of an hour and no more', async () => {
    const begun = await atSummary();
    for (let i = 0; i < 5; i++) await askForCode(begun);
    const page = await begun.visitor.submit(`${begun.path}/potvrdit`, { form: 'form[action$="/potvrdit/kod"]' });
    expect(page.status).toBe(429);
  });
});

describe('what was confirmed and then', () => {
  test('changed is asked for again, and says so', async () => {
    const begun = await atSummary();
    await typeCode(begun, (await askForCode(begun)).code);
    await changeAnswer(begun);
    const summary = await begun.visitor.get(`${begun.path}/souhrn`);
    expect(summary.$(filing.form).length).toBe(0);
    expect(summary.text).toContain('Podání se od potvrzení změnilo, proto potvrzení už neplatí.');
    expect((await begun.visitor.get(`${begun.path}/potvrdit`)).text).toContain('Podání se od potvrzení změnilo');
  });

  test('left for a quarter of an hour is asked for again', async () => {
    const begun = await atSummary();
    const confirmed = await typeCode(begun, (await askForCode(begun)).code);
    setNow('2026-11-23T08:15:00Z');
    const page = await file(begun, confirmed);
    expect(page.status).toBe(409);
    expect(page.text).toContain('Potvrzení platí 15 minut a ty uplynuly.');
    expect(await db.case.count({ where: { draftId: draftId(begun.summary) } })).toBe(0);
  });

  test('changed in another window is not sent from the old summary', async () => {
    const begun = await atSummary();
    const confirmed = await typeCode(begun, (await askForCode(begun)).code);
    await changeAnswer(begun);
    expect((await file(begun, confirmed)).status).toBe(409);
    expect(await db.case.count({ where: { draftId: draftId(begun.summary) } })).toBe(0);
  });

  test('sent is a proof that nobody changes any more', async () => {
    const begun = await atSummary();
    await file(begun, await typeCode(begun, (await askForCode(begun)).code));
    const where = { draftId: draftId(begun.summary), usedAt: { not: null } };
    await expect(db.authorisation.updateMany({ where, data: { level: 'high' } })).rejects.toThrow();
    await expect(db.authorisation.deleteMany({ where })).rejects.toThrow();
  });
});

describe('signing in anew', () => {
  test('confirms what it was asked for, by a sign-in of its own', async () => {
    const begun = await atSummary();
    const before = await db.signIn.count({ where: { accountId: begun.owner.actor.accountId } });
    const summary = await signInAnew(begun);
    expect(summary.path).toBe(`${begun.path}/souhrn`);
    expect(summary.text).toContain('Podání jste potvrdili');
    const receipt = await file(begun, summary);
    expect(receipt.text).toContain('novým přihlášením');
    const proof = await proofOf(begun.path);
    expect(proof).toMatchObject({ method: 'signIn', level: 'account' });
    const signIns = await db.signIn.findMany({
      where: { accountId: begun.owner.actor.accountId },
      orderBy: { id: 'asc' },
    });
    expect([signIns.length, signIns.at(-1)?.id]).toEqual([before + 1, proof.signInId]);
  });

  test('says on the page of signing in what that confirms', async () => {
    const begun = await atSummary();
    const page = await begun.visitor.submit(`${begun.path}/potvrdit`, { form: 'form[action$="/prihlasenim"]' });
    const print = (await begun.visitor.get(`${begun.path}/potvrdit`)).$('.print').first().text();
    expect(print).toMatch(/^[0-9A-F]{4}(\u00a0[0-9A-F]{4}){3}$/);
    expect(page.text).toContain(`Přihlášením potvrdíte podání s otiskem ${print}`.replaceAll('\u00a0', ' '));
  });

  test('for no reason confirms nothing', async () => {
    const begun = await atSummary();
    const { email, password } = begun.owner;
    const fields = { email, password };
    await begun.visitor.submit('/prihlaseni?znovu=1', { form: 'form:has([name=password])', fields });
    expect((await begun.visitor.get(`${begun.path}/souhrn`)).$(filing.form).length).toBe(0);
  });

  test('to another account confirms nothing, and says so', async () => {
    const begun = await atSummary();
    const page = await signInAnew({ ...begun, owner: await createCitizen(deps, 'Petr Svoboda') });
    expect(page.path).toBe('/moje');
    expect(page.html).toContain('Přihlásili jste se jiným účtem, než kterým podání vyplňujete.');
    const back = await signInAnewPlainly(begun);
    expect((await back.get(`${begun.path}/souhrn`)).$(filing.form).length).toBe(0);
  });

  test('more than ten minutes later confirms nothing, and says so', async () => {
    const begun = await atSummary();
    const signIn = await begun.visitor.submit(`${begun.path}/potvrdit`, { form: 'form[action$="/prihlasenim"]' });
    setNow('2026-11-23T08:10:00Z');
    const { email, password } = begun.owner;
    const page = await begun.visitor.submit(signIn, { form: 'form:has([name=password])', fields: { email, password } });
    expect(page.html).toContain('Na\u00a0potvrzení bylo deset minut a\u00a0ty uplynuly.');
    expect(page.$(filing.form).length).toBe(0);
  });

  test('confirms once: another document is asked for anew', async () => {
    const begun = await atSummary();
    await signInAnew(begun);
    await changeAnswer(begun);
    const { email, password } = begun.owner;
    const back = `/prihlaseni?znovu=1&zpet=${encodeURIComponent(`${begun.path}/souhrn`)}`;
    const page = await begun.visitor.submit(back, { form: 'form:has([name=password])', fields: { email, password } });
    expect(page.$(filing.form).length).toBe(0);
    expect(page.text).toContain('Podání se od potvrzení změnilo');
  });

  test('to a provider is asked of it anew, and is as sure as that', async () => {
    const { visitor, path, from } = await atBank();
    const { headers } = await visitor.agent.get(from);
    const { searchParams } = new URL(headers['location'] ?? '');
    expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', '0']);
    const back = await signInAt(bank, visitor, { from });
    expect(back.path).toBe(`${path}/souhrn`);
    await visitor.submit(back, filing);
    expect(await proofOf(path)).toMatchObject({ method: 'signIn', level: 'substantial' });
  });

  test.each([
    ['let them in by an earlier sign-in', { auth_time: Date.parse('2026-11-23T07:50:00Z') / 1000 }],
    ['does not say when they proved it', { auth_time: undefined }],
  ])('to a provider that %s confirms nothing, and says so', async (_what, said) => {
    const { visitor, path, from } = await atBank();
    bank.tampering = { claims: claims => ({ ...claims, ...said }) };
    const back = await signInAt(bank, visitor, { from });
    bank.tampering = {};
    expect(back.path).toBe(`${path}/potvrdit`);
    expect((await visitor.get(`${path}/souhrn`)).$(filing.form).length).toBe(0);
    expect(back.html).toContain('Poskytovatel vás jen poznal z\u00a0dřívějška');
  });
});

/** Somebody the bank alone knows, on the way to it to confirm; without a mailbox there is nowhere to send a code to. */
async function atBank(): Promise<{ visitor: Visitor; path: string; from: string }> {
  bank.person = { ...jana, sub: randomUUID() };
  const visitor = await portal.visitor();
  const first = await signInAt(bank, visitor, {});
  await visitor.submit(first, { form: 'form[action="/prihlaseni/poprve"]' });
  const fields = { name: 'Jana Nováková', email: 'jana@example.cz' };
  const path = draftOf(await visitor.submit(await begin(visitor, slug), { fields }));
  const asked = await visitor.get(`${path}/potvrdit`);
  expect(asked.$('form[action$="/potvrdit/kod"]').length).toBe(0);
  const signIn = await visitor.submit(asked, { form: 'form[action$="/prihlasenim"]' });
  return { visitor, path, from: signIn.$(`.providers a[href^="/prihlaseni/${bankSlug}"]`).attr('href') ?? '' };
}

test('the proof of a trial goes with the trial', async () => {
  const begun = await atSummary();
  const where = { draftId: draftId(begun.summary) };
  await db.draft.update({ where: { id: where.draftId }, data: { trial: true } });
  await file(begun, await typeCode(begun, (await askForCode(begun)).code));
  expect(await db.authorisation.count({ where: { ...where, usedAt: { not: null } } })).toBe(1);
  setNow('2027-01-23T08:00:00Z');
  await cleanUp(deps);
  expect(await db.authorisation.count({ where })).toBe(0);
});

test('whoever begins such an agenda is told beforehand', async () => {
  const page = await (await portal.visitor()).get(`/sluzby/${slug}/podat`);
  expect(page.text).toContain('Než podání odešlete, potvrdíte ho novým přihlášením nebo kódem z e-mailu.');
});

async function signInAnewPlainly({ owner }: Begun): Promise<Visitor> {
  return portal.visitor(owner);
}
