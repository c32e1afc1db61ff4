import { beforeEach, describe, expect, test } from 'vitest';
import {
  addNote,
  assignCase,
  closeCase,
  decideCase,
  openNote,
  startCase,
  takeOverCase,
} from '../../src/cases/commands.ts';
import { openMessage } from '../../src/notifications/message.ts';
import { startPortal } from '../support/app.ts';
import { createCase, createCitizen, createOfficer, type CaseRecord } from '../support/factories.ts';
import { waitingFor } from '../support/waiting-for.ts';

const { deps, db } = await startPortal();
const department = 'rozpoctu-a-financi';
const owner = await createCitizen(deps);
const clerk = await createOfficer(deps, { department, name: 'Marie Dvořáková' });
const colleague = await createOfficer(deps, { department, name: 'Petr Malý' });
const stranger = await createOfficer(deps, { department: 'dotaci' });
const now = Temporal.Instant.from('2026-11-23T09:00:00Z');

let filed: CaseRecord;
beforeEach(async () => {
  filed = await createCase(deps, { owner });
});

const by = (officer: typeof clerk, expectedVersion: number) => ({
  caseId: filed.id,
  expectedVersion,
  actor: officer.actor,
  now,
});

function stored() {
  return db.case.findUniqueOrThrow({ where: { id: filed.id } });
}

