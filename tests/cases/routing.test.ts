import { describe, expect, test } from 'vitest';
import { moveOnCase, startCase, takeOverCase } from '../../src/cases/commands.ts';
import type { Officer } from '../../src/core/actor.ts';
import type { RoutingRule } from '../../src/core/case/routing.ts';
import { startPortal } from '../support/app.ts';
import {
  createAbsence,
  createCase,
  createCitizen,
  createOfficer,
  createRouting,
  exampleEntries,
  type CitizenAccount,
} from '../support/factories.ts';

const { deps, db, setNow } = await startPortal();
setNow('2026-05-04T08:00:00Z');

const agenda = 'ohlaseni-psa';
const department = 'rozpoctu-a-financi';
const jana = await createOfficer(deps, { department, name: 'Jana Malá' });
const petr = await createOfficer(deps, { department, name: 'Petr Velký' });
const eva = await createOfficer(deps, { department, name: 'Eva Střední', roles: ['clerk', 'head'] });
/** Of the department, and yet nobody to whom a case may go. */
const registrar = await createOfficer(deps, { department, roles: ['registry'] });
const left = await createOfficer(deps, { department });
const ofTrees = await createOfficer(deps, { department });
await db.officer.update({ where: { id: left.actor.officerId }, data: { active: false } });
const trees = await db.agenda.findUniqueOrThrow({ where: { slug: 'kaceni-drevin' } });
await db.officer.update({ where: { id: ofTrees.actor.officerId }, data: { agendaIds: [trees.id] } });

const id = (account: { actor: Officer }): string => account.actor.officerId;
const rule = (rule: RoutingRule) => createRouting(deps, { agenda, department, rule });
const holderOf = async (caseId: string): Promise<string | null> =>
  (await db.case.findUniqueOrThrow({ where: { id: caseId } })).officerId;

async function filedBy(name: string, owner?: CitizenAccount): Promise<string | null> {
  const entries = { ...(await exampleEntries(agenda)), holderName: name };
  return holderOf((await createCase(deps, { agenda, entries, ...(owner && { owner }) })).id);
}

describe('a filing', () => {
  test('waits for whoever takes it over where the office set no rule', async () => {
    expect(await filedBy('Karel Novák')).toBeNull();
  });

  test('goes in turns to those who are there, work cases and may handle the agenda', async () => {
    await rule({ by: 'turns' });
    const given = [];
    for (let i = 0; i < 6; i += 1) given.push(await filedBy('Karel Novák'));
    const round = [jana, petr, eva].map(id).sort();
    expect(given).toEqual([...round, ...round]);
  });

  test('filed at once with nineteen others is spread among all', async () => {
    await rule({ by: 'turns' });
    const given = await Promise.all(Array.from({ length: 20 }, () => filedBy('Karel Novák')));
    const counts = [jana, petr, eva].map(officer => given.filter(holder => holder === id(officer)).length);
    expect(counts.toSorted((a, b) => a - b)).toEqual([6, 7, 7]);
    const { turns } = await db.routing.findFirstOrThrow();
    expect(turns).toBe(20);
  });

  test('goes to whoever has the fewest open cases', async () => {
    await rule({ by: 'load' });
    await db.case.updateMany({ where: { officerId: id(petr) }, data: { officerId: id(jana) } });
    expect(await filedBy('Karel Novák')).toBe(id(petr));
  });

  test.each([
    ['Karel Novák', petr],
    ['Ing. Anna Adamcová, Ph.D.', jana],
    ['Petr Chaloupka', petr],
  ])('of %s goes by the surname', async (name, officer) => {
    await rule({
      by: 'alphabet',
      ranges: [
        { from: 'A', to: 'H', officerId: id(jana) },
        { from: 'Ch', to: 'Ž', officerId: id(petr) },
      ],
    });
    expect(await filedBy(name)).toBe(id(officer));
  });

  test('goes by the street of an answer', async () => {
    const { street } = (await exampleEntries(agenda))['holderAddress'] as Record<string, string>;
    await rule({ by: 'street', field: 'holderAddress', streets: [{ street: street ?? '', officerId: id(eva) }] });
    expect(await filedBy('Karel Novák')).toBe(id(eva));
  });

  test.each<[string, string, () => string | null]>([
    ['the officer who is named', '2026-05-04', () => id(jana)],
    ['the deputy while that officer is away', '2026-06-02', () => id(petr)],
    ['nobody while the deputy is away too and named none', '2026-06-10', () => null],
    ['the officer again the day after', '2026-06-16', () => id(jana)],
  ])('goes by name to %s', async (_whom, day, expected) => {
    await rule({ by: 'fixed', officerId: id(jana) });
    await createAbsence(deps, { officer: jana, deputy: petr, from: '2026-06-01', until: '2026-06-15' });
    await createAbsence(deps, { officer: petr, from: '2026-06-10', until: '2026-06-15' });
    setNow(`${day}T08:00:00Z`);
    expect(await filedBy('Karel Novák')).toBe(expected());
    setNow('2026-05-04T08:00:00Z');
    await db.absence.deleteMany();
  });

  test.each([
    ['has left', left],
    ['handles other agendas', ofTrees],
    ['works no cases', registrar],
  ])('goes by name to nobody who %s', async (_why, officer) => {
    await rule({ by: 'fixed', officerId: id(officer) });
    expect(await filedBy('Karel Novák')).toBeNull();
  });

  test('of an officer goes to nobody rather than to themselves', async () => {
    await rule({ by: 'fixed', officerId: id(jana) });
    const { actor, ...account } = jana;
    const asCitizen = { ...account, actor: { ...actor, kind: 'citizen' as const, level: 'account' as const } };
    expect(await filedBy('Jana Malá', asCitizen)).toBeNull();
  });

  test('is filed all the same when the rule cannot be read', async () => {
    await rule({ by: 'turns' });
    await db.routing.updateMany({ data: { rule: { by: 'stars' } } });
    expect(await filedBy('Karel Novák')).toBeNull();
  });
});

