import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sealProfile } from '../../../src/vault/profile.ts';
import { trackingCode } from '../../../src/cases/commands.ts';
import { linkIdentity } from '../../../src/identity/providers/identities.ts';
import { startPortal } from '../../support/app.ts';
import {
  attachPdf,
  type CitizenAccount,
  createCase,
  createCitizen,
  createDraft,
  createOfficer,
  password,
} from '../../support/factories.ts';
import { empowered } from '../../support/mandates.ts';
import { invitedTo, joined, representedBy } from '../../support/organisations.ts';
import { Visitor } from '../../support/visitor.ts';
import { verifyAtCounter } from '../counter/at-counter.ts';
import { lettersTo, newestLink } from '../mailbox.ts';

const portal = await startPortal();
const { app, db, deps } = portal;

const close = (visitor: Visitor, fields: Record<string, string> = { sure: 'yes' }) =>
  visitor.submit('/ucet/zruseni', { form: 'main form', fields });
const rowOf = ({ actor }: CitizenAccount) => db.account.findUniqueOrThrow({ where: { id: actor.accountId } });

/** An account with something of everything. */
async function lived() {
  const jana = await createCitizen(deps);
  const { accountId } = jana.actor;
  const filed = await createCase(deps, { owner: jana });
  const draft = await createDraft(deps, { agenda: 'zabor-verejneho-prostranstvi', owner: jana });
  const file = await attachPdf(deps, { draftId: draft.id, slot: draft.definition.attachments[0]?.id ?? '' });
  const { storageKey } = await db.attachment.findUniqueOrThrow({ where: { id: file } });
  const proven = { provider: 'nia', subject: randomUUID(), level: 'high', name: 'Jana Anna' } as const;
  const silent = { birthDate: null, address: null, email: null };
  await linkIdentity(db, deps, { accountId, proven: { ...proven, ...silent } });
  await db.account.update({
    where: { id: accountId },
    data: { phone: '+420777123456', profile: sealProfile(deps.vault, accountId, { ico: '00268810' }) },
  });
  await db.mailSettings.create({ data: { accountId, progress: false } });
  await verifyAtCounter(
    await portal.visitor(await createOfficer(deps, { department: 'spravni', roles: ['registry'] })),
    jana,
  );
  const { organisation } = await representedBy(deps, { owner: jana });
  const colleague = await createCitizen(deps, 'Petr Malý');
  await joined(deps, { organisation, member: colleague, role: 'manager' });
  await invitedTo(deps, { organisation, owner: jana });
  return { jana, accountId, filed, draft, storageKey, organisation, colleague };
}

describe('the page', () => {
  test('says what is deleted, what the law keeps and why, and leads to the copy of everything', async () => {
    const jana = await createCitizen(deps);
    await createCase(deps, { owner: jana });
    await createDraft(deps, { owner: jana });
    const page = await (await portal.visitor(jana)).get('/ucet/zruseni');
    for (const said of [
      'rozepsaná podání',
      'propojené identity',
      'seznam přihlášení',
      'nastavení e-mailů',
      'členství v organizacích',
      'zákona č. 499/2004 Sb., o archivnictví a spisové službě',
      'skartační lhůta',
      'Máte 1 rozepsané podání',
      'Úřad vyřizuje 1 vaše podání',
    ])
      expect(page.text).toContain(said);
    expect(page.$('main a[href="/ucet/vse"]').length).toBe(1);
  });

  test.each([
    [{}, 'Zaškrtněte, že účet opravdu chcete zrušit'],
    [{ sure: 'yes' }, 'Zadejte heslo'],
    [{ sure: 'yes', password: 'špatně' }, 'Heslo nesouhlasí'],
  ])('closes nothing for %o', async (fields, message) => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    const at = new Date(deps.now().epochMilliseconds - 16 * 60_000);
    await db.signIn.updateMany({ where: { accountId: jana.actor.accountId }, data: { at } });
    const page = await close(visitor, fields);
    expect([page.status, page.text]).toEqual([400, expect.stringContaining(message)]);
    expect(page.$('#sure').is(':checked')).toBe('sure' in fields);
    expect((await rowOf(jana)).closedAt).toBeNull();
    expect((await close(visitor, { sure: 'yes', password })).path).toBe('/');
  });
});

