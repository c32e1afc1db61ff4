import { beforeEach, expect, test } from 'vitest';
import { changeCase, openSubmission, startCase, takeOverCase, writeMessage } from '../../../src/cases/commands.ts';
import { missSupplements } from '../../../src/jobs/deadlines/miss-supplements.ts';
import { watchDeadlines } from '../../../src/jobs/deadlines/watch-deadlines.ts';
import { startPortal } from '../../support/app.ts';
import { createCase, createCitizen, createOfficer, type CaseRecord } from '../../support/factories.ts';
import { mailsOf } from '../../support/mails-of.ts';

const portal = await startPortal();
const { deps, db } = portal;
const owner = await createCitizen(deps);
const clerk = await createOfficer(deps, { department: 'rozpoctu-a-financi' });
const until = '2026-12-10';

beforeEach(() => {
  portal.setNow('2026-12-01T09:00:00Z');
});

/** A case whose applicant is to mend something by the tenth of December. */
async function awaiting(): Promise<CaseRecord> {
  const filed = await createCase(deps, { owner });
  const by = (expectedVersion: number) => ({
    caseId: filed.id,
    expectedVersion,
    actor: clerk.actor,
    now: deps.now(),
  });
  await takeOverCase(deps, by(1));
  await startCase(deps, by(2));
  const item = { kind: 'answer' as const, id: 'cip', label: 'Číslo čipu', problem: 'chybí číslice' };
  const asked = await changeCase(deps, by(3), {
    type: 'requestSupplement',
    items: [item],
    until: Temporal.PlainDate.from(until),
    consequence: 'Řízení zastavíme.',
    suspends: false,
  });
  expect(asked).toEqual({ ok: true });
  return filed;
}

const stateOf = (id: string) =>
  db.case.findUniqueOrThrow({ where: { id }, select: { state: true, awaitingUntil: true, version: true } });

const reminders = async ({ id }: CaseRecord) =>
  (await mailsOf(portal, { caseId: id, kinds: ['supplementReminder'] })).map(({ to, subject }) => ({ to, subject }));

test('the applicant is reminded three days before the last day and on it, once each', async () => {
  const filed = await awaiting();
  const { content } = await db.submission.findUniqueOrThrow({ where: { caseId: filed.id } });
  const { applicant } = openSubmission(deps.vault, filed.id, content);
  const soon = `Podání ${filed.reference} doplňte do 10.\u00a0prosince 2026`;
  const today = `Podání ${filed.reference} doplňte ještě dnes`;
  const expected: [string, string[]][] = [
    ['2026-12-06T04:30:00Z', []],
    ['2026-12-07T04:30:00Z', [soon]],
    ['2026-12-08T04:30:00Z', [soon]],
    ['2026-12-10T04:30:00Z', [soon, today]],
    ['2026-12-10T22:59:00Z', [soon, today]],
  ];
  for (const [night, subjects] of expected) {
    portal.setNow(night);
    await watchDeadlines(deps);
    await watchDeadlines(deps);
    expect(await reminders(filed)).toEqual(subjects.map(subject => ({ to: applicant.email, subject })));
  }
  expect(await stateOf(filed.id)).toMatchObject({ state: 'awaitingApplicant' });
});

test('after the last day the case goes on, its history says so and the applicant is told', async () => {
  const filed = await awaiting();
  portal.setNow('2026-12-10T22:59:59Z'); // a second before midnight in Prague
  await watchDeadlines(deps);
  expect(await stateOf(filed.id)).toMatchObject({ state: 'awaitingApplicant' });

  portal.setNow('2026-12-10T23:00:00Z');
  await watchDeadlines(deps);
  expect(await stateOf(filed.id)).toEqual({ state: 'inProgress', awaitingUntil: null, version: 5 });
  const event = await db.caseEvent.findFirstOrThrow({ where: { caseId: filed.id, number: 5 } });
  expect(event).toMatchObject({ type: 'supplementMissed', actorKind: 'system' });
  const [mail] = (await mailsOf(portal, { caseId: filed.id, kinds: ['stateChanged'] })).slice(-1);
  expect(mail?.text).toContain('Doplnění nepřišlo');
});

test('a night that runs twice, or at the same time twice, ends a call once', async () => {
  const filed = await awaiting();
  portal.setNow('2026-12-11T03:30:00Z');
  await Promise.all([missSupplements(deps), missSupplements(deps)]);
  expect(await missSupplements(deps)).toBe(0);
  expect(await db.caseEvent.count({ where: { caseId: filed.id, type: 'supplementMissed' } })).toBe(1);
});

test('a case that fails holds up none of the others', async () => {
  const broken = await awaiting();
  const whole = await awaiting();
  await deps.pool.query(
    `CREATE FUNCTION break_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF NEW.case_id = '${broken.id}' THEN RAISE EXCEPTION 'broken'; END IF; RETURN NEW; END $$;
     CREATE TRIGGER break_one BEFORE INSERT ON case_event FOR EACH ROW EXECUTE FUNCTION break_one();`,
  );
  portal.setNow('2026-12-11T03:30:00Z');
  try {
    expect(await missSupplements(deps)).toBe(1);
  } finally {
    await deps.pool.query('DROP TRIGGER break_one ON case_event');
  }
  expect(await stateOf(broken.id)).toMatchObject({ state: 'awaitingApplicant', version: 4 });
  expect(await stateOf(whole.id)).toMatchObject({ state: 'inProgress' });
  expect(portal.log()).toContain(broken.id);
  // The next night finds what is left.
  expect(await missSupplements(deps)).toBe(1);
  expect(await stateOf(broken.id)).toMatchObject({ state: 'inProgress' });
});

test('what the applicant wrote meanwhile still waits to be looked at after the supplement was missed', async () => {
  const filed = await awaiting();
  const message = { caseId: filed.id, actor: owner.actor, now: deps.now(), text: 'Číslo čipu ještě nemám.', files: [] };
  expect(await writeMessage(deps, message)).toEqual({ ok: true });
  const answered = async () => (await db.case.findUniqueOrThrow({ where: { id: filed.id } })).answeredAt;
  const before = await answered();
  expect(before).not.toBeNull();
  portal.setNow('2026-12-11T04:00:00Z');
  await missSupplements(deps);
  expect(await stateOf(filed.id)).toMatchObject({ state: 'inProgress' });
  expect(await answered()).toEqual(before);
});
