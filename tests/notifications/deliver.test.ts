import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBoss } from '../../src/jobs/boss.ts';
import { openQueues } from '../../src/jobs/queues.ts';
import { deliverMail } from '../../src/notifications/deliver.ts';
import { enqueueMail, mailQueue } from '../../src/notifications/queue.ts';
import type { MailTransport, OutgoingMail } from '../../src/notifications/transport.ts';
import { createVault } from '../../src/vault/vault.ts';
import { testDatabase } from '../support/database.ts';

const { url, db } = await testDatabase();
const vault = createVault('a key for tests, as long as a key must be');
const boss = createBoss({ databaseUrl: url, log: pino({ level: 'silent' }) });
const now = Temporal.Instant.from('2026-11-22T13:00:00Z');
const deps = { db, vault, boss, now: () => now, config: { publicUrl: 'http://localhost' } };

beforeAll(() => openQueues(boss));
afterAll(() => boss.stop({ graceful: false }));

const letter = { kind: 'filed', to: 'jana.novakova@example.cz', subject: 'Přijali jsme', text: 'Dobrý den' } as const;

async function aMail(): Promise<string> {
  const before = await db.mail.findMany({ select: { id: true } });
  await db.$transaction(tx => enqueueMail(tx, deps, letter));
  const mail = await db.mail.findFirstOrThrow({ where: { id: { notIn: before.map(({ id }) => id) } } });
  return mail.id;
}

function transportThat(send: MailTransport['send']): MailTransport & { sent: OutgoingMail[] } {
  const sent: OutgoingMail[] = [];
  return {
    sent,
    async send(mail) {
      await send(mail);
      sent.push(mail);
    },
    close: () => undefined,
  };
}

const working = () => transportThat(() => Promise.resolve());

test('a mail and its job are there together or not at all', async () => {
  const mails = await db.mail.count();
  const jobs = (await boss.findJobs(mailQueue)).length;
  const failing = db.$transaction(async tx => {
    await enqueueMail(tx, deps, letter);
    throw new Error('what caused the mail has failed');
  });
  await expect(failing).rejects.toThrow('has failed');
  expect(await db.mail.count()).toBe(mails);
  expect((await boss.findJobs(mailQueue)).length).toBe(jobs);

  const mailId = await aMail();
  expect((await boss.findJobs(mailQueue, { data: { mailId } })).length).toBe(1);
});

test('what a mail says and to whom lies sealed', async () => {
  const { message } = await db.mail.findUniqueOrThrow({ where: { id: await aMail() } });
  expect(Buffer.from(message).includes('jana.novakova')).toBe(false);
});

test('a mail that was sent is not sent again', async () => {
  const mailId = await aMail();
  const transport = working();
  expect(await deliverMail(deps, transport, mailId)).toEqual({ outcome: 'sent' });
  expect(await deliverMail(deps, transport, mailId)).toEqual({ outcome: 'nothingToDo' });
  expect(transport.sent.map(({ to }) => to)).toEqual([letter.to]);
  const mail = await db.mail.findUniqueOrThrow({ where: { id: mailId } });
  expect(mail).toMatchObject({ attempts: 1, lastError: null });
  expect(mail.sentAt).toEqual(new Date(now.epochMilliseconds));
});

test('two processes that take the same mail at once send it once', async () => {
  const mailId = await aMail();
  let release = (): void => undefined;
  const released = new Promise<void>(resolve => (release = resolve));
  const slow = transportThat(() => released);
  const first = deliverMail(deps, slow, mailId);
  const second = await deliverMail(deps, slow, mailId).finally(release);
  const outcomes = [await first, second].map(({ outcome }) => outcome).sort();
  expect(outcomes).toEqual(['failed', 'sent']);
  expect(slow.sent.length).toBe(1);
});

test('a mail whose sender died in the middle is sent later', async () => {
  const mailId = await aMail();
  const lastAttemptAt = new Date(now.subtract({ minutes: 11 }).epochMilliseconds);
  await db.mail.update({ where: { id: mailId }, data: { attempts: 1, lastAttemptAt } });
  expect(await deliverMail(deps, working(), mailId)).toEqual({ outcome: 'sent' });
});

test('a failure is written down without the address, and the next attempt can succeed', async () => {
  const mailId = await aMail();
  const broken = transportThat(() => Promise.reject(new Error('550 <jana.novakova@example.cz>: mailbox full')));
  expect(await deliverMail(deps, broken, mailId)).toEqual({ outcome: 'failed', reason: '550 <…>: mailbox full' });
  expect(await db.mail.findUniqueOrThrow({ where: { id: mailId } })).toMatchObject({
    attempts: 1,
    sentAt: null,
    lastError: '550 <…>: mailbox full',
  });
  expect(await deliverMail(deps, working(), mailId)).toEqual({ outcome: 'sent' });
  expect(await db.mail.findUniqueOrThrow({ where: { id: mailId } })).toMatchObject({ attempts: 2, lastError: null });
});

test('a mail that is no longer there is nothing to do', async () => {
  const missing = '01890a5d-ac96-774b-bcce-b302099a8057';
  expect(await deliverMail(deps, working(), missing)).toEqual({ outcome: 'nothingToDo' });
});