describe('not now', () => {
  test('while others would be left with nobody to manage them, which it says', async () => {
    const jana = await createCitizen(deps);
    const petr = await createCitizen(deps, 'Petr Malý');
    const { organisation } = await representedBy(deps, { owner: jana, name: 'Pekárna U Labe' });
    const member = await joined(deps, { organisation, member: petr, role: 'reader' });
    const visitor = await portal.visitor(jana);
    const page = await visitor.get('/ucet/zruseni');
    expect(page.text).toContain('Jste poslední, kdo spravuje lidi těchto organizací');
    expect(page.text).toContain('Pekárna U Labe');
    expect(page.$('main form[action="/ucet/zruseni"]').length).toBe(0);
    const _csrf = await visitor.token('/ucet/heslo');
    expect((await visitor.post('/ucet/zruseni', { sure: 'yes', _csrf })).status).toBe(409);
    expect(await rowOf(jana)).toMatchObject({ email: jana.email, closedAt: null });
    await db.membership.update({ where: { id: member }, data: { role: 'manager' } });
    expect((await close(visitor)).path).toBe('/');
  });

  test('by an officer', async () => {
    const marie = await createOfficer(deps, { department: 'dopravy' });
    const visitor = await portal.visitor(marie);
    expect((await visitor.get('/ucet/zruseni')).text).toContain('Tohle je pracovní účet úřadu');
    const page = await visitor.post('/ucet/zruseni', { sure: 'yes', _csrf: await visitor.token('/ucet/heslo') });
    expect([page.status, page.text]).toEqual([409, expect.stringContaining('Ukončí ho správce portálu')]);
    expect((await visitor.get('/urad')).status).toBe(200);
  });

  test('but whoever is alone in an organisation leaves nobody behind', async () => {
    const jana = await createCitizen(deps);
    await representedBy(deps, { owner: jana });
    expect((await close(await portal.visitor(jana))).path).toBe('/');
  });
});

