import { describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen, createOfficer, createPasskey, type OfficerAccount } from '../support/factories.ts';
import { Visitor } from '../support/visitor.ts';
import { setUpPhone } from './code-app.ts';
import { lettersTo } from './mailbox.ts';

const portal = await startPortal({ requireSecondFactor: true });
const { app, db, deps } = portal;
portal.setNow('2026-06-01T08:00:00Z');

const asOfficer = async (roles?: Parameters<typeof createOfficer>[1]['roles']) => {
  const marie = await createOfficer(deps, { department: 'dopravy', ...(roles && { roles }) });
  return { marie, visitor: await portal.visitor(marie) };
};

const newestSignIn = ({ actor: { accountId } }: OfficerAccount) =>
  db.signIn.findFirstOrThrow({ where: { accountId }, orderBy: { id: 'desc' } });

describe('an officer who lost the phone', () => {
  test('gets in again once an administrator of people says so, and sets it up anew', async () => {
    const { marie, visitor } = await asOfficer();
    await setUpPhone(portal, visitor);
    await createPasskey(deps, marie);
    const { accountId, officerId } = marie.actor;
    const { marie: admin, visitor: office } = await asOfficer(['peopleAdmin']);
    await setUpPhone(portal, office);
    const page = await office.submit(`/sprava/lide/${officerId}`, { form: 'form[action$="druhe-overeni"]' });
    expect(page.text).toContain('přihlásí heslem');
    expect(page.$('form[action$="druhe-overeni"]').length).toBe(0);
    const left = await Promise.all([
      db.codeApp.count({ where: { accountId } }),
      db.recoveryCode.count({ where: { accountId } }),
      db.passkey.count({ where: { accountId } }),
    ]);
    expect(left).toEqual([0, 0, 0]);
    expect((await visitor.get('/ucet')).path).toMatch(/^\/prihlaseni/);
    expect((await lettersTo(portal, marie.email)).at(-1)?.kind).toBe('secondFactorReset');
    const [record] = await db.auditRecord.findMany({ where: { action: 'secondFactorReset' } });
    expect([record?.actorId, record?.subject]).toEqual([admin.actor.officerId, `account/${accountId}`]);
    expect((await (await portal.visitor(marie)).get('/urad')).path).toContain('/ucet/overeni');
  });

  test('does not say so themselves', async () => {
    const { marie, visitor } = await asOfficer(['peopleAdmin']);
    await setUpPhone(portal, visitor);
    const { accountId, officerId } = marie.actor;
    const page = await visitor.submit(`/sprava/lide/${officerId}`, { form: 'form[action$="druhe-overeni"]' });
    expect(page.text).toContain('Požádejte jiného správce lidí');
    expect(await db.codeApp.count({ where: { accountId } })).toBe(1);
  });
});

describe('an officer who gave a password and no more', () => {
  test.each(['/urad', '/urad/prehledy', '/urad/ukoly', '/URAD', '/urad/pripady/HK26-00001-K', '/urad/prehledy.csv'])(
    'is led from %s to set a second factor up',
    async path => {
      const { visitor } = await asOfficer();
      const page = await visitor.get(path);
      expect(page.path).toBe(`/ucet/overeni?zpet=${encodeURIComponent(path)}`);
      expect(page.text).toContain('Pracovní účet musí chránit víc než heslo');
    },
  );

  test('is led there from the administration too, and no form of it is taken', async () => {
    const { visitor } = await asOfficer(['peopleAdmin', 'agendaAdmin', 'operator']);
    expect((await visitor.get('/sprava/odbory')).path).toContain('/ucet/overeni');
    const { status, headers } = await visitor.agent
      .post('/sprava/odbory/novy')
      .type('form')
      .send({ _csrf: await visitor.token('/ucet/overeni') });
    expect([status, headers.location]).toEqual([303, '/ucet/overeni']);
  });

  test('learns nothing of what is not theirs', async () => {
    const { visitor } = await asOfficer();
    expect((await visitor.get('/sprava')).status).toBe(404);
  });

  test('still has their own account', async () => {
    const { visitor } = await asOfficer();
    expect((await visitor.get('/ucet')).status).toBe(200);
  });

  test('has the office open once a code of an app is on, and goes on where they were going', async () => {
    const { marie, visitor } = await asOfficer();
    await visitor.get('/urad/ukoly');
    await setUpPhone(portal, visitor);
    const page = await visitor.get('/ucet/overeni');
    expect(page.$('main a[href="/urad/ukoly"]').text()).toContain('Pokračovat');
    expect((await visitor.get('/urad/ukoly')).path).toBe('/urad/ukoly');
    expect((await newestSignIn(marie)).secondFactorAt).not.toBeNull();
  });
});

test('an officer who gives a password and a code has the office open', async () => {
  portal.setNow('2026-06-01T09:00:00Z');
  const { marie, visitor } = await asOfficer();
  const { recovery } = await setUpPhone(portal, visitor);
  const again = new Visitor(app);
  const page = await again.submit('/prihlaseni', { fields: { email: marie.email, password: marie.password } });
  expect(page.path).toBe('/prihlaseni/kod');
  expect((await again.submit(page, { fields: { code: recovery[0] } })).path).toBe('/urad');
});

test.each(['passkey', 'staff'] as const)('signing in by %s is enough', async method => {
  const { marie, visitor } = await asOfficer();
  const { id } = await newestSignIn(marie);
  await db.signIn.update({ where: { id }, data: { method } });
  expect((await visitor.get('/urad')).path).toBe('/urad');
});

test.each(['mailLink', 'demo'] as const)('signing in by %s is not', async method => {
  const { marie, visitor } = await asOfficer();
  const { id } = await newestSignIn(marie);
  await db.signIn.update({ where: { id }, data: { method } });
  expect((await visitor.get('/urad')).path).toContain('/ucet/overeni');
});

test('whoever knows only the password of an officer with a passkey neither adds nor removes anything', async () => {
  const { marie, visitor } = await asOfficer();
  const id = await createPasskey(deps, marie);
  const page = await visitor.get('/urad');
  expect(page.text).toContain('Přihlaste se jím');
  expect(page.$('form[action="/prihlaseni/klic"]').length).toBe(1);
  expect(page.$('form[action^="/ucet/overeni"]').length).toBe(0);
  expect((await visitor.get('/ucet/overeni/aplikace')).path).toBe('/ucet/overeni');
  const _csrf = await visitor.token('/ucet/overeni');
  for (const path of ['aplikace', 'klice', 'klice/vyzva', `klice/${id}/odebrani`]) {
    expect((await visitor.post(`/ucet/overeni/${path}`, { _csrf })).path).toBe('/ucet/overeni');
  }
  const where = { accountId: marie.actor.accountId };
  expect([await db.passkey.count({ where }), await db.codeApp.count({ where })]).toEqual([1, 0]);
});

test('a citizen is asked for nothing more', async () => {
  const visitor = await portal.visitor(await createCitizen(deps));
  expect((await visitor.get('/moje')).path).toBe('/moje');
});

test('where it is not asked for, a password opens the office', async () => {
  const lenient = await startPortal({ requireSecondFactor: false });
  const marie = await createOfficer(lenient.deps, { department: 'dopravy' });
  expect((await (await lenient.visitor(marie)).get('/urad')).path).toBe('/urad');
});
