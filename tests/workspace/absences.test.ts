import { afterEach, describe, expect, test } from 'vitest';
import { saveAbsence } from '../../src/workspace/absences/save.ts';
import { startPortal } from '../support/app.ts';
import { createAbsence, createOfficer, type OfficerAccount } from '../support/factories.ts';
import type { Page } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-12-01T08:00:00Z');

const department = 'rozpoctu-a-financi';
const jana = await createOfficer(deps, { department, name: 'Jana Nováková' });
const petr = await createOfficer(deps, { department, name: 'Petr Černý' });
const head = await createOfficer(deps, { department, name: 'Tomáš Procházka', roles: ['clerk', 'head'] });
const elsewhere = await createOfficer(deps, { department: 'dopravy', name: 'Petra Benešová' });
const address = '/urad/nepritomnost';

const id = ({ actor }: OfficerAccount): string => actor.officerId;
const day = (name: 'od' | 'do', text: string): Record<string, string> => {
  const { day, month, year } = Temporal.PlainDate.from(text);
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) };
};
const away = (from: string, until: string, zastup = ''): Record<string, string> => ({
  ...day('od', from),
  ...day('do', until),
  zastup,
});
const form = `main form[action="${address}"]`;

async function set(as: OfficerAccount, fields: Record<string, string>): Promise<Page> {
  return (await portal.visitor(as)).submit(address, { form, fields });
}

afterEach(() => db.absence.deleteMany());

describe('an absence', () => {
  test('is set by the officer, with a deputy, and is in the audit', async () => {
    const page = await set(jana, away('2026-12-05', '2026-12-10', id(petr)));
    expect(page.path).toBe(address);
    expect(page.$('tbody th a').text()).toContain('Jana Nováková');
    expect(page.$('tbody td').text()).toContain('5.\u00a012.\u00a02026 – 10.\u00a012.\u00a02026');
    expect(page.$('tbody td').text()).toContain('Petr Černý');
    const record = await db.auditRecord.findFirstOrThrow({ where: { subject: `officer/${id(jana)}` } });
    expect(record).toMatchObject({ action: 'absenceSet', actorId: id(jana), details: { deputyId: id(petr) } });
  });

  test('is set by the head for people of the department, and for nobody else', async () => {
    const page = await set(head, { kdo: id(jana), ...away('2026-12-05', '2026-12-10', id(petr)) });
    expect(page.$('tbody tr').text()).toContain('Jana Nováková');
    const refused = await set(head, { kdo: id(elsewhere), ...away('2026-12-05', '2026-12-10') });
    expect(refused.status).toBe(400);
    expect(refused.$('.govuk-error-summary a').text()).toBe('Vyberte někoho ze svého odboru.');
    expect((await set(jana, { kdo: id(petr), ...away('2026-12-05', '2026-12-10') })).status).toBe(400);
    expect(await db.absence.count()).toBe(1);
  });

  test('of a colleague is no business of a clerk', async () => {
    const absence = await createAbsence(deps, { officer: petr });
    const visitor = await portal.visitor(jana);
    expect((await visitor.get(`${address}/${absence}`)).status).toBe(404);
    expect((await visitor.get(address)).$('tbody').text()).toBe('');
  });

  test('can be changed while it goes on, and its past stays when it is cancelled', async () => {
    const absence = await createAbsence(deps, { officer: jana, deputy: petr, from: '2026-11-20', until: '2026-12-20' });
    const visitor = await portal.visitor(jana);
    const page = await visitor.get(`${address}/${absence}`);
    expect(page.$('#od-day').val()).toBe('20');
    expect(page.$('#zastup option[selected]').text()).toContain('Petr Černý');
    await visitor.submit(page, { form: `main form[action$="${absence}"]`, fields: day('do', '2026-12-15') });
    expect(await untilOf(absence)).toBe('2026-12-15');
    await visitor.submit(`${address}/${absence}`, { form: 'main form[action$="/zruseni"]' });
    expect(await untilOf(absence)).toBe('2026-11-30');
    expect((await visitor.get(`${address}/${absence}`)).status).toBe(404);
  });

  test('that was cancelled meanwhile is not brought back by an older form', async () => {
    const absence = await createAbsence(deps, { officer: jana, deputy: petr, from: '2026-12-20', until: '2026-12-22' });
    const now = deps.now();
    const old = {
      ...{ officerId: id(jana), deputyId: id(petr) },
      ...{ from: Temporal.PlainDate.from('2026-12-20'), until: Temporal.PlainDate.from('2026-12-24') },
    };
    await db.absence.delete({ where: { id: absence } });
    expect(await saveAbsence(deps, { id: absence, absence: old, actor: jana.actor, now })).toEqual({
      ok: false,
      isGone: true,
    });
    expect(await db.absence.count()).toBe(0);
  });

  test('that has not begun is gone when it is cancelled', async () => {
    const absence = await createAbsence(deps, { officer: jana, from: '2026-12-20', until: '2026-12-22' });
    const visitor = await portal.visitor(jana);
    await visitor.submit(`${address}/${absence}`, { form: 'main form[action$="/zruseni"]' });
    expect(await db.absence.count()).toBe(0);
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['without days', { 'od-day': '', 'od-month': '', 'od-year': '' }, '#od-day', 'Zadejte datum „První den“'],
    ['with a day that does not exist', { ...day('do', '2026-12-10'), 'do-day': '32' }, '#do-day', 'od 1 do 31'],
    ['that ends before it begins', away('2026-12-10', '2026-12-05'), '#do-day', '10.\u00a012.\u00a02026 nebo pozdější'],
    ['that is over', away('2026-11-10', '2026-11-15'), '#do-day', 'dnešní nebo pozdější'],
    ['with oneself as the deputy', away('2026-12-05', '2026-12-10', id(jana)), '#zastup', 'musí někdo jiný'],
    ['with a deputy who is not there', away('2026-12-05', '2026-12-10', 'nikdo'), '#zastup', 'ze seznamu'],
  ])('%s is refused, and what was typed stays', async (_name, fields, href, said) => {
    const page = await set(jana, { ...away('2026-12-05', '2026-12-10'), ...fields });
    expect(page.status).toBe(400);
    expect(page.$(`.govuk-error-summary a[href="${href}"]`).text()).toContain(said);
    expect(page.$('#do-year').val()).toBe('2026');
    expect(await db.absence.count()).toBe(0);
  });

  test('whose deputies come round in a circle is refused, naming them', async () => {
    await createAbsence(deps, { officer: petr, deputy: elsewhere, from: '2026-12-08', until: '2026-12-20' });
    await createAbsence(deps, { officer: elsewhere, deputy: jana, from: '2026-12-01', until: '2026-12-20' });
    const page = await set(jana, away('2026-12-05', '2026-12-10', id(petr)));
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-summary a[href="#zastup"]').text()).toBe(
      'Od\u00a08.\u00a0prosince 2026 by se zástup vracel dokola: Jana Nováková » Petr Černý » Petra Benešová » Jana Nováková. Vyberte jiný zástup.',
    );
    expect(page.$('#zastup option[selected]').text()).toContain('Petr Černý');
  });

  test('of two who name each other at the same moment, one is refused', async () => {
    const days = away('2026-12-05', '2026-12-10');
    const pages = await Promise.all([
      set(jana, { ...days, zastup: id(petr) }),
      set(petr, { ...days, zastup: id(jana) }),
    ]);
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await db.absence.count()).toBe(1);
  });
});

