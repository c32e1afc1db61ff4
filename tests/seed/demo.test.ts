import { expect, test } from 'vitest';
import { seed } from '../../prisma/seed/index.ts';
import { caseStates } from '../../src/core/case/states.ts';
import { demoPeople } from '../../src/demo/people.ts';
import { startPortal } from '../support/app.ts';

const portal = await startPortal({ demo: true });
const { deps } = portal;

test('the demo has people to be and cases in every state, and a second run adds nothing', async () => {
  await seed(deps, { demo: true });
  const first = await counts();
  expect(first.cases).toBeGreaterThanOrEqual(25);
  expect(Object.keys(first.states).sort()).toEqual([...caseStates].sort());
  await seed(deps, { demo: true });
  expect(await counts()).toEqual(first);
});

test('a run that was cut short goes on where it ended', async () => {
  const whole = await counts();
  const other = await startPortal({ demo: true });
  let left = 40;
  const now = () => {
    left -= 1;
    if (left < 0) throw new Error('power cut');
    return other.deps.now();
  };
  await expect(seed({ ...other.deps, now }, { demo: true })).rejects.toThrow('power cut');
  const { cases } = await counts(other.db);
  expect(cases).toBeGreaterThan(0);
  expect(cases).toBeLessThan(whole.cases);
  await seed(other.deps, { demo: true });
  const { notes, ...mended } = await counts(other.db);
  expect({ ...mended, notes: whole.notes }).toEqual(whole);
  expect(notes).toBeGreaterThan(0);
});

test('everybody of the demo can sign in with its password', async () => {
  for (const { email, name } of demoPeople) {
    const visitor = await portal.visitor({ email, password: 'Dobrý den, Hradec 2026' });
    expect((await visitor.get('/ucet')).html).toContain(name);
  }
});

test('no case of the demo happened in the future or before its filing', async () => {
  const cases = await portal.db.case.findMany({ include: { events: { orderBy: { number: 'asc' } } } });
  for (const { filedAt, events } of cases) {
    const moments = events.map(({ at }) => at.getTime());
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(moments[0]).toBe(filedAt.getTime());
    expect(moments.at(-1)).toBeLessThan(Date.now());
  }
});

async function counts(db = portal.db) {
  const states = await db.case.groupBy({ by: ['state'], _count: true });
  return {
    accounts: await db.account.count(),
    officers: await db.officer.count(),
    cases: await db.case.count(),
    events: await db.caseEvent.count(),
    notes: await db.caseNote.count(),
    mails: await db.mail.count(),
    attachments: await db.attachment.count(),
    drafts: await db.draft.count(),
    absences: await db.absence.count(),
    routings: await db.routing.count(),
    states: Object.fromEntries(states.map(({ state, _count }) => [state, _count])),
  };
}
