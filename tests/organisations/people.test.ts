import { describe, expect, test } from 'vitest';
import type { GivenRole } from '../../src/core/organisation/roles.ts';
import { lettersTo, newestLink } from '../identity/mailbox.ts';
import { startPortal } from '../support/app.ts';
import { type CitizenAccount, createCitizen, createOfficer } from '../support/factories.ts';
import { askedMembership, joined, representedBy } from '../support/organisations.ts';

const portal = await startPortal();
const { deps, db, setNow } = portal;

/** A firm with its representative, who is signed in. */
async function firm() {
  setNow('2026-05-04T08:00:00Z');
  const owner = await createCitizen(deps, 'Rita Zástupná');
  const { organisation, member } = await representedBy(deps, { owner });
  return { owner, organisation, member, visitor: await portal.visitor(owner), path: `/organizace/${organisation}` };
}

type Firm = Awaited<ReturnType<typeof firm>>;

async function withMember({ organisation }: Firm, role: GivenRole, name = 'Filip Malý') {
  const account = await createCitizen(deps, name);
  const member = await joined(deps, { organisation, member: account, role });
  return { account, member, visitor: await portal.visitor(account) };
}

function invite({ visitor, path }: Pick<Firm, 'visitor' | 'path'>, email: string, role: string = 'filer') {
  return visitor.submit(path, { form: '#pozvani', fields: { email, role } });
}

function roleOf(organisation: string, { actor }: CitizenAccount) {
  return db.membership
    .findFirst({ where: { organisationId: organisation, accountId: actor.accountId, state: 'active' } })
    .then(found => found?.role ?? null);
}

