import { describe, expect, test } from 'vitest';
import { startPortal } from '../../support/app.ts';
import { createCase, createOfficer, createRouting, type OfficerAccount } from '../../support/factories.ts';
import type { Page } from '../../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
const visitor = await portal.visitor(
  await createOfficer(deps, { department: 'informatiky', roles: ['agendaAdmin', 'peopleAdmin', 'operator'] }),
);
const home = '/sprava/rozdelovani';
const department = 'rozpoctu-a-financi';
const agenda = 'ohlaseni-psa';
const address = `${home}/${agenda}/${department}`;
const jana = await createOfficer(deps, { department, name: 'Jana Malá' });
const petr = await createOfficer(deps, { department, name: 'Petr Velký' });
const elsewhere = await createOfficer(deps, { department: 'dopravy', name: 'Olga Cizí' });

const id = ({ actor }: OfficerAccount): string => actor.officerId;
const save = (fields: Record<string, string>): Promise<Page> => visitor.submit(address, { fields });
const stored = async () => (await db.routing.findFirst({ where: { agenda: { slug: agenda } } }))?.rule;

describe('how new cases are given out', () => {
  test('is listed for every agenda at each department of its plan, with who is named and gone', async () => {
    const gone = await createOfficer(deps, { department: 'dopravy', name: 'Ivo Odešlý' });
    await db.officer.update({ where: { id: id(gone) }, data: { active: false } });
    const rule = { by: 'fixed' as const, officerId: id(gone) };
    await createRouting(deps, { agenda: 'zabor-verejneho-prostranstvi', department: 'dopravy', rule });
    const { $ } = await visitor.get(home);
    const rows = $('tbody tr')
      .toArray()
      .map(row => $(row).text().replaceAll(/\s+/g, ' '))
      .filter(text => text.includes('Odbor dopravy') && text.includes('Ivo Odešlý'));
    expect(rows).toEqual([expect.stringContaining('Ivo Odešlý (Už tu nepracuje)')]);
    expect($(`a[href="${home}/zabor-verejneho-prostranstvi/spravy-majetku-mesta"]`).length).toBe(1);
  });

  test.each<[string, Record<string, string>, object]>([
    ['in turns', { by: 'turns' }, { by: 'turns' }],
    ['by load', { by: 'load' }, { by: 'load' }],
    ['to one officer', { by: 'fixed', officerId: id(jana) }, { by: 'fixed', officerId: id(jana) }],
    [
      'by the alphabet',
      { by: 'alphabet', [`pismena-${id(jana)}`]: 'A–H, Ř', [`pismena-${id(petr)}`]: 'Ch-Q' },
      {
        by: 'alphabet',
        ranges: [
          { from: 'A', to: 'H', officerId: id(jana) },
          { from: 'Ř', to: 'Ř', officerId: id(jana) },
          { from: 'Ch', to: 'Q', officerId: id(petr) },
        ],
      },
    ],
    [
      'by street',
      { by: 'street', field: 'holderAddress', [`ulice-${id(petr)}`]: 'Malé náměstí\r\n\r\n Gočárova  třída ' },
      {
        by: 'street',
        field: 'holderAddress',
        streets: [
          { street: 'Malé náměstí', officerId: id(petr) },
          { street: 'Gočárova třída', officerId: id(petr) },
        ],
      },
    ],
  ])('is set %s, and the form shows it again', async (_way, fields, rule) => {
    expect((await save(fields)).path).toBe(home);
    expect(await stored()).toEqual(rule);
    const { $ } = await visitor.get(address);
    expect($('[name=by][checked]').val()).toBe(fields['by']);
    if (fields['by'] === 'alphabet') expect($(`#pismena-${id(jana)}`).val()).toBe('A–H, Ř');
    if (fields['by'] === 'street') expect($(`#ulice-${id(petr)}`).val()).toBe('Malé náměstí\nGočárova třída');
  });

  test('works for the next filing, and ends when nobody is to get them', async () => {
    await save({ by: 'fixed', officerId: id(jana) });
    const first = await createCase(deps);
    await save({ by: 'nobody' });
    const second = await createCase(deps);
    const holder = async (caseId: string) => (await db.case.findUniqueOrThrow({ where: { id: caseId } })).officerId;
    expect([await holder(first.id), await holder(second.id)]).toEqual([id(jana), null]);
    expect(await stored()).toBeUndefined();
    const records = await db.auditRecord.findMany({ where: { action: 'routingChanged' }, orderBy: { id: 'desc' } });
    expect(records[0]?.details).toEqual({ agenda, department, by: 'nobody' });
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['nothing chosen', { by: '' }, 'by', 'Vyberte, jak'],
    ['a way that is none', { by: 'hvezdy' }, 'by', 'Vyberte, jak'],
    ['no officer', { by: 'fixed', officerId: '' }, 'officerId', 'Vyberte úředníka'],
    ['an officer of another department', { by: 'fixed', officerId: id(elsewhere) }, 'officerId', 'Vyberte úředníka'],
    ['no letters', { by: 'alphabet' }, `pismena-${id(jana)}`, 'kdo má která písmena'],
    ['letters that are none', { by: 'alphabet', [`pismena-${id(petr)}`]: '1–5' }, `pismena-${id(petr)}`, 'Petr Velký'],
    [
      'letters that overlap',
      { by: 'alphabet', [`pismena-${id(jana)}`]: 'A–K', [`pismena-${id(petr)}`]: 'J–Z' },
      `pismena-${id(petr)}`,
      'Písmena se překrývají: A–K, J–Z',
    ],
    ['no question for the street', { by: 'street', field: '' }, 'field', 've které je ulice'],
    ['a question without a street', { by: 'street', field: 'dogName' }, 'field', 've které je ulice'],
    ['no streets', { by: 'street', field: 'holderAddress' }, `ulice-${id(jana)}`, 'kdo má které ulice'],
    [
      'a street twice',
      {
        by: 'street',
        field: 'holderAddress',
        [`ulice-${id(jana)}`]: 'Malé náměstí',
        [`ulice-${id(petr)}`]: 'malé náměstí',
      },
      `ulice-${id(petr)}`,
      'je tu dvakrát',
    ],
    [
      'a street beyond measure',
      { by: 'street', field: 'holderAddress', [`ulice-${id(jana)}`]: 'u'.repeat(81) },
      `ulice-${id(jana)}`,
      'Zkraťte to',
    ],
  ])('is refused with %s, and what was typed stays', async (_name, fields, field, said) => {
    await db.routing.deleteMany({ where: { agenda: { slug: agenda } } });
    const page = await save(fields);
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="#${field}"]`).text()).toContain(said);
    for (const [name, value] of Object.entries(fields)) {
      if (name.startsWith('pismena') || name.startsWith('ulice')) expect(page.$(`#${name}`).val()).toBe(value);
    }
    expect(await stored()).toBeUndefined();
  });

  test.each([`${home}/nic/${department}`, `${home}/${agenda}/dopravy`, `${home}/${agenda}/nic`])(
    'is not found at %s',
    async path => {
      expect((await visitor.get(path)).status).toBe(404);
    },
  );
});
