import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { withdrawalQueue } from '../../src/admin/agendas/tell-of-withdrawal.ts';
import { publicationQueue } from '../../src/jobs/queues.ts';
import { startJobs } from '../../src/jobs/start.ts';
import { openMessage } from '../../src/notifications/message.ts';
import { draftOf, gateOf, passGate, seedDocument } from '../admin/agendas/admins.ts';
import { SmtpPeer } from '../notifications/smtp-peer.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen, createDraft, createOfficer } from '../support/factories.ts';

/** What the workers of a running portal do for agendas, by themselves. */

const peer = new SmtpPeer();
await peer.start();
const portal = await startPortal({ smtpUrl: peer.url });
const { deps, db } = portal;
const admin = await createOfficer(deps, {
  department: 'informatiky',
  roles: ['agendaAdmin', 'peopleAdmin', 'operator'],
});
const visitor = await portal.visitor(admin);
const slug = 'ohlaseni-psa';

let stop: () => Promise<void>;
beforeAll(async () => {
  stop = await startJobs(deps);
});
afterAll(async () => {
  await stop();
  await peer.stop();
});

const soon = { timeout: 15_000, interval: 100 };

test('a version whose time has come is published', async () => {
  portal.setNow('2026-05-04T08:00:00Z');
  const number = await draftOf(deps, admin, { ...(await seedDocument(slug)), duration: 'Do zítřka' });
  const at = { kdy: 'pozdeji', 'den-day': '5', 'den-month': '5', 'den-year': '2026', cas: '6:00' };
  await passGate(visitor, gateOf(slug, number), at);
  const version = () => db.agendaVersion.findFirstOrThrow({ where: { agenda: { slug }, number } });
  expect((await version()).status).toBe('scheduled');

  portal.setNow('2026-05-05T04:00:00Z');
  await deps.boss.send(publicationQueue); // as the schedule does, by the minute
  await vi.waitFor(async () => {
    expect((await version()).status).toBe('published');
  }, soon);
});

test('everybody with an open form is told of a withdrawal, once, however many they are', async () => {
  const holders = [];
  for (let count = 0; count < 101; count += 1) holders.push(await createCitizen(deps));
  for (const owner of holders) await createDraft(deps, { owner });
  const withdrawn = await visitor.submit(`/sprava/agendy/${slug}`, {
    form: 'main form[action$="/stazeni"]',
    fields: { zprava: 'Psa teď přihlásíte na přepážce.' },
  });
  expect(withdrawn.status).toBe(200);

  // The first batch holds a hundred, and orders the second.
  await vi.waitFor(async () => {
    const jobs = await deps.boss.findJobs(withdrawalQueue);
    expect(jobs.map(({ state }) => state)).toEqual(['completed', 'completed']);
  }, soon);
  const told = (await db.mail.findMany()).map(({ id, message }) => openMessage(deps.vault, id, message).to);
  expect(told.sort()).toEqual(holders.map(({ email }) => email).sort());
  await vi.waitFor(() => {
    expect(peer.delivered[0]?.mail.text).toContain('Psa teď přihlásíte na přepážce.');
  }, soon);
});
