import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createFileStore } from '../../src/attachments/store.ts';
import { cleanUp } from '../../src/jobs/clean-up.ts';
import { testDatabase } from '../support/database.ts';

const { pool, db } = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'clean-up-'));
const files = createFileStore(folder);
const now = Temporal.Instant.from('2026-11-22T03:20:00Z');
const deps = { db, files, now: () => now };
const later = new Date(now.add({ hours: 1 }).epochMilliseconds);
const earlier = new Date(now.subtract({ hours: 1 }).epochMilliseconds);

let agendaVersionId: string;
beforeAll(async () => {
  const agenda = await db.agenda.create({ data: { slug: 'pes' } });
  const version = await db.agendaVersion.create({
    data: { agendaId: agenda.id, number: 1, title: 'Přihlášení psa', definition: {} },
  });
  agendaVersionId = version.id;
});
beforeEach(async () => {
  await db.draft.deleteMany();
  await db.account.deleteMany();
  await rm(path.join(folder, 'attachments'), { recursive: true, force: true });
});
afterAll(() => rm(folder, { recursive: true }));

function aDraft(expiresAt: Date, more: { filedAt?: Date; accountId?: string } = {}): Promise<{ id: string }> {
  return db.draft.create({ data: { agendaVersionId, entries: new Uint8Array([1]), expiresAt, ...more } });
}

/** As intake.ts names it; written so many hours before the night of the test. */
async function aFile(hours: number): Promise<string> {
  const id = randomUUID();
  const storageKey = `attachments/${id.slice(0, 2)}/${id}`;
  await files.put(storageKey, Readable.from(['obsah']));
  const at = new Date(now.subtract({ hours }).epochMilliseconds);
  await utimes(path.join(folder, storageKey), at, at);
  return storageKey;
}

async function storedKeys(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

async function anAttachment(draftId: string): Promise<string> {
  const storageKey = await aFile(48);
  const bytes = new Uint8Array([1]);
  await db.attachment.create({
    data: { draftId, slot: 'x', name: bytes, format: 'pdf', size: 5, sha256: bytes, storageKey },
  });
  return storageKey;
}

test('a draft past its time goes with its files, one that is not stays', async () => {
  const old = await aDraft(earlier);
  const fresh = await aDraft(later);
  await anAttachment(old.id);
  const freshFile = await anAttachment(fresh.id);
  expect(await cleanUp(deps)).toMatchObject({ drafts: 1 });
  expect(await db.draft.findMany({ select: { id: true } })).toEqual([{ id: fresh.id }]);
  expect(await storedKeys()).toEqual([freshFile]);
});

test('what was filed stays, however old', async () => {
  await aDraft(earlier, { filedAt: earlier });
  expect(await cleanUp(deps)).toMatchObject({ drafts: 0 });
  expect(await db.draft.count()).toBe(1);
});

test('a file that was not filed with its draft goes, that of an open draft stays', async () => {
  const filed = await aDraft(earlier, { filedAt: earlier });
  await anAttachment(filed.id);
  const open = await anAttachment((await aDraft(later)).id);
  expect(await cleanUp(deps)).toMatchObject({ attachments: 1 });
  expect(await storedKeys()).toEqual([open]);
  expect(await db.attachment.findMany({ select: { storageKey: true } })).toEqual([{ storageKey: open }]);
});

test('a file that never got to a draft goes after a day, with no other file', async () => {
  const owned = await anAttachment((await aDraft(later)).id);
  const onItsWay = await aFile(23);
  await aFile(25);
  await aFile(25);
  expect(await cleanUp(deps)).toMatchObject({ files: 2 });
  expect((await storedKeys()).sort()).toEqual([owned, onItsWay].sort());
});

test('a draft that is being filed at this moment is left alone', async () => {
  const { id } = await aDraft(earlier);
  const filing = await pool.connect();
  try {
    await filing.query('BEGIN');
    await filing.query('SELECT 1 FROM draft WHERE id = $1 FOR UPDATE', [id]);
    expect(await cleanUp(deps)).toMatchObject({ drafts: 0 });
  } finally {
    await filing.query('ROLLBACK');
    filing.release();
  }
  expect(await cleanUp(deps)).toMatchObject({ drafts: 1 });
});

test('more drafts than one batch all go', async () => {
  const one = { agendaVersionId, entries: new Uint8Array([1]), expiresAt: earlier };
  await db.draft.createMany({ data: Array.from({ length: 230 }, () => one) });
  expect(await cleanUp(deps)).toMatchObject({ drafts: 230 });
});

test('used and expired links go, one that still works stays', async () => {
  const { id: accountId } = await db.account.create({ data: { email: 'a@example.cz', name: 'A', passwordHash: 'x' } });
  const token = (byte: number, expiresAt: Date, usedAt: Date | null = null) =>
    db.accountToken.create({
      data: { secretHash: new Uint8Array([byte]), accountId, purpose: 'confirmEmail', expiresAt, usedAt },
    });
  await token(1, later);
  await token(2, earlier);
  await token(3, later, earlier);
  expect(await cleanUp(deps)).toMatchObject({ tokens: 2 });
  expect(await db.accountToken.count()).toBe(1);
});

test('an account that nobody confirmed in a month goes, unless it holds something', async () => {
  const createdAt = new Date(now.subtract({ hours: 31 * 24 }).epochMilliseconds);
  const account = (email: string, more: { confirmedAt?: Date; createdAt?: Date } = {}) =>
    db.account.create({ data: { email, name: 'A', passwordHash: 'x', createdAt, ...more } });
  await account('forgotten@example.cz');
  await account('new@example.cz', { createdAt: earlier });
  await account('confirmed@example.cz', { confirmedAt: earlier });
  const { id: accountId } = await account('holds-a-draft@example.cz');
  await aDraft(later, { accountId });
  expect(await cleanUp(deps)).toMatchObject({ accounts: 1 });
  const left = await db.account.findMany({ select: { email: true }, orderBy: { email: 'asc' } });
  expect(left.map(({ email }) => email)).toEqual([
    'confirmed@example.cz',
    'holds-a-draft@example.cz',
    'new@example.cz',
  ]);
});

test('questions to Identita občana go once nothing answers them', async () => {
  const ago = (minutes: number): Date => new Date(deps.now().epochMilliseconds - minutes * 60_000);
  const questions = [
    { id: '_past', expiresAt: ago(1) },
    { id: '_open', expiresAt: ago(-1) },
  ];
  await db.samlRequest.createMany({ data: questions.map(question => ({ ...question, kind: 'signIn' })) });
  expect(await cleanUp(deps)).toMatchObject({ questions: 1 });
  expect(await db.samlRequest.findMany({ select: { id: true } })).toEqual([{ id: '_open' }]);
});

test('what was asked to be confirmed and served nothing goes after a day, a proof of a filing never', async () => {
  const { id: draftId } = await aDraft(later);
  const hoursAgo = (hours: number) => new Date(now.subtract({ hours }).epochMilliseconds);
  const asked = (hours: number, isConfirmed = false) =>
    db.authorisation.create({
      data: {
        ...{ draftId, method: 'signIn', needed: 'account', documentHash: new Uint8Array(32) },
        ...{ askedAt: hoursAgo(hours), expiresAt: hoursAgo(hours) },
        ...(isConfirmed && { confirmedAt: hoursAgo(hours), level: 'account', content: new Uint8Array([1]) }),
      },
    });
  await asked(25);
  await asked(25, true);
  const { id: fresh } = await asked(23);
  await cleanUp(deps);
  expect(await db.authorisation.findMany({ select: { id: true } })).toEqual([{ id: fresh }]);
});
