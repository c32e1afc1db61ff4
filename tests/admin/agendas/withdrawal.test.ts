import { beforeEach, describe, expect, test } from 'vitest';
import {
  tellOfWithdrawal,
  withdrawalQueue,
  type WithdrawalJob,
} from '../../../src/admin/agendas/tell-of-withdrawal.ts';
import { withdrawVersion } from '../../../src/admin/agendas/withdraw-version.ts';
import { findDefinition } from '../../../src/admin/agendas/queries.ts';
import { beginVersion } from '../../../src/admin/agendas/begin-version.ts';
import { publishVersion } from '../../../src/admin/agendas/publish-version.ts';
import { judge } from '../../../src/admin/agendas/judge.ts';
import { openMessage } from '../../../src/notifications/message.ts';
import { startPortal } from '../../support/app.ts';
import { createCase, createCitizen, createDraft, createOfficer } from '../../support/factories.ts';

const portal = await startPortal();
const { deps, db } = portal;
const { actor } = await createOfficer(deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});
const slug = 'ohlaseni-psa';
const message = 'Psa teď přihlásíte na přepážce v ulici ČSA.';

beforeEach(async () => {
  await db.draft.deleteMany({ where: { case: null } });
  await db.mail.deleteMany({});
});

describe('people who have begun to fill in what is withdrawn', () => {
  test('are told once each, by mail, where what they wrote can be read; nobody else is', async () => {
    const jana = await createCitizen(deps);
    const petr = await createCitizen(deps, 'Petr Svoboda');
    await createDraft(deps, { owner: jana });
    const last = await createDraft(deps, { owner: jana });
    await db.draft.update({ where: { id: last.id }, data: { updatedAt: new Date(Date.UTC(2100, 0)) } });
    await createDraft(deps);
    await createDraft(deps, { owner: petr, agenda: 'zadost-o-informace' });
    await createCase(deps, { owner: petr });
    const expired = await createDraft(deps, { owner: petr });
    await db.draft.update({ where: { id: expired.id }, data: { expiresAt: new Date(0) } });
    const trial = await createDraft(deps, { owner: petr });
    await db.draft.update({ where: { id: trial.id }, data: { trial: true } });
    await db.mail.deleteMany({});

    expect(await tellOfWithdrawal(deps, await withdrawn())).toBe(1);
    const [mail, ...others] = await db.mail.findMany();
    expect(others).toEqual([]);
    if (!mail) throw new Error('there is a mail');
    expect(mail.kind).toBe('agendaWithdrawn');
    const { to, text } = openMessage(deps.vault, mail.id, mail.message);
    expect(to).toBe(jana.email);
    expect(text).toContain(message);
    expect(text).toContain(`/podani/${last.id}`);
    await republish();
  });

  test('are told in batches, all of them', async () => {
    for (let i = 0; i < 3; i += 1) await createDraft(deps, { owner: await createCitizen(deps) });
    const job = await withdrawn();
    const accounts = await db.draft.findMany({ where: { case: null }, select: { accountId: true } });
    const [first] = accounts.map(({ accountId }) => accountId ?? '').sort();
    expect(await tellOfWithdrawal(deps, { ...job, after: first ?? '' })).toBe(2);
    await republish();
  });

  test('are not told when it is offered again before the job runs', async () => {
    await createDraft(deps, { owner: await createCitizen(deps) });
    const job = await withdrawn();
    await republish();
    expect(await tellOfWithdrawal(deps, job)).toBe(0);
  });
});

/** Withdraws what is offered; gives the job that was ordered with it. */
async function withdrawn(): Promise<WithdrawalJob> {
  const { id, number } = await db.agendaVersion.findFirstOrThrow({ where: { agenda: { slug }, status: 'published' } });
  const { fingerprint = '' } = (await findDefinition(db, id)) ?? {};
  const command = { slug, number, fingerprint, actor, now: deps.now(), message };
  expect(await withdrawVersion(deps, command)).toEqual({ ok: true });
  const jobs = await deps.boss.findJobs<WithdrawalJob>(withdrawalQueue);
  const job = jobs.find(({ data }) => data.versionId === id);
  if (!job) throw new Error('no job was ordered');
  return job.data;
}

async function republish(): Promise<void> {
  const begun = await beginVersion(deps, { slug, from: 1, actor, now: deps.now() });
  if (!begun.ok) throw new Error(begun.reason);
  const { number } = begun;
  const { id } = await db.agendaVersion.findFirstOrThrow({ where: { agenda: { slug }, number } });
  const stored = await findDefinition(db, id);
  if (!stored) throw new Error('the version was begun');
  const { warnings } = await judge(db, { ...stored, now: deps.now() });
  const reasons = Object.fromEntries(warnings.map(({ key }) => [key, 'Víme o tom.']));
  const command = { slug, number, fingerprint: stored.fingerprint, actor, now: deps.now(), reasons };
  expect(await publishVersion(deps, command)).toEqual({ ok: true });
}