describe('a case that moves on to another department', () => {
  const squares = 'zabor-verejneho-prostranstvi';

  test('goes there to whom the rule of that department gives it', async () => {
    const { id: caseId, plan, clerk } = await underWay();
    const there = plan.find(step => step.department !== 'dopravy');
    if (!there) throw new Error('the plan stays in one department');
    const officers = [
      await createOfficer(deps, { department: there.department, name: 'Olga Prvá' }),
      await createOfficer(deps, { department: there.department, name: 'Ota Druhý' }),
    ];
    await createRouting(deps, { agenda: squares, department: there.department, rule: { by: 'turns' } });
    const result = await moveOnCase(deps, {
      ...{ caseId, expectedVersion: 3, actor: clerk.actor, now: deps.now() },
      ...{ to: there.id, officerId: null, reason: 'Ostatní je hotové.' },
    });
    expect(result).toEqual({ ok: true });
    const moved = await db.case.findUniqueOrThrow({ where: { id: caseId }, include: { department: true } });
    expect(moved.department.slug).toBe(there.department);
    expect(moved).toMatchObject({ state: 'filed', step: there.id, officerId: officers.map(id).sort()[0] });
  });

  test('gives nobody a turn when it is refused', async () => {
    const { id: caseId, plan, clerk } = await underWay();
    const there = plan.at(-1);
    if (!there || there.department === 'dopravy') throw new Error('the plan ends in the department it began in');
    for (const name of ['Olga Prvá', 'Ota Druhý']) await createOfficer(deps, { department: there.department, name });
    await createRouting(deps, { agenda: squares, department: there.department, rule: { by: 'turns' } });
    const turns = async () =>
      (await db.routing.findFirstOrThrow({ where: { department: { slug: there.department } } })).turns;
    const before = await turns();
    const at = { caseId, actor: clerk.actor, now: deps.now(), to: there.id, officerId: null };
    const skipped = await moveOnCase(deps, { ...at, expectedVersion: 3, reason: '' });
    expect(skipped).toMatchObject({ refusal: { code: 'skipUnexplained' } });
    expect(await moveOnCase(deps, { ...at, expectedVersion: 2, reason: 'Hotovo.' })).toHaveProperty('conflict');
    expect(await turns()).toBe(before);
  });

  test('stays with its officer when the next step is of the same department', async () => {
    const { id: caseId, plan, clerk } = await underWay();
    const there = plan.slice(1).find(step => step.department === 'dopravy');
    if (!there) throw new Error('the plan has no second step of the department');
    await moveOnCase(deps, {
      ...{ caseId, expectedVersion: 3, actor: clerk.actor, now: deps.now() },
      ...{ to: there.id, officerId: null, reason: 'Ostatní je hotové.' },
    });
    expect(await holderOf(caseId)).toBe(id(clerk));
  });

  test('is refused for a step that is not in the plan', async () => {
    const { id: caseId, clerk } = await underWay();
    const at = { caseId, expectedVersion: 3, actor: clerk.actor, now: deps.now() };
    const command = { ...at, to: 'nic', officerId: null, reason: '' };
    expect(await moveOnCase(deps, command)).toMatchObject({ refusal: { code: 'noSuchStep' } });
  });

  async function underWay() {
    const owner = await createCitizen(deps);
    const { id: caseId } = await createCase(deps, { agenda: squares, owner });
    const clerk = await createOfficer(deps, { department: 'dopravy' });
    const { agendaVersionId } = await db.case.findUniqueOrThrow({ where: { id: caseId } });
    const { plan } = await deps.definitions.of(agendaVersionId);
    await takeOverCase(deps, { caseId, expectedVersion: 1, actor: clerk.actor, now: deps.now() });
    await startCase(deps, { caseId, expectedVersion: 2, actor: clerk.actor, now: deps.now() });
    return { id: caseId, plan, clerk };
  }
});