describe('an invitation', () => {
  test('makes its reader a member, once', async () => {
    const own = await firm();
    const invited = await createCitizen(deps, 'Filip Malý');
    const sent = await invite(own, ` ${invited.email.toUpperCase()} `);
    expect(sent.text).toContain(`Pozvánku jsme poslali na ${invited.email}`);
    expect(sent.text).toContain('Platí do 18. května 2026');
    const link = await newestLink(portal, invited.email);
    const visitor = await portal.visitor(invited);
    const page = await visitor.get(link);
    expect(page.text).toContain('Rita Zástupná vás zve k organizaci Pekárna U Labe, s.r.o.');
    expect(page.text).toContain('Vaše role: podává');
    expect(await roleOf(own.organisation, invited)).toBeNull();
    const joinedPage = await visitor.submit(page);
    expect(joinedPage.path).toBe(own.path);
    expect(await roleOf(own.organisation, invited)).toBe('filer');
    expect((await lettersTo(portal, own.owner.email)).at(-1)).toMatchObject({
      kind: 'memberJoined',
      links: [own.path],
    });
    const again = await visitor.submit(page);
    expect(again.text).toContain('K této organizaci už patříte');
    const other = await portal.visitor(await createCitizen(deps));
    const late = await other.get(link);
    expect(late.status).toBe(410);
    expect(late.text).toContain('Tuto pozvánku už někdo přijal');
    expect(late.text).not.toContain('Pekárna');
    const actions = await db.auditRecord.findMany({
      where: { subject: `organisation/${own.organisation}` },
      orderBy: { id: 'asc' },
    });
    expect(actions.map(({ action }) => action).slice(-2)).toEqual(['memberInvited', 'memberJoined']);
    expect(JSON.stringify(actions.map(({ details }) => details))).not.toContain('@');
  });

  test('leads a guest to sign in and back', async () => {
    const own = await firm();
    const invited = await createCitizen(deps);
    await invite(own, invited.email);
    const guest = await portal.visitor();
    const link = await newestLink(portal, invited.email);
    const page = await guest.get(link);
    expect(page.path).toMatch(/^\/prihlaseni/);
    const { email, password } = invited;
    const back = await guest.submit(page, { form: 'form:has([name=password])', fields: { email, password } });
    expect(back.path).toBe(link);
  });

  test('forwarded to somebody else is of no use to them', async () => {
    const own = await firm();
    await invite(own, 'karolina@example.cz');
    const link = await newestLink(portal, 'karolina@example.cz');
    const other = await createCitizen(deps);
    const visitor = await portal.visitor(other);
    const page = await visitor.get(link);
    expect(page.status).toBe(409);
    expect(page.text).toContain('Pozvánku jsme poslali na adresu k…@example.cz, ale váš účet ji nemá');
    expect(page.html).not.toContain('karolina');
    const klic = new URL(link, 'http://portal').searchParams.get('klic') ?? '';
    const tried = await visitor.post('/organizace/pozvanka', { _csrf: await visitor.token('/organizace'), klic });
    expect(tried.status).toBe(409);
    expect(await roleOf(own.organisation, other)).toBeNull();
  });

  test('is nothing for an officer, nor for an account whose mailbox nobody has confirmed', async () => {
    const own = await firm();
    const officer = await createOfficer(deps, { department: 'dopravy' });
    await invite(own, officer.email);
    const page = await (await portal.visitor(officer)).get(await newestLink(portal, officer.email));
    expect(page.status).toBe(409);
    expect(page.text).toContain('Pozvánku může přijmout jen účet občana');
    const known = await createCitizen(deps);
    await invite(own, known.email);
    const visitor = await portal.visitor(known);
    await db.account.update({ where: { id: known.actor.accountId }, data: { email: null } });
    const link = await db.invitation.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(link.usedAt).toBeNull();
    expect((await visitor.get(await newestLink(portal, known.email))).status).toBe(409);
  });

  test.each([
    ['', 'Tento odkaz neplatí'],
    ['?klic=rubbish', 'Tento odkaz neplatí'],
    [`?klic=${'x'.repeat(5000)}`, 'Tento odkaz neplatí'],
  ])('of no known secret: %s', async (query, message) => {
    const visitor = await portal.visitor(await createCitizen(deps));
    const page = await visitor.get(`/organizace/pozvanka${query}`);
    expect(page.status).toBe(410);
    expect(page.text).toContain(message);
  });

  test('runs out after fourteen days', async () => {
    const own = await firm();
    const invited = await createCitizen(deps);
    await invite(own, invited.email);
    const link = await newestLink(portal, invited.email);
    const visitor = await portal.visitor(invited);
    setNow('2026-05-18T07:59:59Z');
    const page = await visitor.get(link);
    expect(page.status).toBe(200);
    setNow('2026-05-18T08:00:00Z');
    const late = await visitor.submit(page);
    expect(late.status).toBe(410);
    expect(late.text).toContain('Platnost této pozvánky skončila');
    expect(await roleOf(own.organisation, invited)).toBeNull();
    expect((await own.visitor.get(own.path)).text).not.toContain(invited.email);
  });

  test('is withdrawn, and whom it was for is told', async () => {
    const own = await firm();
    const invited = await createCitizen(deps);
    const page = await invite(own, invited.email);
    const link = await newestLink(portal, invited.email);
    await own.visitor.submit(page, { form: 'form[action$=odvolani]' });
    expect((await lettersTo(portal, invited.email)).at(-1)?.kind).toBe('invitationWithdrawn');
    const visitor = await portal.visitor(invited);
    const late = await visitor.get(link);
    expect(late.status).toBe(410);
    expect(late.text).toContain('Tato pozvánka už neplatí');
    const again = await own.visitor.submit(page, { form: 'form[action$=odvolani]' });
    expect(again.text).toContain('Pozvánku mezitím někdo přijal nebo odvolal');
  });

  test('sent again makes the older one stop', async () => {
    const own = await firm();
    const invited = await createCitizen(deps);
    await invite(own, invited.email, 'reader');
    const older = await newestLink(portal, invited.email);
    await invite(own, invited.email, 'filer');
    const visitor = await portal.visitor(invited);
    expect((await visitor.get(older)).status).toBe(410);
    await visitor.submit(await newestLink(portal, invited.email));
    expect(await roleOf(own.organisation, invited)).toBe('filer');
  });

  test('of two clicks at once makes one member', async () => {
    const own = await firm();
    const invited = await createCitizen(deps);
    await invite(own, invited.email);
    const visitor = await portal.visitor(invited);
    const page = await visitor.get(await newestLink(portal, invited.email));
    await Promise.all([visitor.submit(page), visitor.submit(page), visitor.submit(page)]);
    const { accountId } = invited.actor;
    expect(await db.membership.count({ where: { accountId } })).toBe(1);
    expect(await db.auditRecord.count({ where: { actorId: accountId, action: 'memberJoined' } })).toBe(1);
  });

  test.each([
    [{ email: 'nikdo', role: 'filer' }, 'Zadejte e-mail ve tvaru'],
    [{ email: 'a@example.cz' }, 'Vyberte roli'],
    [{ email: 'a@example.cz', role: 'representative' }, 'Vyberte roli'],
    [{ email: 'a@example.cz', role: 'king' }, 'Vyberte roli'],
  ])('that is wrong is not sent: %j', async (fields, message) => {
    const own = await firm();
    const _csrf = await own.visitor.token(own.path);
    const page = await own.visitor.post(`${own.path}/pozvanky`, { _csrf, ...fields });
    expect(page.status).toBe(400);
    expect(page.text).toContain(message);
    expect(page.$('#email').val()).toBe(fields.email);
    expect(await db.invitation.count({ where: { organisationId: own.organisation } })).toBe(0);
  });

  test('of who is a member already is not sent', async () => {
    const own = await firm();
    const { account } = await withMember(own, 'reader');
    const page = await invite(own, account.email);
    expect(page.status).toBe(400);
    expect(page.text).toContain('už k organizaci patří');
  });

  test('is sealed in the database, and its secret is not there', async () => {
    const own = await firm();
    await invite(own, 'tajemna@example.cz');
    const link = await newestLink(portal, 'tajemna@example.cz');
    const secret = new URL(link, 'http://portal').searchParams.get('klic') ?? '';
    const [row] = await db.$queryRaw<{ text: string }[]>`SELECT i::text FROM invitation i ORDER BY id DESC LIMIT 1`;
    const text = row?.text ?? '';
    const hex = (word: string) => Buffer.from(word).toString('hex');
    for (const word of ['tajemna', secret]) {
      expect(text).not.toContain(word);
      expect(text).not.toContain(hex(word));
    }
    expect(portal.log()).not.toContain(secret);
  });
});

