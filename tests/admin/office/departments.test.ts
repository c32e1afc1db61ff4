import { describe, expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { createCase, createDepartment, createOfficer } from '../../support/factories.ts';
import type { Page } from '../../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
const visitor = await portal.visitor(
  await createOfficer(deps, { department: 'informatiky', roles: ['agendaAdmin', 'peopleAdmin', 'operator'] }),
);
const home = '/sprava/odbory';
const site = await db.site.findFirstOrThrow({ where: { slug: 'gayerova-kasarna' } });

const fields = {
  name: 'Oddělení silnic a mostů',
  phone: '495707241',
  email: 'Registr@hradeckralove.example',
  siteId: site.id,
  parentId: '',
};
const idOf = async (slug: string): Promise<string> => (await db.department.findUniqueOrThrow({ where: { slug } })).id;
const save = (id: string, change: Record<string, string>): Promise<Page> =>
  visitor.submit(`${home}/${id}`, { form: `main form[action="${home}/${id}"]`, fields: change });

describe('a department', () => {
  test('is added as a unit of another and stands under it', async () => {
    const parentId = await idOf('stavebni');
    const page = await visitor.submit(`${home}/novy`, { fields: { ...fields, parentId } });
    expect(page.path).toBe(home);
    expect(page.text).toContain('Přidáno: Oddělení silnic a mostů. Zatím tam nikdo nepracuje');
    const names = page
      .$('tbody th a')
      .toArray()
      .map(link => page.$(link).text());
    expect(names.indexOf('Oddělení silnic a mostů')).toBe(names.indexOf('Odbor stavební') + 1);
    expect(page.$('tbody th.tree--1').text()).toContain('Oddělení silnic a mostů');
    const unit = await db.department.findUniqueOrThrow({ where: { slug: 'oddeleni-silnic-a-mostu' } });
    expect(unit).toMatchObject({ phone: '+420\u00a0495\u00a0707\u00a0241', email: 'registr@hradeckralove.example' });
    const record = await db.auditRecord.findFirstOrThrow({ where: { subject: `department/${unit.id}` } });
    expect(record).toMatchObject({ action: 'departmentAdded', details: { slug: unit.slug } });
  });

  test('keeps its address when it is renamed, so agendas go on finding it', async () => {
    const id = await idOf('dopravy');
    await save(id, { name: 'Odbor dopravy a silnic' });
    expect(await db.department.findUniqueOrThrow({ where: { id } })).toMatchObject({
      slug: 'dopravy',
      name: 'Odbor dopravy a silnic',
    });
    expect((await visitor.get('/sluzby/zabor-verejneho-prostranstvi')).html).toContain('Odbor dopravy a silnic');
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['no name', { name: ' ' }, 'name', 'Napište název odboru'],
    ['a name beyond measure', { name: 'á'.repeat(121) }, 'name', 'nejvýš 120'],
    ['a name that is taken', { name: 'Dopravy' }, 'name', 'už tu je'],
    ['no phone', { phone: '' }, 'phone', 'Zadejte telefon'],
    ['a phone that is none', { phone: '12' }, 'phone', 'Zadejte telefon, třeba'],
    ['an e-mail that is none', { email: 'doprava' }, 'email', 've tvaru'],
    ['no site', { siteId: '' }, 'siteId', 'Vyberte pracoviště'],
    ['a site that is not there', { siteId: crypto.randomUUID() }, 'siteId', 'Vyberte pracoviště'],
    ['a parent that is not there', { parentId: crypto.randomUUID() }, 'parentId', 'už tu není'],
    ['a parent that is nonsense', { parentId: 'x' }, 'parentId', 'ze seznamu'],
  ])('is refused with %s, and the form stays as it was typed', async (_name, typed, field, said) => {
    const before = await db.department.count();
    const page = await visitor.submit(`${home}/novy`, { fields: { ...fields, name: 'Nový odbor', ...typed } });
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="#${field}"]`).text()).toContain(said);
    expect(page.$('#email').val()).toBe({ ...fields, ...typed }.email);
    expect(await db.department.count()).toBe(before);
  });

  test('cannot become a unit of its own unit, whatever is sent', async () => {
    const parent = await createDepartment(deps, { name: 'Odbor nahoře' });
    const unit = await createDepartment(deps, { name: 'Oddělení dole', parentId: parent });
    for (const parentId of [unit, parent]) {
      const page = await save(parent, { parentId });
      expect(page.status).toBe(400);
      expect(page.$('.govuk-error-summary a[href="#parentId"]').text()).toContain('nemůže patřit sám pod sebe');
    }
    expect((await db.department.findUniqueOrThrow({ where: { id: parent } })).parentId).toBeNull();
  });

  test('of two that become each other’s units at the same moment, one is refused', async () => {
    const one = await createDepartment(deps, { name: 'Odbor A' });
    const two = await createDepartment(deps, { name: 'Odbor B' });
    const pages = await Promise.all([save(one, { parentId: two }), save(two, { parentId: one })]);
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('changes places with its neighbour', async () => {
    const order = async (): Promise<string[]> => {
      const { $ } = await visitor.get(home);
      return $('tbody th:not([class*=tree--1]) a')
        .toArray()
        .map(link => $(link).text());
    };
    const [first = '', second = ''] = await order();
    const id = (await db.department.findFirstOrThrow({ where: { name: first } })).id;
    await visitor.submit(home, { form: `main form[action="${home}/${id}/presun"]:has([value=dolu])` });
    expect((await order()).slice(0, 2)).toEqual([second, first]);
  });
});

describe('removing a department', () => {
  test('works when it is empty', async () => {
    const id = await createDepartment(deps, { name: 'Odbor k odebrání' });
    const page = await visitor.submit(`${home}/${id}`, { form: 'main form[action$="/odebrani"]' });
    expect(page.text).toContain('Odebráno: Odbor k odebrání.');
    expect(await db.department.count({ where: { id } })).toBe(0);
  });

  test('is not offered, and says why, when it has people, cases, units or agendas', async () => {
    await createCase(deps);
    const id = await idOf('rozpoctu-a-financi');
    await createOfficer(deps, { department: 'rozpoctu-a-financi' });
    await createDepartment(deps, { parentId: id });
    const page = await visitor.get(`${home}/${id}`);
    expect(page.$('form[action$="/odebrani"]').length).toBe(0);
    const why = page.$('#odebrat').text();
    expect(why).toContain('1\u00a0oddělení');
    expect(why).toContain('1\u00a0úředník');
    expect(why).toContain('1\u00a0případ');
    expect(why).toContain('Ohlášení psa');
  });

  test('is refused when somebody came in meanwhile', async () => {
    const id = await createDepartment(deps, { name: 'Odbor, kam někdo přišel' });
    const page = await visitor.get(`${home}/${id}`);
    await createDepartment(deps, { parentId: id });
    const refused = await visitor.submit(page, { form: 'main form[action$="/odebrani"]' });
    expect(refused.status).toBe(400);
    expect(refused.$('.govuk-error-summary').text()).toContain('ještě není prázdný');
    expect(await db.department.count({ where: { id } })).toBe(1);
  });
});
