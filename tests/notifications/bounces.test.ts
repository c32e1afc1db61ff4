import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBoss } from '../../src/jobs/boss.ts';
import { openQueues } from '../../src/jobs/queues.ts';
import { addressDigest, isGivenUpOn } from '../../src/notifications/bounces.ts';
import { deliverMail } from '../../src/notifications/deliver.ts';
import type { MailKind } from '../../src/notifications/letters.ts';
import { enqueueMail } from '../../src/notifications/queue.ts';
import { retryMail } from '../../src/notifications/retry.ts';
import { createMailTransport } from '../../src/notifications/transport.ts';
import { createVault } from '../../src/vault/vault.ts';
import { testDatabase } from '../support/database.ts';
import { SmtpPeer } from './smtp-peer.ts';

/** Addresses that are not there, at a real mail server. */

const { url, db } = await testDatabase();
const vault = createVault('a key for tests, as long as a key must be');
const boss = createBoss({ databaseUrl: url, log: pino({ level: 'silent' }) });
let now = Temporal.Instant.from('2026-11-01T08:00:00Z');
const deps = { db, vault, boss, now: () => now, config: { publicUrl: 'http://localhost' } };
const peer = new SmtpPeer();
await peer.start();
const transport = createMailTransport({ smtpUrl: peer.url, folder: '', from: 'portal@example.cz' });

beforeAll(() => openQueues(boss));
afterAll(async () => {
  transport.close();
  await peer.stop();
  await boss.stop({ graceful: false });
});

/** A new mail to the address, and how its first attempt went. */
async function deliver(to: string, kind: MailKind = 'stateChanged') {
  const before = await db.mail.findMany({ select: { id: true } });
  await db.$transaction(tx => enqueueMail(tx, deps, { kind, to, subject: 'Novinka', text: 'Dobrý den' }));
  const { id } = await db.mail.findFirstOrThrow({ where: { id: { notIn: before.map(mail => mail.id) } } });
  const { outcome } = await deliverMail(deps, transport, id);
  return { id, outcome, mail: await db.mail.findUniqueOrThrow({ where: { id } }) };
}

async function bounced(to: string, days: string[]): Promise<void> {
  peer.refuseRecipients = true;
  for (const day of days) {
    now = Temporal.Instant.from(`${day}T08:00:00Z`);
    expect((await deliver(to)).outcome).toBe('failed');
  }
}

const isGivenUp = (to: string) => isGivenUpOn(db, addressDigest(vault, to));

test('a mailbox that does not exist is told from a server that is down', async () => {
  await bounced('nikdo@example.cz', ['2026-11-01']);
  expect(await db.mail.findFirstOrThrow({ orderBy: { id: 'desc' } })).toMatchObject({ failure: 'noMailbox' });
  const gone = new SmtpPeer();
  await gone.start();
  const down = createMailTransport({ smtpUrl: gone.url, folder: '', from: 'portal@example.cz' });
  await gone.stop();
  const { id } = await deliver('nikdo@example.cz');
  await deliverMail(deps, down, id);
  down.close();
  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ failure: 'unreachable' });
});

test('an address that bounced for a month gets no more mail', async () => {
  const to = 'mesic@example.cz';
  await bounced(to, ['2026-11-01', '2026-11-15', '2026-11-30']);
  expect(await isGivenUp(to)).toBe(false);
  await bounced(to, ['2026-12-01']);
  expect(await isGivenUp('Mesic@Example.cz ')).toBe(true);

  peer.refuseRecipients = false;
  const { outcome, mail } = await deliver(to);
  expect(outcome).toBe('givenUp');
  expect(mail).toMatchObject({ sentAt: null, failure: 'noMailbox', givenUpAt: new Date('2026-12-01T08:00:00Z') });
  expect(peer.delivered.flatMap(({ recipients }) => recipients)).not.toContain(to);
});

test('one bounce long ago is no month of bouncing', async () => {
  const to = 'jednou@example.cz';
  await bounced(to, ['2026-11-01']);
  now = Temporal.Instant.from('2027-02-01T08:00:00Z');
  expect(await isGivenUp(to)).toBe(false);
});

test('a mail that gets there ends the bouncing', async () => {
  const to = 'opraveno@example.cz';
  await bounced(to, ['2026-11-01', '2026-11-20']);
  peer.refuseRecipients = false;
  expect((await deliver(to)).outcome).toBe('sent');
  await bounced(to, ['2026-12-05']);
  expect(await isGivenUp(to)).toBe(false);
});

test('a new password is sent whatever bounced before, and shows that the mailbox is there again', async () => {
  const to = 'heslo@example.cz';
  await bounced(to, ['2026-11-01', '2026-12-02']);
  peer.refuseRecipients = false;
  expect((await deliver(to, 'resetPassword')).outcome).toBe('sent');
  expect(await isGivenUp(to)).toBe(false);
});

test('an administrator has a mail tried again in spite of a month of bouncing', async () => {
  const to = 'znovu@example.cz';
  await bounced(to, ['2026-11-01', '2026-12-02']);
  const { id } = await deliver(to);
  peer.refuseRecipients = false;
  expect(await db.$transaction(tx => retryMail(tx, deps, id))).toBe(true);
  expect(await deliverMail(deps, transport, id)).toEqual({ outcome: 'sent' });
  expect(await db.$transaction(tx => retryMail(tx, deps, id))).toBe(false);
});

test('the database knows a bouncing address by a keyed digest only', async () => {
  await bounced('tajna@example.cz', ['2026-11-01']);
  const rows = await db.bouncingAddress.findMany();
  expect(rows.some(({ digest }) => Buffer.from(digest).includes('tajna'))).toBe(false);
  expect(rows.length).toBeGreaterThan(0);
});