/** The newest to the applicant. */
async function lastMail() {
  const mail = await db.mail.findFirstOrThrow({
    where: { caseId: filed.id, kind: { notIn: ['newCase', 'arrived'] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return { kind: mail.kind, ...openMessage(deps.vault, mail.id, mail.message) };
}

async function trace() {
  const [events, audits, mails] = await Promise.all([
    db.caseEvent.findMany({ where: { caseId: filed.id }, orderBy: { number: 'asc' } }),
    db.auditRecord.findMany({ where: { subject: `case/${filed.id}` }, orderBy: { id: 'asc' } }),
    db.mail.findMany({ where: { caseId: filed.id }, orderBy: { createdAt: 'asc' } }),
  ]);
  return {
    events: events.map(({ type }) => type),
    audits: audits.map(({ action }) => action),
    mails: mails.map(({ kind }) => kind),
  };
}

describe('a case from filing to its end', () => {
  test('each step changes the case, its history, the audit and tells the applicant', async () => {
    expect(await takeOverCase(deps, by(clerk, 1))).toEqual({ ok: true });
    expect(await stored()).toMatchObject({ state: 'takenOver', officerId: clerk.actor.officerId, version: 2 });
    expect(await lastMail()).toMatchObject({
      kind: 'assigned',
      text: expect.stringMatching(/Marie Dvořáková, .*telefon \+420 495 707 111/) as string,
    });

    expect(await startCase(deps, by(clerk, 2))).toEqual({ ok: true });
    const decision = { outcome: 'granted' as const, explanation: 'Vyhověli jsme.' };
    expect(await decideCase(deps, { ...by(clerk, 3), ...decision })).toEqual({ ok: true });
    expect(await stored()).toMatchObject({
      state: 'decided',
      outcome: 'granted',
      decidedAt: new Date('2026-11-23T09:00:00Z'),
    });
    expect(await closeCase(deps, { ...by(clerk, 4), note: 'spis založen' })).toEqual({ ok: true });
    expect(await stored()).toMatchObject({ state: 'closed', closedAt: new Date('2026-11-23T09:00:00Z'), version: 5 });

    const { events, audits, mails } = await trace();
    expect(events).toEqual(['filed', 'takenOver', 'started', 'decided', 'closed']);
    expect(audits).toEqual(['caseFiled', 'caseTakenOver', 'caseStarted', 'caseDecided', 'caseClosed']);
    // That a decided case was put away is the office's own matter.
    expect(mails.toSorted()).toEqual(['assigned', 'decided', 'filed', 'stateChanged']);
  });

  test('handing over names the new officer with their phone and the department', async () => {
    const { officerId } = colleague.actor;
    const result = await assignCase(deps, { ...by(clerk, 1), to: { officerId }, reason: 'zná věc' });
    expect(result).toEqual({ ok: true });
    expect(await stored()).toMatchObject({ state: 'filed', officerId });
    expect(await lastMail()).toMatchObject({ kind: 'assigned', text: expect.stringContaining('Petr Malý') as string });
  });

  test('handing over to another department without an officer says which department', async () => {
    const target = await db.department.findUniqueOrThrow({ where: { slug: 'dotaci' } });
    const command = { to: { departmentId: target.id }, reason: 'patří tam' };
    expect(await assignCase(deps, { ...by(clerk, 1), ...command })).toEqual({ ok: true });
    expect(await stored()).toMatchObject({ departmentId: target.id, officerId: null });
    expect(await lastMail()).toMatchObject({
      kind: 'stateChanged',
      text: expect.stringContaining(target.name) as string,
    });
  });
});

describe('two clerks at once', () => {
  test('the second is told what has happened since, and changes nothing', async () => {
    await takeOverCase(deps, by(colleague, 1));
    const result = await takeOverCase(deps, by(clerk, 1));
    expect(result).toMatchObject({
      ok: false,
      conflict: { version: 2, events: [{ type: 'takenOver', actor: { name: 'Petr Malý' } }] },
    });
    expect(await stored()).toMatchObject({ version: 2, officerId: colleague.actor.officerId });
  });

  test('of ten at the same moment one succeeds', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => takeOverCase(deps, by(clerk, 1))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(result => 'conflict' in result)).toHaveLength(9);
    expect((await trace()).events).toEqual(['filed', 'takenOver']);
  });
});

describe('what is refused leaves no trace', () => {
  test.each([
    ['an officer of another department', () => takeOverCase(deps, by(stranger, 1)), 'notAllowed'],
    ['the applicant', () => takeOverCase(deps, { ...by(clerk, 1), actor: owner.actor }), 'notAllowed'],
    [
      'deciding what nobody has taken over',
      () => decideCase(deps, { ...by(clerk, 1), outcome: 'granted', explanation: 'ano' }),
      'wrongState',
    ],
    [
      'an officer who is not there',
      () => assignCase(deps, { ...by(clerk, 1), to: { officerId: filed.id }, reason: 'x' }),
      'officerOfAnotherDepartment',
    ],
  ])('%s', async (_what, attempt, code) => {
    const before = await trace();
    expect(await attempt()).toMatchObject({ ok: false, refusal: { code } });
    expect(await trace()).toEqual(before);
  });

  test('an officer who has left is not given cases', async () => {
    const gone = await createOfficer(deps, { department });
    await db.officer.update({ where: { id: gone.actor.officerId }, data: { active: false } });
    const { officerId } = gone.actor;
    const result = await assignCase(deps, { ...by(clerk, 1), to: { officerId }, reason: 'x' });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'officerLeft' } });
  });

  test('an officer who is leaving at that moment is not given cases either', async () => {
    const leaving = await createOfficer(deps, { department });
    const { officerId } = leaving.actor;
    const client = await deps.pool.connect();
    await client.query('BEGIN');
    await client.query('UPDATE officer SET active = FALSE WHERE id = $1', [officerId]);
    const assigning = assignCase(deps, { ...by(clerk, 1), to: { officerId }, reason: 'x' });
    await expect.poll(async () => waitingFor(client)).toBe(1);
    await client.query('COMMIT');
    client.release();
    expect(await assigning).toMatchObject({ ok: false, refusal: { code: 'officerLeft' } });
  });

  test('a change whose mail cannot be written does not happen', async () => {
    await deps.pool.query(`ALTER TABLE mail ADD CONSTRAINT broken CHECK (kind <> 'assigned') NOT VALID`);
    try {
      await expect(takeOverCase(deps, by(clerk, 1))).rejects.toThrow();
    } finally {
      await deps.pool.query('ALTER TABLE mail DROP CONSTRAINT broken');
    }
    expect(await stored()).toMatchObject({ state: 'filed', version: 1 });
    expect((await trace()).events).toEqual(['filed']);
  });
});

describe('a note', () => {
  test('is sealed, audited without its words, and makes nobody’s page old', async () => {
    const result = await addNote(deps, { caseId: filed.id, actor: clerk.actor, text: 'volal syn', now });
    expect(result).toEqual({ ok: true });
    const note = await db.caseNote.findFirstOrThrow({ where: { caseId: filed.id } });
    expect(openNote(deps.vault, note.id, note.text)).toBe('volal syn');
    expect(Buffer.from(note.text).includes('volal')).toBe(false);
    const audit = await db.auditRecord.findFirstOrThrow({
      where: { action: 'caseNoted', subject: `case/${filed.id}` },
    });
    expect(audit.details).toEqual({ reference: filed.reference, noteId: note.id });
    expect(await stored()).toMatchObject({ version: 1 });
  });

  test('of an officer who may not see the case is refused', async () => {
    const result = await addNote(deps, { caseId: filed.id, actor: stranger.actor, text: 'x', now });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
    expect(await db.caseNote.count({ where: { caseId: filed.id } })).toBe(0);
  });
});
