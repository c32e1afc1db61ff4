import { describe, expect, test } from 'vitest';
import { openEvent, takeOverCase } from '../../../src/cases/commands.ts';
import { startPortal } from '../../support/app.ts';
import {
  createAbsence,
  createCase,
  createCitizen,
  createOfficer,
  password,
  type OfficerAccount,
} from '../../support/factories.ts';
import { lastMailTo } from '../../support/mail.ts';
import type { Page } from '../../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
const admin = await createOfficer(deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
  name: 'Adam Správce',
});
const visitor = await portal.visitor(admin);
const home = '/sprava/lide';
const department = 'rozpoctu-a-financi';
const finance = await db.department.findUniqueOrThrow({ where: { slug: department } });

const newcomer = {
  email: 'nova@hradeckralove.example',
  name: 'Nina Nová',
  jobTitle: 'referentka místních poplatků',
  phone: '495707373',
  departmentId: finance.id,
  roles: ['clerk'],
};
const id = ({ actor }: OfficerAccount): string => actor.officerId;
const save = (officer: string, fields: Record<string, string | string[] | undefined>): Promise<Page> =>
  visitor.submit(`${home}/${officer}`, { form: `main form[action="${home}/${officer}"]`, fields });
const names = (page: Page): string[] =>
  page
    .$('tbody th a')
    .toArray()
    .map(link => page.$(link).text());

describe('the list of people', () => {
  test('is by surname, and found in by a part of a name without accents', async () => {
    for (const name of ['Jana Žáková', 'Petr Čáp', 'Petr Cibulka', 'Ivo Chalupa', 'Ivo Hák']) {
      await createOfficer(deps, { department: 'stavebni', name });
    }
    const list = await visitor.get(`${home}?odbor=stavebni`);
    expect(names(list)).toEqual(['Petr Cibulka', 'Petr Čáp', 'Ivo Hák', 'Ivo Chalupa', 'Jana Žáková']);
    expect(names(await visitor.get(`${home}?hledat=ZAKOV`))).toEqual(['Jana Žáková']);
    expect(names(await visitor.get(`${home}?hledat=%25`))).toEqual([]);
  });

  test('goes on behind its last row, without a name in the address', async () => {
    for (let i = 0; i < 52; i += 1) await createOfficer(deps, { department: 'dotaci', name: `Jana Malá ${i}.` });
    const first = await visitor.get(`${home}?odbor=dotaci`);
    const next = first.$('.pagination a[rel=next]').attr('href') ?? '';
    expect(next).not.toContain('Mal');
    const second = await visitor.get(next);
    expect([names(first).length, names(second).length]).toEqual([50, 2]);
    expect(new Set([...names(first), ...names(second)]).size).toBe(52);
  });
});

