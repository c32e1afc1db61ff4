import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { staffGroups } from '../../../src/core/identity/staff.ts';
import { openMessage } from '../../../src/notifications/message.ts';
import { startPortal } from '../../support/app.ts';
import { createCase, createCitizen, createOfficer, type OfficerAccount } from '../../support/factories.ts';
import { startPeer } from '../../support/oidc-peer.ts';
import type { Page } from '../../support/visitor.ts';
import { returnAddress, signInAt } from './portal-with-bank.ts';

const slug = 'pracovni-ucet';
const peer = await startPeer({
  redirectUri: returnAddress(slug),
  alg: 'RS256',
  claims: { profile: ['name', 'groups', 'title'], email: ['email', 'email_verified'] },
});
const groups = staffGroups.parse({
  Doprava: { roles: ['clerk'], department: 'dopravy' },
  Dotace: { roles: ['clerk'], department: 'dotaci' },
  Vedoucí: { roles: ['head'] },
  Správa: { roles: ['peopleAdmin'], department: 'informatiky' },
  Ztracený: { roles: ['clerk'], department: 'odbor-ktery-neni' },
});
const portal = await startPortal({ staff: { ...peer.client, groups } });
const { db, deps } = portal;

interface Said {
  sub?: string;
  groups?: string[] | undefined;
  claims?: Record<string, unknown>;
}

/** Signs in as somebody the directory describes so. */
async function signIn(
  email: string,
  { sub = randomUUID(), groups: own = ['Doprava'], claims = {} }: Said = {},
): Promise<Page> {
  peer.person = { sub, claims: { name: 'Marie Dvořáková', email, groups: own, ...claims } };
  return signInAt(peer, await portal.visitor(), { slug });
}

const mailbox = (): string => `${randomUUID()}@urad.example`;
const heading = (page: Page): [number, string] => [page.status, page.$('main h1').text()];
const officerOf = ({ actor }: OfficerAccount) => db.officer.findUniqueOrThrow({ where: { id: actor.officerId } });
const actionsOf = async (subject: string): Promise<string[]> =>
  (await db.auditRecord.findMany({ where: { subject }, orderBy: { id: 'asc' } })).map(({ action }) => action);

/** Somebody with an open case. */
async function busyOfficer(): Promise<OfficerAccount> {
  const officer = await createOfficer(deps, { department: 'dopravy' });
  const { id } = await createCase(deps, { agenda: 'zabor-verejneho-prostranstvi' });
  await db.case.update({ where: { id }, data: { officerId: officer.actor.officerId } });
  return officer;
}

describe('an officer by the directory of the office', () => {
  test('is taken on at the first visit, with the post the groups give', async () => {
    const email = mailbox();
    const sub = randomUUID();
    const page = await signIn(email, { sub, groups: ['Vedoucí', 'Doprava'], claims: { title: 'vedoucí odboru' } });
    expect(page.path).toBe('/urad');
    const account = await db.account.findUniqueOrThrow({
      where: { email },
      include: { officer: { include: { department: true } }, signIns: true },
    });
    expect(account.officer).toMatchObject({ roles: ['clerk', 'head'], jobTitle: 'vedoucí odboru', active: true });
    expect(account.officer?.department.slug).toBe('dopravy');
    expect(account.signIns.map(({ method }) => method)).toEqual(['staff']);
    expect(await actionsOf(`officer/${account.officer?.id ?? ''}`)).toEqual(['officerAdded']);

    expect((await signIn('jina.adresa@urad.example', { sub })).path).toBe('/urad');
    expect(await db.signIn.count({ where: { accountId: account.id } })).toBe(2);
  });

  test('keeps the account they have here, found by e-mail', async () => {
    const officer = await createOfficer(deps, { department: 'dopravy' });
    expect((await signIn(officer.email.toUpperCase())).path).toBe('/urad');
    const { accountId } = officer.actor;
    expect(await db.accountIdentity.count({ where: { accountId, provider: 'staff' } })).toBe(1);
    expect(await actionsOf(`account/${accountId}`)).toEqual(['identityLinked', 'signedIn']);
    expect(await actionsOf(`officer/${officer.actor.officerId}`)).toEqual([]);
  });

  test('moves with the groups, which is written down', async () => {
    const officer = await createOfficer(deps, { department: 'dopravy' });
    await signIn(officer.email, { groups: ['Dotace', 'Vedoucí'] });
    const { roles, departmentId } = await officerOf(officer);
    const { id } = await db.department.findUniqueOrThrow({ where: { slug: 'dotaci' } });
    expect([roles, departmentId]).toEqual([['clerk', 'head'], id]);
    expect(await actionsOf(`officer/${officer.actor.officerId}`)).toEqual(['officerChanged']);
  });
});

