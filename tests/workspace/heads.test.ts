import { beforeAll, describe, expect, test } from 'vitest';
import { assignCase, giveTask, takeOverCase } from '../../src/cases/commands.ts';
import type { Entries } from '../../src/core/form/answers.ts';
import { startPortal } from '../support/app.ts';
import {
  type CaseRecord,
  createCase,
  createDepartment,
  createOfficer,
  exampleEntries,
  type OfficerAccount,
} from '../support/factories.ts';
import type { Page } from '../support/visitor.ts';

/** A head works the cases of the units below, however deep; nobody those above or beside them. */

const portal = await startPortal();
const { deps, db } = portal;
const department = 'rozpoctu-a-financi';
const { id: above } = await db.department.findUniqueOrThrow({ where: { slug: department } });
const unit = await createUnit('Oddělení poplatků', above);
const deeper = await createUnit('Referát psů', unit.id);
const sibling = await createUnit('Oddělení rozpočtu', above);

const chief = await createOfficer(deps, { department, roles: ['head'], name: 'Tomáš Procházka' });
const clerk = await createOfficer(deps, { department });
const ofUnit = await createOfficer(deps, { department: unit.slug, name: 'Petr Černý' });
const headOfUnit = await createOfficer(deps, { department: unit.slug, roles: ['head'] });
const headBeside = await createOfficer(deps, { department: sibling.slug, roles: ['head'] });

let own: CaseRecord;
let below: CaseRecord;
let lowest: CaseRecord;

beforeAll(async () => {
  portal.setNow('2026-06-01T08:00:00Z');
  own = await createCase(deps);
  const entries = { ...(await exampleEntries('ohlaseni-psa')), dogName: 'Žeryk' };
  below = await caseOf(unit.id, entries);
  lowest = await caseOf(deeper.id);
});

describe('the inbox', () => {
  test('of a head has the cases of the units too, and counts them', async () => {
    const all = [own, below, lowest].map(({ reference }) => reference);
    for (const view of ['odbor', 'neprirazene']) {
      const page = await get(chief, `/urad?pohled=${view}`);
      expect(references(page)).toEqual(all);
      expect(page.$('.side-nav__link[aria-current] .side-nav__count').text()).toContain('3');
      expect(page.text).toContain('Referát psů');
    }
    expect(references(await get(headOfUnit, '/urad'))).toEqual([below.reference, lowest.reference]);
    expect(references(await get(clerk, '/urad'))).toEqual([own.reference]);
    expect(references(await get(headBeside, '/urad'))).toEqual([]);
  });

  test('is narrowed to one unit, and offers the people of all of them', async () => {
    const page = await get(chief, `/urad?pohled=odbor&odbor=${deeper.slug}`);
    expect(references(page)).toEqual([lowest.reference]);
    expect(page.$('select[name=odbor] option').length).toBe(5);
    expect(page.$(`select[name=urednik] option[value="${ofUnit.actor.officerId}"]`).length).toBe(1);
    expect((await get(clerk, '/urad')).$('select[name=odbor]').length).toBe(0);
  });

  test('finds cases of units by words, within the list and everywhere', async () => {
    for (const view of ['odbor', 'hledani']) {
      expect(references(await get(chief, `/urad?pohled=${view}&hledat=zeryk`))).toEqual([below.reference]);
      expect(references(await get(headBeside, `/urad?pohled=${view}&hledat=zeryk`))).toEqual([]);
    }
  });

  test('is turned page by page through all the units, there and back', async () => {
    const departments = [above, unit.id, deeper.id];
    const more: CaseRecord[] = [];
    for (let at = 0; at < 27; at += 1) more.push(await caseOf(departments[at % 3] ?? above));
    for (const [at, { id }] of more.entries()) {
      await db.case.update({ where: { id }, data: { dueOn: new Date(`2026-09-${String(27 - at).padStart(2, '0')}`) } });
    }
    const whole = references(await get(chief, '/urad?na-strance=100'));
    expect(whole).toEqual([...[own, below, lowest], ...more.toReversed()].map(({ reference }) => reference));
    const first = await get(chief, '/urad');
    const second = await get(chief, first.$('a[rel=next]').attr('href') ?? '');
    expect([...references(first), ...references(second)]).toEqual(whole);
    const back = await get(chief, second.$('a[rel=prev]').attr('href') ?? '');
    expect(references(back)).toEqual(references(first));
    await db.case.updateMany({
      where: { id: { in: more.map(({ id }) => id) } },
      data: { departmentId: sibling.id },
    });
  });
});

