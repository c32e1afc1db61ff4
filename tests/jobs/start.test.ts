import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, expect, test, vi } from 'vitest';
import { createDefinitions } from '../../src/agendas/definitions.ts';
import { createFileStore } from '../../src/attachments/store.ts';
import type { Config } from '../../src/config.ts';
import { readSettings } from '../../src/config/read.ts';
import type { Deps } from '../../src/deps.ts';
import { createBoss } from '../../src/jobs/boss.ts';
import { cleanUpQueue, deadlineQueue, digestQueue, publicationQueue } from '../../src/jobs/queues.ts';
import { startJobs } from '../../src/jobs/start.ts';
import { enqueueMail, mailQueue } from '../../src/notifications/queue.ts';
import { createVault } from '../../src/vault/vault.ts';
import { testDatabase } from '../support/database.ts';
import { SmtpPeer } from '../notifications/smtp-peer.ts';

const { url, pool, db } = await testDatabase();
const dataDir = await mkdtemp(path.join(tmpdir(), 'jobs-'));
const secretKey = 'a key for tests, as long as a key must be';
afterAll(() => rm(dataDir, { recursive: true }));

function depsWith(smtpUrl: string | undefined): Deps {
  const reading = readSettings({ NODE_ENV: 'test', DATA_DIR: dataDir });
  if (!reading.ok) throw new Error(reading.message);
  const config: Config = { ...reading.settings, secretKey, smtpUrl };
  const log = pino({ level: 'silent' });
  return {
    config,
    db,
    pool,
    boss: createBoss({ databaseUrl: url, log }),
    now: () => Temporal.Now.instant(),
    vault: createVault(secretKey),
    files: createFileStore(path.join(dataDir, 'files')),
    definitions: createDefinitions(db),
    log,
  };
}

const write = (deps: Deps, to: string) =>
  db.$transaction(tx => enqueueMail(tx, deps, { kind: 'filed', to, subject: 'Přijali jsme', text: 'Dobrý den' }));

const soon = { timeout: 15_000, interval: 100 };

test('a mail server that is down delays mail, and holds up nothing else', async () => {
  const peer = new SmtpPeer();
  await peer.start();
  await peer.stop();
  const deps = depsWith(peer.url);
  const stop = await startJobs(deps);
  try {
    await write(deps, 'jana.novakova@example.cz');
    await write(deps, 'petr.svoboda@example.cz');
    await vi.waitFor(async () => {
      expect(await db.mail.count({ where: { attempts: 1, lastError: { contains: 'ECONNREFUSED' } } })).toBe(2);
    }, soon);
    await vi.waitFor(async () => {
      expect((await deps.boss.findJobs(mailQueue)).map(({ state }) => state)).toEqual(['retry', 'retry']);
    }, soon);

    await peer.start();
    await pool.query('UPDATE pgboss.job SET start_after = now() WHERE name = $1', [mailQueue]); // minutes go by
    await vi.waitFor(() => {
      expect(peer.delivered.flatMap(({ recipients }) => recipients).sort()).toEqual([
        'jana.novakova@example.cz',
        'petr.svoboda@example.cz',
      ]);
    }, soon);
    await vi.waitFor(async () => {
      expect(await db.mail.count({ where: { attempts: 2, sentAt: { not: null }, lastError: null } })).toBe(2);
    }, soon);
  } finally {
    await stop();
    await peer.stop();
  }
});

test('a recipient that is refused holds up no other mail', async () => {
  const peer = new SmtpPeer();
  await peer.start();
  peer.refuseRecipients = true;
  const deps = depsWith(peer.url);
  const stop = await startJobs(deps);
  try {
    await write(deps, 'nikdo@example.cz');
    await vi.waitFor(async () => {
      expect(await db.mail.count({ where: { lastError: { contains: 'no such mailbox' } } })).toBe(1);
    }, soon);
    expect(await db.mail.count({ where: { lastError: { contains: 'nikdo@' } } })).toBe(0);
    peer.refuseRecipients = false;
    await write(deps, 'jana.novakova@example.cz');
    await vi.waitFor(() => {
      expect(peer.delivered.map(({ recipients }) => recipients)).toEqual([['jana.novakova@example.cz']]);
    }, soon);
  } finally {
    await stop();
    await peer.stop();
  }
});

test('without a mail server mail is written to the data folder', async () => {
  const deps = depsWith(undefined);
  const stop = await startJobs(deps);
  try {
    await write(deps, 'jana.novakova@example.cz');
    await vi.waitFor(async () => {
      const files = await readdir(path.join(dataDir, 'mail')).catch(() => []);
      expect(files.filter(name => name.endsWith('.eml')).length).toBe(1);
    }, soon);
  } finally {
    await stop();
  }
});

test('a mail is tried for about two days and then given up; cleaning up is planned for every night, publishing for every minute', async () => {
  const deps = depsWith(undefined);
  const stop = await startJobs(deps);
  try {
    const queue = await deps.boss.getQueue(mailQueue);
    expect(queue).toMatchObject({ retryLimit: 30, retryDelay: 60, retryBackoff: true, retryDelayMax: 7200 });
    expect(await deps.boss.getSchedules(cleanUpQueue)).toMatchObject([
      { cron: '20 3 * * *', timezone: 'Europe/Prague' },
    ]);
    expect(await deps.boss.getSchedules(deadlineQueue)).toMatchObject([
      { cron: '30 4 * * *', timezone: 'Europe/Prague' },
    ]);
    expect(await deps.boss.getSchedules(digestQueue)).toMatchObject([
      { cron: '30 6 * * 1-5', timezone: 'Europe/Prague' },
    ]);
    expect(await deps.boss.getSchedules(publicationQueue)).toMatchObject([{ cron: '* * * * *' }]);
  } finally {
    await stop();
  }
});
