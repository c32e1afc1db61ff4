import { beforeAll, describe, expect, test } from 'vitest';
import { assignCase, closeCase, decideCase, takeOverCase } from '../../src/cases/commands.ts';
import { startPortal } from '../support/app.ts';
import {
  type CaseRecord,
  createCase,
  createOfficer,
  exampleEntries,
  type OfficerAccount,
} from '../support/factories.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const portal = await startPortal();
const { deps, setNow } = portal;

const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Marie Dvořáková' });
const colleague = await createOfficer(deps, { department: 'rozpoctu-a-financi', name: 'Pavel Černý' });
const elsewhere = await createOfficer(deps, { department: 'dopravy' });
const registry = await createOfficer(deps, { department: 'kancelar-tajemnika', roles: ['registry'] });
const admin = await createOfficer(deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});

const dogs = 57;
const filedDogs: CaseRecord[] = [];
let question: CaseRecord;

beforeAll(async () => {
  const dog = await exampleEntries('ohlaseni-psa');
  for (let i = 0; i < dogs; i += 1) {
    // Three a day, so that many cases are due on the same one.
    setNow(`2026-${i < 30 ? '09' : '10'}-${String(1 + (Math.floor(i / 3) % 28)).padStart(2, '0')}T08:00:00Z`);
    filedDogs.push(await createCase(deps, { entries: { ...dog, dogName: `Pes ${i}` } }));
  }
  setNow('2026-10-20T08:00:00Z');
  question = await createCase(deps, { agenda: 'zadost-o-informace' });
  setNow('2026-10-20T12:00:00Z');
}, 60_000);

test('shows the cases of the department that wait for a decision, the most urgent first', async () => {
  const page = await inbox(clerk);
  expect(page.$('h1').text()).toBe('Můj odbor');
  const dues = page
    .$('.inbox td:nth-child(6) .table__note')
    .toArray()
    .map(cell => sortable(page.$(cell).text()));
  expect(dues).toHaveLength(25);
  expect(dues).toEqual([...dues].sort());
  expect(references(page)).not.toContain(question.reference);
});

test('says in words what is overdue', async () => {
  const page = await inbox(clerk);
  expect(page.$('.inbox .tag--overdue').first().text()).toMatch(/^po termínu \d+\s(den|dny|dní)$/);
});

test('page by page shows every case once, also where many are due on one day', async () => {
  expect((await walk(clerk)).sort()).toEqual(filedDogs.map(({ reference }) => reference).sort());
});

test('the previous page is the one that was before', async () => {
  const visitor = await at(clerk);
  const first = await visitor.get('/urad');
  const second = await visitor.get(next(first) ?? '');
  const third = await visitor.get(next(second) ?? '');
  const back = await visitor.get(third.$('.pagination a[rel=prev]').attr('href') ?? '');
  expect(references(back)).toEqual(references(second));
  const start = await visitor.get(back.$('.pagination a[rel=prev]').attr('href') ?? '');
  expect(references(start)).toEqual(references(first));
  expect(start.$('.pagination a[rel=prev]').length).toBe(0);
});

test.each(['termin', '-termin', 'podani', '-podani', 'zmena', '-zmena', 'znacka', '-znacka'])(
  'ordered by %s every case is shown once, in order',
  async order => {
    const seen = await walk(clerk, `?pohled=odbor&razeni=${order}`);
    expect(seen).toHaveLength(dogs);
    const rows = await deps.db.case.findMany({ where: { reference: { in: seen } } });
    const byReference = new Map(rows.map(row => [row.reference, row]));
    const keys = seen.map(reference => {
      const row = byReference.get(reference);
      const value = { termin: row?.dueOn, podani: row?.filedAt, zmena: row?.changedAt, znacka: row?.reference };
      const key = value[order.replace('-', '') as keyof typeof value];
      return key instanceof Date ? key.toISOString() : key;
    });
    const sorted = [...keys].sort();
    expect(keys).toEqual(order.startsWith('-') ? sorted.reverse() : sorted);
  },
);

test('a page of a hundred shows them all', async () => {
  const page = await inbox(clerk, '?pohled=odbor&na-strance=100');
  expect(references(page)).toHaveLength(dogs);
  expect(page.$('.pagination').length).toBe(0);
});

