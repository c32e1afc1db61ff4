import { beforeEach, describe, expect, test } from 'vitest';
import {
  assignCase,
  changeCase,
  decideCase,
  openSubmission,
  startCase,
  takeOverCase,
} from '../../../src/cases/commands.ts';
import { watchDeadlines } from '../../../src/jobs/deadlines/watch-deadlines.ts';
import { startPortal } from '../../support/app.ts';
import {
  type CaseRecord,
  createAbsence,
  createCase,
  createDepartment,
  createOfficer,
} from '../../support/factories.ts';
import { mailsOf } from '../../support/mails-of.ts';

const portal = await startPortal();
const { deps, db } = portal;
const department = 'rozpoctu-a-financi';
const clerk = await createOfficer(deps, { department });
const head = await createOfficer(deps, { department, roles: ['head'], name: 'Tomáš Procházka' });
/** Friday; Monday to Wednesday are the three working days before. */
const dueOn = new Date('2026-12-11T00:00:00Z');

beforeEach(() => {
  portal.setNow('2026-12-01T09:00:00Z');
});

const by = (filed: CaseRecord, expectedVersion: number) => ({
  caseId: filed.id,
  expectedVersion,
  actor: clerk.actor,
  now: deps.now(),
});

async function aCase({ isHeld }: { isHeld: boolean }): Promise<CaseRecord> {
  const filed = await createCase(deps);
  if (isHeld) await takeOverCase(deps, by(filed, 1));
  await db.case.update({ where: { id: filed.id }, data: { dueOn, countedTo: dueOn } });
  return filed;
}

async function night(at: string): Promise<void> {
  portal.setNow(at);
  await watchDeadlines(deps);
  await watchDeadlines(deps);
}

const told = async ({ id }: CaseRecord, kind: string) =>
  (await mailsOf(portal, { caseId: id, kinds: [kind] })).map(({ to }) => to).sort();

describe('a case that is due on a Friday', () => {
  test('is announced to whoever has it three working days before, once', async () => {
    const filed = await aCase({ isHeld: true });
    await night('2026-12-07T03:30:00Z');
    expect(await told(filed, 'dueSoon')).toEqual([]);
    await night('2026-12-08T03:30:00Z');
    await night('2026-12-09T03:30:00Z');
    expect(await told(filed, 'dueSoon')).toEqual([clerk.email]);
    const [mail] = await mailsOf(portal, { caseId: filed.id, kinds: ['dueSoon'] });
    expect(mail?.subject).toBe(`Případ ${filed.reference} má termín 11.\u00a0prosince 2026`);
    expect(mail?.text).toContain(`/urad/pripady/${filed.reference}`);
  });

  test('is announced to who stands in, and where nobody does to the head as well', async () => {
    const [away, deputy, alone] = [
      await createOfficer(deps, { department }),
      await createOfficer(deps, { department }),
      await createOfficer(deps, { department }),
    ];
    await createAbsence(deps, { officer: away, deputy });
    await createAbsence(deps, { officer: alone });
    const deputised = await aCase({ isHeld: true });
    const unattended = await aCase({ isHeld: true });
    for (const [{ id }, { actor }] of [
      [deputised, away],
      [unattended, alone],
    ] as const) {
      await db.case.update({ where: { id }, data: { officerId: actor.officerId } });
    }
    await night('2026-12-08T03:30:00Z');
    expect(await told(deputised, 'dueSoon')).toEqual([deputy.email]);
    expect(await told(unattended, 'dueSoon')).toEqual([alone.email, head.email].sort());
  });

  test('is announced to the head when nobody has it, and the mail says so', async () => {
    const filed = await aCase({ isHeld: false });
    await night('2026-12-08T03:30:00Z');
    expect(await told(filed, 'dueSoon')).toEqual([head.email]);
    const [mail] = await mailsOf(portal, { caseId: filed.id, kinds: ['dueSoon'] });
    expect(mail?.text).toContain('Nikdo ho nemá na starosti.');
  });

  test('is told of as late on the next working day, to whoever has it and to the head, once', async () => {
    const filed = await aCase({ isHeld: true });
    await night('2026-12-11T03:30:00Z');
    await night('2026-12-12T03:30:00Z'); // Saturday
    expect(await told(filed, 'overdue')).toEqual([]);
    await night('2026-12-14T03:30:00Z');
    await night('2026-12-15T03:30:00Z');
    expect(await told(filed, 'overdue')).toEqual([clerk.email, head.email].sort());
  });

  test('is announced again when its due day is another one', async () => {
    const filed = await aCase({ isHeld: true });
    await night('2026-12-08T03:30:00Z');
    await db.case.update({ where: { id: filed.id }, data: { dueOn: new Date('2026-12-18T00:00:00Z') } });
    await night('2026-12-15T03:30:00Z');
    expect(await told(filed, 'dueSoon')).toEqual([clerk.email, clerk.email]);
    expect(await told(filed, 'overdue')).toEqual([]);
  });

  test('is not told of while its period stands still, nor after it was decided', async () => {
    const still = await aCase({ isHeld: true });
    await db.case.update({ where: { id: still.id }, data: { clockStoppedOn: new Date('2026-12-02T00:00:00Z') } });
    const decided = await aCase({ isHeld: true });
    await decideCase(deps, { ...by(decided, 2), outcome: 'granted', explanation: 'Vyhověli jsme.' });
    await night('2026-12-14T03:30:00Z');
    expect(await told(still, 'overdue')).toEqual([]);
    expect(await told(decided, 'overdue')).toEqual([]);
  });
});

