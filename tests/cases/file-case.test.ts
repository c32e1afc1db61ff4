import { describe, expect, test } from 'vitest';
import { fileCase, openEvent, openSubmission, openSummary } from '../../src/cases/commands.ts';
import { submissionHash, submissionText } from '../../src/cases/submission.ts';
import { trackingCode } from '../../src/cases/tracking.ts';
import type { Actor } from '../../src/core/actor.ts';
import { parseReference } from '../../src/core/case/reference.ts';
import { evaluate } from '../../src/core/form/evaluate.ts';
import { openMessage } from '../../src/notifications/message.ts';
import { startPortal } from '../support/app.ts';
import { attachPdf, createCitizen, createDraft, type DraftRecord } from '../support/factories.ts';

const { deps, db } = await startPortal();
const now = Temporal.Instant.from('2026-11-22T22:59:30.123456Z');
const guest: Actor = { kind: 'guest' };

function file({ id, definition, entries }: DraftRecord, { version = 0, actor = guest, at = now } = {}) {
  const evaluation = evaluate(definition, entries, { today: Temporal.PlainDate.from('2026-11-22') });
  return fileCase(deps, { draftId: id, draftVersion: version, actor, definition, evaluation, now: at });
}

async function filed(draft: DraftRecord, options: Parameters<typeof file>[1] = {}) {
  const result = await file(draft, options);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

async function counts() {
  const [cases, submissions, events, mails, audits, jobs] = await Promise.all([
    db.case.count(),
    db.submission.count(),
    db.caseEvent.count(),
    db.mail.count(),
    db.auditRecord.count(),
    deps.pool.query<{ count: number }>('SELECT count(*)::int FROM pgboss.job').then(({ rows }) => rows[0]?.count),
  ]);
  return { cases, submissions, events, mails, audits, jobs };
}

describe('a filing', () => {
  test('is everything at once: case, frozen content, first event, attachments, audit record, mail and its job', async () => {
    const owner = await createCitizen(deps);
    const draft = await createDraft(deps, { agenda: 'zabor-verejneho-prostranstvi', owner });
    const [slot] = draft.definition.attachments;
    const attachment = await attachPdf(deps, { draftId: draft.id, slot: slot?.id ?? '', name: 'plánek.pdf' });
    const before = await counts();
    const { caseId, reference, alreadyFiled } = await filed(draft, { actor: owner.actor });

    expect(alreadyFiled).toBe(false);
    expect(parseReference(reference)).not.toBeNull();
    expect(await counts()).toEqual({
      cases: before.cases + 1,
      submissions: before.submissions + 1,
      events: before.events + 1,
      mails: before.mails + 1,
      audits: before.audits + 1,
      jobs: (before.jobs ?? 0) + 1,
    });
    const found = await db.case.findUniqueOrThrow({
      where: { id: caseId },
      include: { submission: true, events: true, attachments: true, draft: true, department: true },
    });
    expect(found).toMatchObject({ state: 'filed', version: 1, officerId: null, applicantId: owner.actor.accountId });
    expect(found.draft.filedAt).toEqual(new Date('2026-11-22T22:59:30.123Z'));
    expect(found.department.slug).toBe(draft.definition.department);
    expect(found.attachments).toMatchObject([{ id: attachment, draftId: null }]);
    const content = openSubmission(deps.vault, caseId, found.submission?.content ?? new Uint8Array());
    expect(content).toMatchObject({
      reference,
      filedAt: '2026-11-22T22:59:30.123Z',
      agenda: { slug: 'zabor-verejneho-prostranstvi', version: 1 },
      attachments: [{ id: attachment, name: 'plánek.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string }],
    });
    const audit = await db.auditRecord.findFirstOrThrow({ where: { subject: `case/${caseId}` } });
    expect(audit).toMatchObject({ action: 'caseFiled', actorKind: 'citizen', actorId: owner.actor.accountId });
  });

  test('freezes the questions as they read with the answers, under the hash of that very text', async () => {
    const { caseId } = await filed(await createDraft(deps));
    const { content, contentHash } = await db.submission.findUniqueOrThrow({ where: { caseId } });
    const text = submissionText(deps.vault, caseId, content);
    expect(Buffer.from(contentHash)).toEqual(Buffer.from(submissionHash(text)));
    const dog = openSubmission(deps.vault, caseId, content).steps.find(step => step.id === 'dog');
    expect(dog?.answers[0]).toMatchObject({ id: 'dogName', label: 'Jméno psa', lines: [expect.any(String)] });
  });

  test('sends the applicant the reference, the secret code and the way to the case', async () => {
    const { caseId, reference } = await filed(await createDraft(deps));
    const mail = await db.mail.findFirstOrThrow({ where: { caseId } });
    const message = openMessage(deps.vault, mail.id, mail.message);
    expect(mail.kind).toBe('filed');
    expect(message.subject).toContain(reference);
    expect(message.text).toContain(trackingCode(deps.vault, caseId));
    // Without an account the code opens it, and the code is never a part of an address.
    expect(message.text).toContain(`/stav?znacka=${reference}\n`);
  });

  test('is told apart by the applicant and the subject', async () => {
    const draft = await createDraft(deps);
    const { caseId } = await filed(draft);
    const { summary } = await db.case.findUniqueOrThrow({ where: { id: caseId } });
    expect(openSummary(deps.vault, caseId, summary)).toEqual({
      applicantName: draft.entries.holderName,
      subject: expect.stringContaining('Alík') as string,
    });
  });

  test('belongs to its day in Prague: 23:59:30 UTC+1 counts from the next day', async () => {
    const { caseId } = await filed(await createDraft(deps));
    const { dueOn, events } = await db.case.findUniqueOrThrow({ where: { id: caseId }, include: { events: true } });
    const event = events.map(row => openEvent(deps.vault, caseId, row))[0];
    expect(event).toMatchObject({ type: 'filed', data: { dueOn: dueOn.toISOString().slice(0, 10) } });
    expect(dueOn.toISOString().slice(0, 10)).toBe('2026-12-22');
  });

  test('begun before signing in belongs to whoever filed it', async () => {
    const owner = await createCitizen(deps);
    const { caseId } = await filed(await createDraft(deps), { actor: owner.actor });
    const { applicantId } = await db.case.findUniqueOrThrow({ where: { id: caseId } });
    expect(applicantId).toBe(owner.actor.accountId);
  });

  test('leaves behind files for attachments that are not asked for', async () => {
    const draft = await createDraft(deps);
    const stray = await attachPdf(deps, { draftId: draft.id, slot: 'notAsked' });
    const { caseId } = await filed(draft);
    expect(await db.attachment.findUniqueOrThrow({ where: { id: stray } })).toMatchObject({ caseId: null });
    expect(await db.attachment.count({ where: { caseId } })).toBe(0);
  });
});

describe('a draft is filed once', () => {
  test('twenty at the same moment make one case, one event and one mail', async () => {
    const draft = await createDraft(deps);
    const before = await counts();
    const results = await Promise.all(Array.from({ length: 20 }, () => filed(draft)));
    expect(new Set(results.map(({ reference }) => reference)).size).toBe(1);
    expect(results.filter(({ alreadyFiled }) => !alreadyFiled)).toHaveLength(1);
    const after = await counts();
    expect(after).toMatchObject({ cases: before.cases + 1, events: before.events + 1, mails: before.mails + 1 });
    expect(after.jobs).toBe((before.jobs ?? 0) + 1);
  });

  test('twenty people at once get twenty references', async () => {
    const drafts = await Promise.all(Array.from({ length: 20 }, () => createDraft(deps)));
    const results = await Promise.all(drafts.map(draft => filed(draft)));
    expect(new Set(results.map(({ reference }) => reference)).size).toBe(20);
  });

  test('a second press gives the same case, whatever version it names', async () => {
    const draft = await createDraft(deps);
    const first = await filed(draft);
    expect(await file(draft, { version: 7 })).toEqual({ ...first, alreadyFiled: true });
  });

  test('a draft that changed since the summary is not filed', async () => {
    const draft = await createDraft(deps);
    await db.draft.update({ where: { id: draft.id }, data: { version: 1 } });
    expect(await file(draft)).toEqual({ ok: false, reason: 'changed' });
    expect(await db.case.findUnique({ where: { draftId: draft.id } })).toBeNull();
  });

  test('a draft that was deleted is missing', async () => {
    const draft = await createDraft(deps);
    await db.draft.delete({ where: { id: draft.id } });
    expect(await file(draft)).toEqual({ ok: false, reason: 'missing' });
  });
});

describe('a filing of which a part fails', () => {
  test.each([
    ['the mail', 'mail', "kind <> 'filed'"],
    ['the audit record', 'audit_record', "action <> 'caseFiled'"],
    ['the event', 'case_event', "type <> 'filed'"],
    ['the submission', 'submission', 'false'],
    ['the job', 'pgboss.job', "name <> 'send-mail'"],
  ])('leaves nothing: %s', async (_part, table, check) => {
    const draft = await createDraft(deps);
    const before = await counts();
    await deps.pool.query(`ALTER TABLE ${table} ADD CONSTRAINT broken CHECK (${check}) NOT VALID`);
    try {
      await expect(file(draft)).rejects.toThrow();
    } finally {
      await deps.pool.query(`ALTER TABLE ${table} DROP CONSTRAINT broken`);
    }
    expect(await counts()).toEqual(before);
    expect(await db.draft.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({ filedAt: null });
    expect((await filed(draft)).alreadyFiled).toBe(false);
  });
});