describe('is not let in', () => {
  test('whom no group gives anything to do', async () => {
    const email = mailbox();
    expect(heading(await signIn(email, { groups: ['Tiskárna'] }))).toEqual([
      403,
      'Na portálu zatím nemáte žádnou roli',
    ]);
    expect(await db.account.count({ where: { email } })).toBe(0);
  });

  test('who has lost all groups, and is switched off', async () => {
    const officer = await createOfficer(deps, { department: 'dopravy' });
    expect(heading(await signIn(officer.email, { groups: [] }))[0]).toBe(403);
    expect((await officerOf(officer)).active).toBe(false);
    expect(await actionsOf(`officer/${officer.actor.officerId}`)).toEqual(['officerLeft']);
    expect(heading(await signIn(officer.email))).toEqual([403, 'Tento pracovní účet je vypnutý']);
  });

  test('who has lost all groups and still has cases; the head hears of it once a day', async () => {
    const head = await createOfficer(deps, { department: 'dopravy', roles: ['head'] });
    const officer = await busyOfficer();
    const visits = [await signIn(officer.email, { groups: [] }), await signIn(officer.email, { groups: [] })];
    const refused = [403, 'Nejdřív je potřeba předat případy'];
    expect(visits.map(heading)).toEqual([refused, refused]);
    expect((await officerOf(officer)).active).toBe(true);
    const kept = ['officerWithoutPost', 'officerWithoutPost'];
    expect(await actionsOf(`officer/${officer.actor.officerId}`)).toEqual(kept);
    const mails = await db.mail.findMany({ where: { kind: 'postLost' } });
    const to = mails.map(({ id, message }) => openMessage(deps.vault, id, message).to);
    expect(to.filter(address => address === head.email)).toHaveLength(1);
  });

  test('a head without groups; their mail does not go to themselves', async () => {
    const { actor, email } = await createOfficer(deps, { department: 'dotaci', roles: ['head'] });
    const { id } = await createCase(deps, { agenda: 'zabor-verejneho-prostranstvi' });
    await db.case.update({ where: { id }, data: { officerId: actor.officerId } });
    expect(heading(await signIn(email, { groups: [] }))[0]).toBe(403);
    const mails = await db.mail.findMany({ where: { kind: 'postLost' } });
    expect(mails.map(mail => openMessage(deps.vault, mail.id, mail.message).to)).not.toContain(email);
  });

  test('whose new roles work no cases while some are theirs', async () => {
    const officer = await busyOfficer();
    expect(heading(await signIn(officer.email, { groups: ['Správa'] }))).toEqual([
      403,
      'Nejdřív je potřeba předat případy',
    ]);
    expect((await officerOf(officer)).roles).toEqual(['clerk']);
  });

  test('the last administrator losing the administration', async () => {
    await db.officer.updateMany({ where: { roles: { has: 'peopleAdmin' } }, data: { active: false } });
    const admin = await createOfficer(deps, { department: 'informatiky', roles: ['peopleAdmin'] });
    expect(heading(await signIn(admin.email, { groups: [] }))).toEqual([403, 'Jste poslední správce lidí']);
    expect((await officerOf(admin)).active).toBe(true);
  });

  test('a citizen, whatever the address', async () => {
    const citizen = await createCitizen(deps);
    expect(heading(await signIn(citizen.email))).toEqual([403, 'Pod touto adresou je občanský účet']);
    expect(await db.accountIdentity.count({ where: { accountId: citizen.actor.accountId } })).toBe(0);
    expect(await db.officer.count({ where: { accountId: citizen.actor.accountId } })).toBe(0);
  });

  test('whose mailbox the directory has not checked', async () => {
    const officer = await createOfficer(deps, { department: 'dopravy' });
    const page = await signIn(officer.email, { claims: { email_verified: false } });
    expect(heading(page)).toEqual([400, 'Nedostali jsme potřebné údaje']);
    expect(await db.accountIdentity.count({ where: { accountId: officer.actor.accountId } })).toBe(0);
  });

  test('of whom the directory does not say the groups; nothing is taken from them', async () => {
    const officer = await createOfficer(deps, { department: 'dopravy' });
    peer.tampering = { claims: claims => ({ ...claims, _claim_names: { groups: 'src1' } }) };
    const page = await signIn(officer.email, { groups: [] });
    peer.tampering = {};
    expect(heading(page)).toEqual([400, 'Nedostali jsme potřebné údaje']);
    expect((await officerOf(officer)).active).toBe(true);
  });

  test('into a department the portal does not know', async () => {
    const email = mailbox();
    expect(heading(await signIn(email, { groups: ['Ztracený'] }))).toEqual([502, 'Portál nezná váš odbor']);
    expect(await db.account.count({ where: { email } })).toBe(0);
  });
});

test('the sign-in page offers it apart and quietly', async () => {
  const page = await (await portal.visitor()).get('/prihlaseni');
  expect(page.$('.providers').length).toBe(0);
  expect(page.$(`main p a[href="/prihlaseni/${slug}"]`).text()).toBe('Přihlásit se pracovním účtem');
});