describe('a case of a unit', () => {
  test('is handed over by the head above, and not found by the head beside', async () => {
    const found = await caseOf(deeper.id);
    const address = `/urad/pripady/${found.reference}`;
    expect((await get(headBeside, address)).status).toBe(404);
    const fields = { komu: `urednik:${ofUnit.actor.officerId}`, duvod: 'Má na to čas.' };
    await (await portal.visitor(chief)).submit(address, { form: 'main form[action$="/prideleni"]', fields });
    const after = await db.case.findUniqueOrThrow({ where: { id: found.id } });
    expect([after.officerId, after.departmentId]).toEqual([ofUnit.actor.officerId, unit.id]);
  });

  test('is handed over with others at once', async () => {
    const [one, other] = [await caseOf(unit.id), await caseOf(deeper.id)];
    const visitor = await portal.visitor(chief);
    await visitor.post('/urad/hromadne?pohled=odbor', [
      ['_csrf', await visitor.token()],
      ['krok', 'prideleni'],
      ['komu', `urednik:${ofUnit.actor.officerId}`],
      ['duvod', 'Má na to čas.'],
      ...[one, other].map(({ reference }): [string, string] => ['pripad', `${reference}.2`]),
    ]);
    const held = await db.case.count({
      where: { id: { in: [one.id, other.id] }, officerId: ofUnit.actor.officerId },
    });
    expect(held).toBe(2);
  });

  test('has a letter that the head above approves', async () => {
    const found = await caseOf(unit.id);
    const address = `/urad/pripady/${found.reference}`;
    await takeOverCase(deps, { caseId: found.id, expectedVersion: 2, actor: ofUnit.actor, now: deps.now() });
    const author = await portal.visitor(ofUnit);
    const fields = { druh: 'decision', nazev: 'Rozhodnutí', text: '# Výrok' };
    await author.submit(`${address}/dopisy/novy`, { form: 'form[data-letter-form]', fields });
    const { id } = await db.caseLetter.findFirstOrThrow({ where: { caseId: found.id } });
    const letter = `${address}/dopisy/${id}`;
    await author.submit(letter, { form: 'form[data-letter-form]', fields: { krok: 'schvaleni' } });
    expect((await get(headBeside, '/urad/schvalovani')).$(`a[href="${letter}"]`).length).toBe(0);
    expect((await get(headBeside, letter)).status).toBe(404);
    expect((await get(chief, '/urad/schvalovani')).$(`a[href="${letter}"]`).length).toBe(1);
    await (await portal.visitor(chief)).submit(letter, { form: 'form[action$="/souhlas"]' });
    expect(await db.caseLetter.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'approved' });
  });

  test('is on the figures of the head above, by departments and officers', async () => {
    const names = async (by: string): Promise<string[]> => {
      const { $ } = await get(chief, `/urad/prehledy?podle=${by}`);
      return $('.figures tbody th')
        .toArray()
        .map(cell => $(cell).text().trim());
    };
    expect(await names('odbory')).toEqual(expect.arrayContaining(['Oddělení poplatků', 'Referát psů']));
    expect(await names('urednici')).toContain('Petr Černý');
  });
});

test('what a unit is asked for waits for the heads above, and for none beside', async () => {
  const asking = await createCase(deps);
  const command = { caseId: asking.id, actor: clerk.actor, now: deps.now() };
  await takeOverCase(deps, { ...command, expectedVersion: 1 });
  const until = Temporal.PlainDate.from('2026-06-20');
  const task = { kind: 'statement' as const, to: { departmentId: deeper.id }, text: 'Sedí počet psů?', until };
  expect(await giveTask(deps, { ...command, expectedVersion: 2, ...task })).toEqual({ ok: true });
  for (const asked of [headOfUnit, chief]) expect((await get(asked, '/urad/ukoly')).text).toContain(asking.reference);
  expect((await get(headBeside, '/urad/ukoly')).text).not.toContain(asking.reference);
  expect((await get(headOfUnit, `/urad/pripady/${asking.reference}`)).$('form[action$="/vyjadreni"]').length).toBe(1);
});

test('a case of the department above is not found by the head of a unit', async () => {
  expect((await get(headOfUnit, `/urad/pripady/${own.reference}`)).status).toBe(404);
  expect((await get(chief, `/urad/pripady/${own.reference}`)).status).toBe(200);
});

test('who is no head any more has no units from the next page on', async () => {
  const visitor = await portal.visitor(headOfUnit);
  expect((await visitor.get(`/urad/pripady/${lowest.reference}`)).status).toBe(200);
  await db.officer.update({ where: { id: headOfUnit.actor.officerId }, data: { roles: ['clerk'] } });
  expect((await visitor.get(`/urad/pripady/${lowest.reference}`)).status).toBe(404);
});

async function createUnit(name: string, parentId: string): Promise<{ id: string; slug: string }> {
  return db.department.findUniqueOrThrow({ where: { id: await createDepartment(deps, { name, parentId }) } });
}

/** A new one, passed on by a clerk of the department above. */
async function caseOf(departmentId: string, entries?: Entries): Promise<CaseRecord> {
  const filed = await createCase(deps, entries ? { entries } : {});
  if (departmentId === above) return filed;
  const command = { caseId: filed.id, expectedVersion: 1, actor: clerk.actor, now: deps.now() };
  expect(await assignCase(deps, { ...command, to: { departmentId }, reason: 'Patří jim.' })).toEqual({
    ok: true,
  });
  return filed;
}

async function get(officer: OfficerAccount, address: string): Promise<Page> {
  return (await portal.visitor(officer)).get(address);
}

function references({ $ }: Page): string[] {
  return $('.inbox tbody th')
    .toArray()
    .map(cell => $(cell).find('a').text());
}
