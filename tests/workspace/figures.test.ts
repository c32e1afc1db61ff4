import { beforeAll, describe, expect, test } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCase, createOfficer, type OfficerAccount } from '../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
const department = 'rozpoctu-a-financi';
const clerk = await createOfficer(deps, { department, name: 'Marie Dvořáková' });
const colleague = await createOfficer(deps, { department, name: 'Pavel Černý' });
const head = await createOfficer(deps, { department, name: 'Tomáš Procházka', roles: ['head'] });
const registry = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });
const elsewhere = await createOfficer(deps, { department: 'dopravy' });

interface Ended {
  by: OfficerAccount;
  outcome?: 'granted' | 'refused';
  ownDays?: number;
}

async function ended({ by, outcome = 'granted', ownDays = 0 }: Ended): Promise<void> {
  const { id } = await createCase(deps);
  const data = { officerId: by.actor.officerId, state: 'decided' as const, outcome, ownDays };
  await db.case.update({ where: { id }, data: { ...data, decidedAt: new Date('2026-06-20T08:00:00Z') } });
}

beforeAll(async () => {
  portal.setNow('2026-06-10T08:00:00Z');
  for (const ownDays of [2, 4, 6, 8, 30]) await ended({ by: clerk, ownDays });
  for (const ownDays of [1, 1]) await ended({ by: colleague, ownDays, outcome: 'refused' });
  const late = await createCase(deps);
  await db.case.update({
    where: { id: late.id },
    data: { dueOn: new Date('2026-06-25'), officerId: clerk.actor.officerId },
  });
  await createCase(deps);
  portal.setNow('2026-06-30T08:00:00Z');
});

async function rows(by: OfficerAccount, query = ''): Promise<string[]> {
  const { $ } = await (await portal.visitor(by)).get(`/urad/prehledy${query}`);
  const text = (element: Parameters<typeof $>[0]) => $(element).text().replaceAll(/\s+/g, ' ').trim();
  return $('.figures tbody tr')
    .toArray()
    .map(row => $(row).children().toArray().map(text).join(' | '));
}

const agenda = 'Ohlášení psa k místnímu poplatku';

describe('the figures', () => {
  test('count what came, ended, is open and overdue, and the days of the office', async () => {
    // Received, ended, granted, in part, refused, otherwise, open, overdue, half within, nine of ten within.
    const expected = [`${agenda} | 9 | 7 | 5 | 0 | 2 | 0 | 2 | 1 | 4 | 30`];
    for (const who of [clerk, head, registry]) expect(await rows(who)).toEqual(expected);
  });

  test('name officers to their head alone, and say no days of few cases', async () => {
    expect(await rows(head, '?podle=urednici')).toEqual([
      'Marie Dvořáková | 6 | 5 | 5 | 0 | 0 | 0 | 1 | 1 | 6 | 30',
      'Pavel Černý | 2 | 2 | 0 | 0 | 2 | 0 | 0 | 0 | málo případů | málo případů',
      'nikdo | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | – | –',
    ]);
    const own = await rows(clerk, '?podle=urednici');
    expect(own.map(row => row.split(' | ')[0])).toEqual(['Marie Dvořáková']);
    // By officers is nothing for those who see the whole office.
    expect(await rows(registry, '?podle=urednici')).toEqual(await rows(registry));
  });

  test('are of the own department, and of every one for the registry', async () => {
    expect(await rows(elsewhere)).toEqual([]);
    expect((await rows(registry, '?podle=odbory')).map(row => row.split(' | ')[0])).toEqual([
      'Odbor rozpočtu a financí',
    ]);
    expect(await rows(clerk, '?podle=odbory')).toEqual(await rows(clerk));
  });

  test('are of the period that was chosen', async () => {
    const [may] = await rows(clerk, '?obdobi=vlastni&od=2026-05-01&do=2026-05-31');
    expect(may).toBe(`${agenda} | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 1 | – | –`);
    const visitor = await portal.visitor(clerk);
    const page = await visitor.get('/urad/prehledy?obdobi=vlastni&od=2026-05-15&do=2026-07-02');
    const months = page.$('details table tbody tr').toArray();
    const text = months.map(row =>
      page
        .$(row)
        .children()
        .toArray()
        .map(cell => page.$(cell).text())
        .join(' | '),
    );
    expect(text).toEqual(['květen 2026 | 0 | 0', 'červen 2026 | 9 | 7', 'červenec 2026 | 0 | 0']);
    expect(page.$('svg[role=img]').length).toBe(2);
  });

  test.each([
    ['od=2026-06-30&do=2026-06-01', 'První den období musí být před posledním.'],
    ['od=2026-02-31&do=', 'Vyplňte první i\u00a0poslední den období.'],
    ['od=2001-01-01&do=2026-01-01', 'Zvolte období nejvýš 10\u00a0let.'],
  ])('say what is wrong with a period: %s', async (days, message) => {
    const page = await (await portal.visitor(clerk)).get(`/urad/prehledy?obdobi=vlastni&${days}`);
    expect(page.status).toBe(400);
    expect(page.$('.govuk-error-message').text()).toContain(message);
  });

  test('of days that are none are no spreadsheet; the page says what is wrong', async () => {
    const wrong = 'podle=urednici&obdobi=vlastni&od=2026-13-01&do=2026-12-31';
    const page = await (await portal.visitor(head)).get(`/urad/prehledy.csv?${wrong}`);
    expect(page.path).toBe(`/urad/prehledy?${wrong}`);
    expect(page.status).toBe(400);
  });

  test('go to a spreadsheet as they are on the page', async () => {
    const csv = (await (await portal.visitor(head)).get('/urad/prehledy.csv?podle=urednici')).html;
    const [heading, first, , last] = csv.replace('\uFEFF', '').split('\r\n');
    expect(heading).toContain('Úředník;Přijato;Ukončeno;');
    expect(first).toBe('Marie Dvořáková;6;5;5;0;0;0;1;1;6;30');
    expect(last).toBe('nikdo;1;0;0;0;0;0;1;0;–;–');
  });
});
