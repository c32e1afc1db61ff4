import { describe, expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { createOfficer, type OfficerAccount } from '../../support/factories.ts';
import { lastMailTo } from '../../support/mail.ts';
import type { Page, Visitor } from '../../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
const adam = await createOfficer(deps, { department: 'informatiky', roles: ['peopleAdmin'], name: 'Adam Správce' });
const eva = await createOfficer(deps, { department: 'informatiky', roles: ['peopleAdmin'], name: 'Eva Druhá' });
const adamAt = await portal.visitor(adam);
const evaAt = await portal.visitor(eva);
const id = ({ actor }: OfficerAccount): string => actor.officerId;
const pathOf = (officer: OfficerAccount): string => `/sprava/lide/${id(officer)}`;

const give = (by: Visitor, officer: OfficerAccount, roles: string[]): Promise<Page> =>
  by.submit(pathOf(officer), { form: `main form[action="${pathOf(officer)}"]`, fields: { roles } });
const answer = (by: Visitor, officer: OfficerAccount, how: 'souhlas' | 'zamitnuti'): Promise<Page> =>
  by.submit(pathOf(officer), { form: `main form[action="${pathOf(officer)}/opravneni/${how}"]` });
const noticeOn = (page: Page): string => page.$('.notification').text().replaceAll('\u00a0', ' ');
/** Whether or not the page offers it. */
const consent = async (by: Visitor, officer: OfficerAccount, grant: string): Promise<Page> =>
  by.post(`${pathOf(officer)}/opravneni/souhlas`, { _csrf: await by.token(pathOf(officer)), grant });
const rolesOf = async (officer: OfficerAccount): Promise<string[]> =>
  (await db.officer.findUniqueOrThrow({ where: { id: id(officer) } })).roles;

describe('an administrative role', () => {
  test('is given only when another administrator of people agrees, who is written to', async () => {
    const olga = await createOfficer(deps, { department: 'dopravy', name: 'Olga Nová' });
    await give(adamAt, olga, ['clerk', 'agendaAdmin']);
    expect(await rolesOf(olga)).toEqual(['clerk']);
    const mail = await lastMailTo(portal, eva.email);
    expect(mail.text.replaceAll('\u00a0', ' ')).toContain(
      'Adam Správce žádá o oprávnění správce pro úředníka Olga Nová',
    );

    const mine = await adamAt.get(pathOf(olga));
    expect(mine.$('form[action$="/souhlas"]')).toHaveLength(0);
    await answer(evaAt, olga, 'souhlas');
    expect(await rolesOf(olga)).toEqual(['clerk', 'agendaAdmin']);
    const records = await db.auditRecord.findMany({
      where: { subject: `officer/${id(olga)}` },
      orderBy: { id: 'asc' },
    });
    expect(records.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['officerChanged', id(adam)],
      ['rolesAsked', id(adam)],
      ['rolesGranted', id(eva)],
    ]);
  });

  test('is agreed to neither by who asked nor by whom it is for, whatever they send', async () => {
    const olga = await createOfficer(deps, { department: 'dopravy', roles: ['peopleAdmin'], name: 'Olga Sama' });
    await give(adamAt, olga, ['peopleAdmin', 'auditor']);
    const grant = await db.roleGrant.findFirstOrThrow({ where: { officerId: id(olga), decidedAt: null } });
    for (const account of [adam, olga]) {
      const visitor = await portal.visitor(account);
      const answered = await consent(visitor, olga, grant.id);
      expect(await rolesOf(olga)).toEqual(['peopleAdmin']);
      expect(noticeOn(answered)).toContain('musí souhlasit jiný správce lidí');
    }
    const agreed = { granted: true, decidedAt: new Date(), decidedById: id(adam) };
    await expect(db.roleGrant.update({ where: { id: grant.id }, data: agreed })).rejects.toThrow(/four_eyes/);
  });

  test('can be refused, or taken back by who asked, and is not given then', async () => {
    const olga = await createOfficer(deps, { department: 'dopravy', name: 'Olga Ne' });
    await give(adamAt, olga, ['clerk', 'operator']);
    await answer(evaAt, olga, 'zamitnuti');
    await give(adamAt, olga, ['clerk', 'operator']);
    await answer(adamAt, olga, 'zamitnuti');
    expect(await rolesOf(olga)).toEqual(['clerk']);
    expect(await db.roleGrant.count({ where: { officerId: id(olga), granted: false } })).toBe(2);
  });

  test('that was asked for anew is not given by consent to what was asked before', async () => {
    const olga = await createOfficer(deps, { department: 'dopravy', name: 'Olga Jinak' });
    await give(adamAt, olga, ['clerk', 'operator']);
    const seen = await evaAt.get(pathOf(olga));
    await give(adamAt, olga, ['clerk', 'auditor']);
    const grant = seen.$('form[action$="/souhlas"] input[name=grant]').attr('value') ?? '';
    const answered = await consent(evaAt, olga, grant);
    expect(await rolesOf(olga)).toEqual(['clerk']);
    expect(noticeOn(answered)).toContain('mezitím rozhodl někdo jiný, nebo se změnila');
  });

  test('of a newcomer waits likewise', async () => {
    const { id: departmentId } = await db.department.findUniqueOrThrow({ where: { slug: 'dotaci' } });
    const fields = { email: 'novy.auditor@hradeckralove.example', name: 'Nový Auditor', jobTitle: 'auditor' };
    await adamAt.submit('/sprava/lide/novy', {
      form: 'main form[action="/sprava/lide/novy"]',
      fields: { ...fields, phone: '495707373', departmentId, roles: ['auditor'] },
    });
    const officer = await db.officer.findFirstOrThrow({ where: { account: { email: fields.email } } });
    expect(officer.roles).toEqual([]);
    expect(await db.roleGrant.findFirst({ where: { officerId: officer.id } })).toMatchObject({ roles: ['auditor'] });
  });

  test('is gone for who left and came back, until it is asked for again', async () => {
    const olga = await createOfficer(deps, {
      department: 'dopravy',
      roles: ['clerk', 'agendaAdmin'],
      name: 'Olga Zpět',
    });
    await adamAt.submit(`${pathOf(olga)}/odchod`);
    await adamAt.submit(pathOf(olga), { form: `main form[action="${pathOf(olga)}/navrat"]` });
    expect(await rolesOf(olga)).toEqual(['clerk']);
  });
});

describe('each part of the administration', () => {
  const parts = {
    agendaAdmin: ['/sprava/agendy', '/sprava/agendy/nova', '/sprava/agendy/import', '/sprava/dopisy'],
    peopleAdmin: ['/sprava/odbory', '/sprava/lide', '/sprava/rozdelovani'],
    operator: ['/sprava/posta'],
    auditor: ['/sprava/protokol'],
  };
  test.each(Object.entries(parts))('is open to %s and to nobody else', async (role, open) => {
    const officer = await createOfficer(deps, { department: 'informatiky', roles: [role as keyof typeof parts] });
    const visitor = await portal.visitor(officer);
    for (const path of Object.values(parts).flat()) {
      expect([path, (await visitor.get(path)).status]).toEqual([path, open.includes(path) ? 200 : 404]);
    }
    const nav = await visitor.get('/sprava');
    const links = nav
      .$('.side-nav a')
      .toArray()
      .map(link => nav.$(link).attr('href'));
    expect(links.filter(href => href !== '/sprava' && href !== '/sprava/agendy/nova')).toEqual(
      open.filter(path => path !== '/sprava/agendy/nova'),
    );
  });
});
