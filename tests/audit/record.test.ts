import { describe, expect, test } from 'vitest';
import { auditActions } from '../../src/audit/actions.ts';
import { recordAudit } from '../../src/audit/record.ts';
import type { Actor } from '../../src/core/actor.ts';
import { testDatabase } from '../support/database.ts';

const { db } = await testDatabase();
const at = Temporal.Instant.from('2026-11-22T13:03:27.500Z');
const accountId = '0196a6b0-0000-7000-8000-000000000001';
const officerId = '0196a6b0-0000-7000-8000-000000000002';

describe('the audit', () => {
  test.each<[Actor, string | null]>([
    [{ kind: 'guest' }, null],
    [{ kind: 'citizen', accountId, name: 'Jana', level: 'account' }, accountId],
    [
      {
        kind: 'officer',
        accountId,
        officerId,
        name: 'Marie',
        departmentId: officerId,
        units: [],
        roles: ['clerk'],
        standsInFor: [],
      },
      officerId,
    ],
    [{ kind: 'system' }, null],
  ])('names who acted by id, not by name: $kind', async (actor, actorId) => {
    const subject = `case/${actor.kind}`;
    await recordAudit(db, { actor, at, action: 'caseStarted', subject, details: { reference: 'HK26-00123-K' } });
    const record = await db.auditRecord.findFirstOrThrow({ where: { subject } });
    expect(record).toMatchObject({ actorKind: actor.kind, actorId, at: new Date('2026-11-22T13:03:27.500Z') });
    expect(record.details).toEqual({ reference: 'HK26-00123-K' });
  });

  test.each(Object.entries(auditActions))('keeps ids and references, no words of people: %s', (_action, sentence) => {
    const named = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const harmless = [
      'reference',
      'other',
      'agenda',
      'version',
      'outcome',
      'departmentId',
      'officerId',
      'noteId',
      'attachmentId',
      'rule',
      'path',
      'publishAt',
      'step',
      'until',
      'dueOn',
      'way',
      'appeal',
      'result',
      'correctionId',
      'messageId',
      'letterId',
      'state',
      'count',
      'mailId',
      'passkeyId',
      'taskId',
      'view',
      'format',
      'references',
      ...['provider', 'method', 'slug', 'templateId', 'roles', 'cases', 'department', 'by', 'deputyId', 'from'],
      ...['organisationId', 'membershipId', 'invitationId', 'role', 'mandateId'],
    ];
    expect(named.filter(name => !harmless.includes(name ?? ''))).toEqual([]);
  });

  test('is undone with what it tells of', async () => {
    const subject = 'case/undone';
    const details = { reference: 'HK26-00123-K' };
    const attempt = db.$transaction(async tx => {
      await recordAudit(tx, { actor: { kind: 'system' }, at, action: 'caseStarted', subject, details });
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    expect(await db.auditRecord.count({ where: { subject } })).toBe(0);
  });
});
