import { expect, test } from 'vitest';
import { giveTask, takeOverCase } from '../../../src/cases/commands.ts';
import { startPortal } from '../../support/app.ts';
import { createCase, createDepartment, createOfficer } from '../../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
portal.setNow('2026-12-01T08:00:00Z');
const visitor = await portal.visitor(
  await createOfficer(deps, { department: 'informatiky', roles: ['agendaAdmin', 'peopleAdmin', 'operator'] }),
);
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const transport = await db.department.findUniqueOrThrow({ where: { slug: 'dopravy' } });

/** What a case of the clerk asks a department, or an officer of it, for. */
async function asked(departmentId: string, officerId: string | null = null): Promise<string> {
  const { id: caseId } = await createCase(deps);
  const command = { caseId, expectedVersion: null, actor: clerk.actor, now: deps.now() };
  await takeOverCase(deps, command);
  const until = Temporal.PlainDate.from('2026-12-10');
  const task = {
    kind: 'statement' as const,
    to: officerId === null ? { departmentId } : { officerId },
    text: 'Vadí to?',
    until,
  };
  expect(await giveTask(deps, { ...command, ...task })).toEqual({ ok: true });
  return caseId;
}
const taskOf = (caseId: string) => db.caseTask.findFirstOrThrow({ where: { caseId } });

test('what somebody who leaves was asked for stays with their department', async () => {
  const leaver = await createOfficer(deps, { department: 'dopravy', name: 'Jana Odcházející' });
  const caseId = await asked(transport.id, leaver.actor.officerId);
  expect((await taskOf(caseId)).officerId).toBe(leaver.actor.officerId);
  await visitor.submit(`/sprava/lide/${leaver.actor.officerId}/odchod`, { form: 'main form[action$="/odchod"]' });
  expect(await taskOf(caseId)).toMatchObject({ officerId: null, departmentId: transport.id, state: 'open' });
});

test('what somebody who goes to another department was asked for stays with the one they were in', async () => {
  const mover = await createOfficer(deps, { department: 'dopravy', name: 'Jana Stěhovavá' });
  const caseId = await asked(transport.id, mover.actor.officerId);
  const address = `/sprava/lide/${mover.actor.officerId}`;
  const { departmentId } = clerk.actor;
  await visitor.submit(address, { form: `main form[action="${address}"]`, fields: { departmentId } });
  expect(await db.officer.findUniqueOrThrow({ where: { id: mover.actor.officerId } })).toMatchObject({ departmentId });
  expect(await taskOf(caseId)).toMatchObject({ officerId: null, departmentId: transport.id, state: 'open' });
});

test('a department that is asked for something cannot be removed, and the page says why', async () => {
  const id = await createDepartment(deps, { name: 'Odbor s úkolem' });
  await asked(id);
  const page = await visitor.get(`/sprava/odbory/${id}`);
  expect(page.$('form[action$="/odebrani"]').length).toBe(0);
  expect(page.$('#odebrat').text()).toContain('1\u00a0úkol od jiného odboru');
});