describe('closed', () => {
  test('nobody is signed in, nobody signs in, and a mail says so with the codes of what goes on', async () => {
    const { jana, filed } = await lived();
    const [here, elsewhere] = [await portal.visitor(jana), await portal.visitor(jana)];
    const page = await close(here);
    expect(page.path).toBe('/');
    expect(page.text).toContain('Účet je zrušený');
    expect((await here.get('/ucet')).path).toContain('/prihlaseni');
    expect((await elsewhere.get('/moje')).path).toContain('/prihlaseni');
    const { email } = jana;
    const again = await new Visitor(app).submit('/prihlaseni', {
      form: 'form:has([name=password])',
      fields: { email, password },
    });
    expect(again.status).toBe(400);
    await new Visitor(app).submit('/zapomenute-heslo', { fields: { email } });
    const letters = await lettersTo(portal, email);
    expect(letters.at(-1)?.kind).toBe('accountClosed');
    expect(letters.at(-1)?.text).toContain(`${filed.reference}, sledovací kód ${trackingCode(deps.vault, filed.id)}`);
    const where = { action: 'accountClosed', subject: `account/${jana.actor.accountId}` };
    expect(await db.auditRecord.findFirst({ where })).toMatchObject({ actorId: jana.actor.accountId });
  });

  test('nothing is left that points at the person', async () => {
    const { jana, accountId, draft, storageKey, colleague } = await lived();
    await close(await portal.visitor(jana));
    expect(await rowOf(jana)).toMatchObject({ email: null, name: '', phone: null, profile: null, passwordHash: '' });
    const owning = await db.$queryRaw<{ table: string; column: string }[]>`
      SELECT c.conrelid::regclass::text AS table, a.attname AS column
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = 'account'::regclass`;
    expect(owning.length).toBeGreaterThan(10);
    for (const { table, column } of owning) {
      const rows = await db.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table} WHERE ${column} = '${accountId}'::uuid`);
      expect([table, column, rows.length]).toEqual([table, column, 0]);
    }
    expect(await db.draft.count({ where: { id: draft.id } })).toBe(0);
    await expect(deps.files.writtenAt(storageKey)).resolves.toBeUndefined();
    const kinds = (await lettersTo(portal, jana.email)).map(({ kind }) => kind);
    expect(kinds.filter(kind => kind !== 'filed')).toEqual(['accountClosed']);
    expect((await lettersTo(portal, colleague.email)).at(-1)?.kind).toBe('memberLeft');
  });

  test('its cases go on: the office reads the contact, the code opens them and lets act', async () => {
    const jana = await createCitizen(deps);
    const filed = await createCase(deps, { owner: jana });
    const { departmentId } = await db.case.findUniqueOrThrow({ where: { id: filed.id } });
    const { slug } = await db.department.findUniqueOrThrow({ where: { id: departmentId } });
    await close(await portal.visitor(jana));
    const clerk = await portal.visitor(await createOfficer(deps, { department: slug }));
    const desk = await clerk.get(`/urad/pripady/${filed.reference}`);
    expect(desk.status).toBe(200);
    const content = deps.vault.open(
      (await db.submission.findUniqueOrThrow({ where: { caseId: filed.id } })).content,
      `submission/${filed.id}/content`,
    );
    const { applicant } = JSON.parse(content) as { applicant: { email: string; name: string } };
    expect(desk.html).toContain(applicant.email);

    const guest = new Visitor(app);
    const fields = { reference: filed.reference, code: trackingCode(deps.vault, filed.id) };
    const page = await guest.submit('/stav', { form: 'main form', fields });
    expect(page.path).toBe(`/pripady/${filed.reference}`);
    const written = await guest.submit(page, { form: 'form[action$="/zpravy"]', fields: { zprava: 'Jsem tu dál.' } });
    expect(written.text).toContain('Jsem tu dál.');
  });

  test('the e-mail is free for a new account, which does not see the old cases', async () => {
    const jana = await createCitizen(deps);
    const filed = await createCase(deps, { owner: jana });
    await close(await portal.visitor(jana));
    const visitor = new Visitor(app);
    const fields = { name: 'Jana Nováková', email: jana.email, password: 'Nové heslo k novému účtu' };
    await visitor.submit('/registrace', { fields });
    const page = await visitor.submit(await newestLink(portal, jana.email));
    expect(page.path).toBe('/moje');
    expect((await visitor.get('/moje')).text).not.toContain(filed.reference);
    expect((await visitor.get(`/pripady/${filed.reference}`)).status).toBe(404);
    const account = await db.account.findUniqueOrThrow({ where: { email: jana.email } });
    expect(account.id).not.toBe(jana.actor.accountId);
  });

  test('an identity that opened it begins a new account', async () => {
    const { jana, accountId } = await lived();
    await close(await portal.visitor(jana));
    expect(await db.accountIdentity.count({ where: { accountId } })).toBe(0);
  });

  test('pressed twice at once it is closed once', async () => {
    const jana = await createCitizen(deps);
    const visitor = await portal.visitor(jana);
    const _csrf = await visitor.token('/ucet/zruseni');
    const pages = await Promise.all(
      [1, 2].map(() => visitor.agent.post('/ucet/zruseni').type('form').send({ sure: 'yes', _csrf })),
    );
    expect(pages.map(({ status }) => status).filter(status => status >= 500)).toEqual([]);
    expect(await db.auditRecord.count({ where: { action: 'accountClosed', actorId: jana.actor.accountId } })).toBe(1);
  });

  test('what was filed for an organisation stays its members\u2019', async () => {
    const { jana, colleague, organisation, filed } = await lived();
    await db.case.update({ where: { id: filed.id }, data: { organisationId: organisation } });
    await db.membership.updateMany({ where: { accountId: colleague.actor.accountId }, data: { role: 'manager' } });
    const reader = await createCitizen(deps, 'Eva Malá');
    await joined(deps, { organisation, member: reader, role: 'reader' });
    await close(await portal.visitor(jana));
    expect((await (await portal.visitor(reader)).get(`/pripady/${filed.reference}`)).status).toBe(200);
    expect((await (await portal.visitor(colleague)).get(`/pripady/${filed.reference}`)).status).toBe(404);
  });
});

describe('what somebody gave and held as an agent', () => {
  test('is over for both sides, who are told, and names nobody any more', async () => {
    const [jana, petr] = [await createCitizen(deps), await createCitizen(deps, 'Petr Malý')];
    const given = await empowered(deps, { principal: jana, agent: petr });
    const held = await empowered(deps, { principal: petr, agent: jana });
    await close(await portal.visitor(jana));
    const left = await db.mandate.findMany({ where: { id: { in: [given, held] } }, orderBy: { id: 'asc' } });
    expect(left.map(({ state }) => state)).toEqual(['revoked', 'resigned']);
    expect(left[1]?.email).toBeNull();
    expect((await lettersTo(portal, petr.email)).map(({ kind }) => kind).slice(-2)).toEqual([
      'mandateRevoked',
      'mandateResigned',
    ]);
    const page = await (await portal.visitor(petr)).get(`/ucet/zmocneni/${given}`);
    expect([page.text.includes('zrušený účet'), page.text.includes('Jana Nováková')]).toEqual([true, false]);
  });

  test('is handed over with a code only where the code opens it', async () => {
    const [jana, petr] = [await createCitizen(deps), await createCitizen(deps, 'Petr Malý')];
    const own = await createCase(deps, { owner: jana });
    const entrusted = await createCase(deps, { owner: jana });
    const mandateId = await empowered(deps, { principal: jana, agent: petr });
    await db.case.update({ where: { id: entrusted.id }, data: { mandateId } });
    await close(await portal.visitor(jana));
    const letter = (await lettersTo(portal, jana.email)).at(-1);
    expect([letter?.text.includes(own.reference), letter?.text.includes(entrusted.reference)]).toEqual([true, false]);
  });
});