test('a case decided between two pages makes none of the others be missed or shown twice', async () => {
  const visitor = await at(clerk);
  const first = await visitor.get('/urad');
  const [gone, ...kept] = references(first);
  const decided = filedDogs.find(({ reference }) => reference === gone);
  await decide(decided);
  const second = await visitor.get(next(first) ?? '');
  const third = await visitor.get(next(second) ?? '');
  const seen = [...kept, ...references(second), ...references(third)];
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(dogs - 1);
});

test('counts what waits in each list', async () => {
  const [mine] = filedDogs.slice(-1);
  await takeOver(mine);
  const page = await inbox(clerk);
  const counts = page
    .$('.side-nav__link')
    .toArray()
    .map(link => page.$(link).text().replace(/\s+/g, ' ').trim());
  const waiting = await deps.db.case.count({
    where: { departmentId: clerk.actor.departmentId, decidedAt: null },
  });
  expect(counts.slice(0, 3)).toEqual([
    `Můj odbor počet případů: ${waiting}`,
    'Moje počet případů: 1',
    `Nepřidělené počet případů: ${waiting - 1}`,
  ]);
});

test('what an officer has taken over is in their own list and no longer among the unassigned', async () => {
  const [, held] = filedDogs.slice(-2);
  expect(references(await inbox(clerk, '?pohled=moje'))).toContain(held?.reference);
  expect(await walk(clerk, '?pohled=neprirazene')).not.toContain(held?.reference);
});

test('a case assigned to an officer of another department is in their own list', async () => {
  const away = filedDogs.at(-3);
  await assignCase(deps, {
    ...(await commandOn(away)),
    to: { officerId: elsewhere.actor.officerId },
    reason: 'patří dopravě',
  });
  expect(references(await inbox(elsewhere, '?pohled=moje'))).toEqual([away?.reference]);
  expect(await walk(clerk)).not.toContain(away?.reference);
});

describe('filters', () => {
  test('by agenda, kept on the following pages and in the form', async () => {
    const page = await inbox(registry, '?pohled=vse&agenda=ohlaseni-psa');
    expect(next(page)).toContain('agenda=ohlaseni-psa');
    expect(page.$('#filtr-agenda option[selected]').attr('value')).toBe('ohlaseni-psa');
    expect(await walk(registry, '?pohled=vse&agenda=ohlaseni-psa')).not.toContain(question.reference);
    expect(references(await inbox(registry, '?pohled=vse&agenda=zadost-o-informace'))).toEqual([question.reference]);
  });

  test('by officer of the department', async () => {
    const theirs = filedDogs.at(-5);
    await takeOver(theirs, colleague);
    const page = await inbox(clerk, `?pohled=odbor&urednik=${colleague.actor.officerId}`);
    expect(references(page)).toEqual([theirs?.reference]);
  });

  test('by department, for the registry', async () => {
    const page = await inbox(registry, '?pohled=vse&odbor=kancelar-tajemnika');
    expect(references(page)).toEqual([question.reference]);
  });

  test('by state: what is decided and what is closed is shown on request only', async () => {
    const [decided, closed] = [filedDogs.at(-7), filedDogs.at(-8)];
    await decide(decided);
    await decide(closed);
    await closeCase(deps, { ...(await commandOn(closed)), note: undefined });
    const open = await walk(clerk);
    expect(open).not.toContain(decided?.reference);
    expect(open).not.toContain(closed?.reference);
    expect(await walk(clerk, '?pohled=odbor&stav=vyrizene')).toContain(decided?.reference);
    expect(await walk(clerk, '?pohled=odbor&stav=uzavrene')).toEqual([closed?.reference]);
  });

  test('by the day it is due and the day it was filed, both ends included', async () => {
    const { dueOn, filedAt } = await deps.db.case.findUniqueOrThrow({ where: { id: filedDogs[20]?.id ?? '' } });
    const due = dueOn.toISOString().slice(0, 10);
    const found = await walk(clerk, `?pohled=odbor&termin-od=${due}&termin-do=${due}`);
    expect(found).toContain(filedDogs[20]?.reference);
    expect(found.length).toBeLessThan(10);
    const filed = filedAt.toISOString().slice(0, 10);
    expect(await walk(clerk, `?pohled=odbor&podano-od=${filed}&podano-do=${filed}`)).toEqual(
      expect.arrayContaining([filedDogs[20]?.reference]),
    );
  });

  test('that fit nothing say so and offer to be cleared', async () => {
    const page = await inbox(clerk, '?pohled=odbor&agenda=zadost-o-informace');
    expect(page.text).toContain('Takový případ tu není.');
    expect(page.$('.empty-state a').attr('href')).toBe('/urad?pohled=odbor');
  });

  test.each([
    '?pohled=vse',
    '?pohled=nesmysl&stav=%27&agenda=../..&urednik=1&odbor=%00x',
    '?po=nesmysl',
    `?po=${Buffer.from("2026-02-31 '; DROP TABLE").toString('base64url')}`,
    `?po=${Buffer.from(`termin 0000-01-01 ${crypto.randomUUID()}`).toString('base64url')}`,
    '?pohled=odbor&termin-od=0000-01-01&podano-do=99999-01-01&razeni=--termin&na-strance=-1',
    '?stav=podane&stav=uzavrene&po[]=1',
  ])('an address nobody wrote (%s) shows a list, or says that it does not understand', async query => {
    const page = await inbox(clerk, query);
    expect([200, 400]).toContain(page.status);
  });
});