test('the case of somebody who left is the head’s to hear of', async () => {
  const gone = await createOfficer(deps, { department });
  const filed = await aCase({ isHeld: false });
  const { officerId } = gone.actor;
  await assignCase(deps, { ...by(filed, 1), to: { officerId }, reason: 'zná věc' });
  await db.officer.update({ where: { id: officerId }, data: { active: false } });
  await night('2026-12-08T03:30:00Z');
  expect(await told(filed, 'dueSoon')).toEqual([head.email]);
});

test('a department without a head hears of a late case at its own address', async () => {
  const filed = await aCase({ isHeld: false });
  const other = await db.department.findUniqueOrThrow({ where: { slug: 'dotaci' } });
  await assignCase(deps, { ...by(filed, 1), to: { departmentId: other.id }, reason: 'patří tam' });
  await night('2026-12-14T03:30:00Z');
  expect(await told(filed, 'overdue')).toEqual([other.email]);
});

test('a unit without a head hears of a late case through the nearest head above, one with a head does not', async () => {
  const unit = await createDepartment(deps, { parentId: head.actor.departmentId });
  const deeper = await createDepartment(deps, { parentId: unit });
  const late = await aCase({ isHeld: false });
  await assignCase(deps, { ...by(late, 1), to: { departmentId: deeper }, reason: 'patří tam' });
  await night('2026-12-08T03:30:00Z');
  expect(await told(late, 'dueSoon')).toEqual([head.email]);
  const { slug } = await db.department.findUniqueOrThrow({ where: { id: unit } });
  const nearer = await createOfficer(deps, { department: slug, roles: ['head'] });
  await night('2026-12-14T03:30:00Z');
  expect(await told(late, 'overdue')).toEqual([nearer.email]);
});

test('two nights at the same moment tell of a case once', async () => {
  const filed = await aCase({ isHeld: true });
  portal.setNow('2026-12-08T03:30:00Z');
  await Promise.all([watchDeadlines(deps), watchDeadlines(deps)]);
  expect(await told(filed, 'dueSoon')).toEqual([clerk.email]);
});

test('no mail to the office says whose the case is', async () => {
  const filed = await aCase({ isHeld: true });
  await night('2026-12-14T03:30:00Z');
  const mails = await mailsOf(portal, { caseId: filed.id, kinds: ['overdue'] });
  expect(mails.length).toBe(2);
  const { content } = await db.submission.findUniqueOrThrow({ where: { caseId: filed.id } });
  const { applicant } = openSubmission(deps.vault, filed.id, content);
  expect(applicant.name).not.toBe('');
  for (const { text, subject } of mails) {
    for (const part of applicant.name.split(' ')) expect(subject + text).not.toContain(part);
  }
});

test('legal force is told the day after the last one to appeal, to whoever has the case', async () => {
  const filed = await aCase({ isHeld: true });
  await startCase(deps, by(filed, 2));
  await decideCase(deps, { ...by(filed, 3), outcome: 'granted', explanation: 'Vyhověli jsme.' });
  const delivery = { way: 'inPerson' as const, sentOn: '2026-12-01', takenOn: '2026-12-01' };
  expect(await changeCase(deps, by(filed, 4), { type: 'recordService', delivery })).toEqual({ ok: true });
  await night('2026-12-16T03:30:00Z');
  expect(await told(filed, 'legalForce')).toEqual([]);
  await night('2026-12-17T03:30:00Z');
  await night('2026-12-18T03:30:00Z');
  expect(await told(filed, 'legalForce')).toEqual([clerk.email]);
});