describe('an officer is added', () => {
  test('with a new account, which a mail lets them open', async () => {
    const page = await visitor.submit(`${home}/novy`, { fields: newcomer });
    expect(page.path).toBe(home);
    expect(page.text).toContain('Nina Nová je mezi úředníky. Poslali jsme e-mail s odkazem k nastavení hesla.');
    const account = await db.account.findUniqueOrThrow({
      where: { email: newcomer.email },
      include: { officer: true },
    });
    expect(account).toMatchObject({ name: 'Nina Nová', confirmedAt: null });
    expect(account.officer).toMatchObject({ roles: ['clerk'], departmentId: finance.id, active: true });
    const link = /http\S+nove-heslo\S+/.exec((await lastMailTo(portal, newcomer.email)).text)?.[0] ?? '';
    const guest = await portal.visitor();
    const { pathname, search } = new URL(link);
    const inside = await guest.submit(pathname + search, { fields: { password } });
    expect((await guest.get('/urad')).status).toBe(200);
    expect(inside.html).toContain('Nina Nová');
  });

  test('to the account they have, which keeps its name and password', async () => {
    const citizen = await createCitizen(deps, 'Karla Občanová');
    const known = { ...newcomer, email: citizen.email, name: 'Karla Nová' };
    const page = await visitor.submit(`${home}/novy`, { fields: known });
    expect(page.text).toContain('Karla Občanová je mezi úředníky. Účet v portálu už má, přihlásí se svým heslem.');
    const account = await db.account.findUniqueOrThrow({
      where: { email: citizen.email },
      include: { officer: true },
    });
    expect(account.name).toBe('Karla Občanová');
    expect(account.officer).not.toBeNull();
    expect((await (await portal.visitor(citizen)).get('/urad')).status).toBe(200);
  });

  test.each<[string, Record<string, string | string[] | undefined>, string, string]>([
    ['no e-mail', { email: '' }, 'email', 've tvaru'],
    ['the e-mail of an officer', { email: admin.email }, 'email', 'už mezi úředníky je'],
    ['no name', { name: ' ' }, 'name', 'Zadejte jméno'],
    ['no job', { jobTitle: '' }, 'jobTitle', 'zařazení'],
    ['a phone that is none', { phone: '1' }, 'phone', 'Zadejte telefon'],
    ['no department', { departmentId: '' }, 'departmentId', 'Vyberte odbor'],
    ['a department that is not there', { departmentId: crypto.randomUUID() }, 'departmentId', 'Vyberte odbor'],
    ['no role', { roles: undefined }, 'roles', 'aspoň jedno'],
    ['a role that is none', { roles: ['king'] }, 'roles', 'ze seznamu'],
    ['an agenda that is not there', { agendaIds: [crypto.randomUUID()] }, 'agendaIds', 'ze seznamu'],
    ['an agenda that is nonsense', { agendaIds: 'x' }, 'agendaIds', 'ze seznamu'],
  ])('not with %s, and the form stays as it was typed', async (_name, typed, field, said) => {
    const before = await db.officer.count();
    const fields = { ...newcomer, email: 'dalsi@hradeckralove.example', roles: ['clerk', 'head'], ...typed };
    const page = await visitor.submit(`${home}/novy`, { fields });
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="#${field}"]`).text()).toContain(said);
    expect(page.$('#phone').val()).toBe(fields.phone);
    if (!('roles' in typed)) expect(page.$('[name=roles][checked]').length).toBe(2);
    expect(await db.officer.count()).toBe(before);
  });
});

describe('an officer is changed', () => {
  test('in every way the form knows, and it is in the audit', async () => {
    const officer = await createOfficer(deps, { department: 'dopravy', name: 'Olga Stará' });
    const [agenda] = await db.agenda.findMany({ take: 1 });
    await save(id(officer), {
      ...{ name: 'Olga Mladá', jobTitle: 'vedoucí odboru', phone: '495707370', departmentId: finance.id },
      ...{ roles: ['clerk', 'head'], agendaIds: [agenda?.id ?? ''] },
    });
    const after = await db.officer.findUniqueOrThrow({ where: { id: id(officer) }, include: { account: true } });
    expect(after).toMatchObject({ roles: ['clerk', 'head'], departmentId: finance.id, agendaIds: [agenda?.id] });
    expect(after.account.name).toBe('Olga Mladá');
    const record = await db.auditRecord.findFirstOrThrow({ where: { subject: `officer/${id(officer)}` } });
    expect(record).toMatchObject({ action: 'officerChanged', details: { roles: 'clerk head' } });
  });

  test('but the last administrator cannot give the role up, nor leave', async () => {
    const refused = await save(id(admin), { roles: ['clerk'] });
    expect(refused.status).toBe(400);
    expect(refused.$('.govuk-error-summary').text()).toContain('poslední správce lidí');
    const stays = await visitor.submit(`${home}/${id(admin)}/odchod`);
    expect(stays.status).toBe(400);
    expect(stays.$('.govuk-error-summary').text()).toContain('poslední správce lidí');
    expect((await visitor.get(home)).status).toBe(200);
  });

  test('and of two administrators who send each other away at the same moment, one stays', async () => {
    const other = await createOfficer(deps, {
      department: 'informatiky',
      roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
    });
    const theirs = await portal.visitor(other);
    // Both have the other's page before either sends it: afterwards one of them is no administrator any more.
    const [mine, their] = await Promise.all([visitor.get(`${home}/${id(other)}`), theirs.get(`${home}/${id(admin)}`)]);
    const formOf = (account: OfficerAccount): string => `main form[action="${home}/${id(account)}"]`;
    const answers = await Promise.all([
      visitor.submit(mine, { form: formOf(other), fields: { roles: ['clerk'] } }),
      theirs.submit(their, { form: formOf(admin), fields: { roles: ['clerk'] } }),
    ]);
    // Refused as the last one, or sent away before they asked.
    expect(answers.some(({ status }) => status === 400 || status === 404)).toBe(true);
    expect(await db.officer.count({ where: { roles: { has: 'peopleAdmin' }, active: true } })).toBe(1);
    await db.officer.update({ where: { id: id(admin) }, data: { roles: ['agendaAdmin', 'peopleAdmin', 'operator'] } });
  });

  test('but cannot stop working cases while having some', async () => {
    const officer = await createOfficer(deps, { department });
    await held(officer);
    const refused = await save(id(officer), { roles: ['registry'] });
    expect(refused.$('.govuk-error-summary a[href="#roles"]').text()).toContain('Otevřené případy nejdřív předejte');
  });
});

describe('somebody who leaves', () => {
  test('is out at once, stands in for nobody, and their cases go to whom the administrator says, one by one', async () => {
    const leaver = await createOfficer(deps, { department, name: 'Jana Odcházející' });
    const heir = await createOfficer(deps, { department, name: 'Petr Přebírající' });
    const [first, second, biased] = [await held(leaver), await held(leaver), await held(leaver)];
    await db.case.update({ where: { id: biased.id }, data: { biased: [id(heir)] } });
    const absence = await createAbsence(deps, {
      officer: heir,
      deputy: leaver,
      from: '2090-01-01',
      until: '2090-01-02',
    });
    const theirs = await portal.visitor(leaver);
    expect((await theirs.get('/urad')).status).toBe(200);

    const address = `${home}/${id(leaver)}/odchod`;
    const page = await visitor.get(address);
    expect(page.text).toContain('3 otevřené případy');
    const result = await visitor.submit(page, {
      fields: { komu: `urednik:${id(heir)}`, duvod: 'Jana odešla, případ převzal kolega.' },
    });
    expect(result.path).toBe(address);
    expect(result.text).toContain('Předané případy: 2.');
    expect(result.text).toContain(`${biased.reference}: Vybraný úředník je v tomto případu podjatý.`);
    expect(result.$('tbody').text()).toContain(biased.reference);

    expect((await theirs.get('/urad')).path).toContain('/prihlaseni');
    for (const { id: caseId } of [first, second]) {
      const moved = await db.case.findUniqueOrThrow({ where: { id: caseId }, include: { events: true } });
      expect(moved.officerId).toBe(id(heir));
      const event = openEvent(deps.vault, caseId, moved.events.at(-1) ?? { number: 0, data: new Uint8Array() });
      expect(event).toMatchObject({ type: 'assigned', data: { reason: 'Jana odešla, případ převzal kolega.' } });
    }
    expect((await db.absence.findUniqueOrThrow({ where: { id: absence } })).deputyId).toBeNull();

    const rest = await visitor.submit(result, { fields: { komu: `odbor:${finance.id}` } });
    expect(rest.path).toBe(home);
    expect(await db.case.findUniqueOrThrow({ where: { id: biased.id } })).toMatchObject({
      officerId: null,
      state: 'filed',
    });
    expect(names(await visitor.get(`${home}?odbor=${department}`))).not.toContain('Jana Odcházející');
    expect(names(await visitor.get(`${home}?odbor=${department}&odesli=1`))).toContain('Jana Odcházející');
  });

  test.each([
    ['nobody named', { komu: '' }, 'komu', 'Vyberte, kdo případy převezme'],
    ['nonsense named', { komu: 'urednik:x' }, 'komu', 'Vyberte, kdo případy převezme'],
    ['no reason', { duvod: ' ' }, 'duvod', 'Napište důvod'],
  ])('does not with %s to take the cases over', async (_name, fields, field, said) => {
    const leaver = await createOfficer(deps, { department });
    await held(leaver);
    const page = await visitor.submit(`${home}/${id(leaver)}/odchod`, {
      fields: { komu: `odbor:${finance.id}`, ...fields },
    });
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="#${field}"]`).text()).toBe(said);
    expect((await db.officer.findUniqueOrThrow({ where: { id: id(leaver) } })).active).toBe(true);
  });

  test('may come back', async () => {
    const officer = await createOfficer(deps, { department });
    await visitor.submit(`${home}/${id(officer)}/odchod`);
    const page = await visitor.submit(`${home}/${id(officer)}`, { form: 'main form[action$="/navrat"]' });
    expect(page.text).toContain('má zase přístup');
    expect((await (await portal.visitor(officer)).get('/urad')).status).toBe(200);
  });
});

async function held(officer: OfficerAccount): Promise<{ id: string; reference: string }> {
  const filed = await createCase(deps);
  await takeOverCase(deps, { caseId: filed.id, expectedVersion: 1, actor: officer.actor, now: deps.now() });
  return filed;
}