test('the head is warned of who has no deputy, with the cases that would wait', async () => {
  await createAbsence(deps, { officer: jana, from: '2026-12-05', until: '2026-12-10' });
  await createAbsence(deps, { officer: petr, deputy: jana, from: '2026-12-20', until: '2026-12-22' });
  await createAbsence(deps, { officer: elsewhere, from: '2026-12-05', until: '2026-12-10' });
  const warning = (await (await portal.visitor(head)).get(address)).$('.notification--warning').text();
  expect(warning).toContain('Jana Nováková');
  expect(warning).toContain('0\u00a0otevřených případů');
  expect(warning).not.toMatch(/Petr Černý|Petra Benešová/);
});

test('a long list goes on behind its last row', async () => {
  await db.absence.createMany({
    data: Array.from({ length: 51 }, (_row, i) => ({
      officerId: id(jana),
      fromOn: new Date('2027-01-01'),
      untilOn: new Date(Date.UTC(2027, 0, 1 + (i % 3))),
    })),
  });
  const visitor = await portal.visitor(jana);
  const first = await visitor.get(address);
  expect(first.$('tbody tr').length).toBe(50);
  const second = await visitor.get(first.$('.pagination a[rel=next]').attr('href') ?? '');
  expect(second.$('tbody tr').length).toBe(1);
  expect((await visitor.get(`${address}?po=nesmysl`)).$('tbody tr').length).toBe(50);
});

async function untilOf(absence: string): Promise<string> {
  const { untilOn } = await db.absence.findUniqueOrThrow({ where: { id: absence } });
  return untilOn.toISOString().slice(0, 10);
}