describe('people of an organisation', () => {
  test('are managed by those who may; others see their own part of it', async () => {
    const own = await firm();
    const manager = await withMember(own, 'manager', 'Marta Správná');
    const filer = await withMember(own, 'filer');
    const page = await manager.visitor.get(own.path);
    expect(page.text).toContain('Filip Malý');
    const seen = await filer.visitor.get(own.path);
    expect(seen.text).not.toContain('Marta');
    expect(seen.$('#pozvani')).toHaveLength(0);
    expect((await filer.visitor.get(`${own.path}/lide/${manager.member}`)).status).toBe(404);
    const _csrf = await filer.visitor.token(own.path);
    const forbidden = [
      [`${own.path}/pozvanky`, { email: 'a@example.cz', role: 'manager' }],
      [`${own.path}/lide/${filer.member}`, { role: 'manager' }],
      [`${own.path}/lide/${manager.member}/odebrani`, {}],
    ] as const;
    for (const [path, fields] of forbidden) {
      expect((await filer.visitor.post(path, { _csrf, ...fields })).status, path).toBe(404);
    }
  });

  test('of another organisation are out of reach by its path', async () => {
    const [own, other] = [await firm(), await firm()];
    const theirs = await withMember(other, 'reader');
    expect((await own.visitor.get(`${own.path}/lide/${theirs.member}`)).status).toBe(404);
    const _csrf = await own.visitor.token(own.path);
    expect((await own.visitor.post(`${own.path}/lide/${theirs.member}/odebrani`, { _csrf })).status).toBe(404);
    expect(await roleOf(other.organisation, theirs.account)).toBe('reader');
  });

  test('get another role, are told, and it holds at once', async () => {
    const own = await firm();
    const { account, member, visitor } = await withMember(own, 'reader');
    const done = await own.visitor.submit(`${own.path}/lide/${member}`, { fields: { role: 'manager' } });
    expect(done.text).toContain('Filip Malý má teď roli: správce lidí.');
    expect((await lettersTo(portal, account.email)).at(-1)?.kind).toBe('memberChanged');
    expect((await visitor.get(own.path)).$('#pozvani')).toHaveLength(1);
    const where = { action: 'memberRoleChanged', subject: `organisation/${own.organisation}` };
    expect((await db.auditRecord.findFirstOrThrow({ where })).details).toMatchObject({ role: 'manager' });
  });

  test('are taken out, with the invitations they sent', async () => {
    const own = await firm();
    const manager = await withMember(own, 'manager', 'Marta Správná');
    const friend = await createCitizen(deps);
    await invite({ visitor: manager.visitor, path: own.path }, friend.email);
    await own.visitor.submit(`${own.path}/lide/${manager.member}`, { form: '#odebrani' });
    expect((await manager.visitor.get(own.path)).status).toBe(404);
    expect((await lettersTo(portal, manager.account.email)).at(-1)?.kind).toBe('memberRemoved');
    const link = await newestLink(portal, friend.email);
    expect((await (await portal.visitor(friend)).get(link)).status).toBe(410);
  });

  test('leave by themselves, and those who manage people are told', async () => {
    const own = await firm();
    const { member, visitor } = await withMember(own, 'filer');
    const page = await visitor.submit(`${own.path}/lide/${member}`, { form: '#odebrani' });
    expect(page.path).toBe('/organizace');
    expect(page.text).toContain('K organizaci Pekárna U Labe, s.r.o. už nepatříte.');
    expect((await lettersTo(portal, own.owner.email)).at(-1)?.kind).toBe('memberLeft');
  });

  test('keep the last who manages them', async () => {
    const own = await firm();
    await withMember(own, 'filer');
    const page = await own.visitor.submit(`${own.path}/lide/${own.member}`, { form: '#odebrani' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('Nikdo jiný lidi této organizace nespravuje');
    expect(await roleOf(own.organisation, own.owner)).toBe('representative');
  });

  test('of two who leave at once as the last, keep one', async () => {
    const own = await firm();
    const manager = await withMember(own, 'manager');
    const leave = async (visitor: Firm['visitor'], member: string) =>
      visitor.submit(await visitor.get(`${own.path}/lide/${member}`), { form: '#odebrani' });
    const answers = await Promise.all([leave(own.visitor, own.member), leave(manager.visitor, manager.member)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await db.membership.count({ where: { organisationId: own.organisation, state: 'active' } })).toBe(1);
  });

  test('do not take out a representative, whom only another one does', async () => {
    const own = await firm();
    const manager = await withMember(own, 'manager');
    const page = await manager.visitor.submit(`${own.path}/lide/${own.member}`, { form: '#odebrani' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('odebere ho jen jiný statutární zástupce');
    const _csrf = await manager.visitor.token(own.path);
    const tried = await manager.visitor.post(`${own.path}/lide/${own.member}`, { _csrf, role: 'reader' });
    expect(tried.status).toBe(409);
    expect(await roleOf(own.organisation, own.owner)).toBe('representative');
  });

  test('become representatives by the office alone, and are one thing at a time', async () => {
    const own = await firm();
    const { account, member } = await withMember(own, 'reader');
    const { ico } = await db.organisation.findUniqueOrThrow({ where: { id: own.organisation } });
    const asked = await askedMembership(deps, { owner: account, ico });
    expect(await roleOf(own.organisation, account)).toBe('reader');
    const registry = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });
    const office = await portal.visitor(registry);
    await office.submit(`/urad/organizace/${asked}`, { form: 'form[action$=schvaleni]' });
    expect(await roleOf(own.organisation, account)).toBe('representative');
    expect(await db.membership.findUniqueOrThrow({ where: { id: member } })).toMatchObject({ state: 'ended' });
    expect((await lettersTo(portal, own.owner.email)).at(-1)?.kind).toBe('representativeJoined');
  });
});