test('the registry sees the whole office, with the department of each case', async () => {
  const seen = await walk(registry);
  expect(seen).toContain(question.reference);
  expect(seen).toContain(filedDogs[10]?.reference);
  expect((await inbox(registry)).$('.inbox td:nth-child(7) .table__note').length).toBe(25);
});

test('a case is opened by its reference as people type it', async () => {
  const typed = question.reference.toLowerCase().replaceAll('-', ' ');
  const page = await (await at(registry)).get(`/urad?hledat=${encodeURIComponent(typed)}`);
  expect(page.path).toBe(`/urad/pripady/${question.reference}`);
  const mistyped = await inbox(registry, '?pohled=hledani&hledat=HK26-00001-Q');
  expect(mistyped.text).toContain('Ve značce je chyba.');
  expect(mistyped.$('#hledat').val()).toBe('HK26-00001-Q');
});

test('an administrator of agendas alone has no cases, and is led to the administration', async () => {
  expect((await inbox(admin)).path).toBe('/sprava');
});

const signedIn = new Map<OfficerAccount, Promise<Visitor>>();

/** Signing in takes its time on purpose, so each officer does it once. */
function at(officer: OfficerAccount): Promise<Visitor> {
  const visitor = signedIn.get(officer) ?? portal.visitor(officer);
  signedIn.set(officer, visitor);
  return visitor;
}

async function inbox(officer: OfficerAccount, query = ''): Promise<Page> {
  return (await at(officer)).get(`/urad${query}`);
}

/** The references of all pages, following the links as a person would. */
async function walk(officer: OfficerAccount, query = ''): Promise<string[]> {
  const visitor = await at(officer);
  const seen: string[] = [];
  for (let path: string | undefined = `/urad${query}`; path !== undefined;) {
    const page: Page = await visitor.get(path);
    seen.push(...references(page));
    path = next(page);
  }
  expect(new Set(seen).size).toBe(seen.length);
  return seen;
}

function references({ $ }: Page): string[] {
  return $('.inbox tbody th')
    .toArray()
    .map(cell => $(cell).find('a').text());
}

function next({ $ }: Page): string | undefined {
  return $('.pagination a[rel=next]').attr('href');
}

function sortable(day: string): string {
  const [d = '', m = '', y = ''] = day.split(/\.\s/);
  return [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-');
}

async function commandOn(record: CaseRecord | undefined) {
  const { id, version } = await deps.db.case.findUniqueOrThrow({ where: { id: record?.id ?? '' } });
  return { caseId: id, expectedVersion: version, actor: clerk.actor, now: deps.now() };
}

async function takeOver(record: CaseRecord | undefined, by = clerk): Promise<void> {
  expect(await takeOverCase(deps, { ...(await commandOn(record)), actor: by.actor })).toEqual({ ok: true });
}

async function decide(record: CaseRecord | undefined): Promise<void> {
  await takeOver(record);
  const command = { ...(await commandOn(record)), outcome: 'granted' as const, explanation: 'Vyhověli jsme.' };
  expect(await decideCase(deps, command)).toEqual({ ok: true });
}
