import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailTransport, type MailTransport, type OutgoingMail } from '../../src/notifications/transport.ts';
import { SmtpPeer } from './smtp-peer.ts';

const from = 'portal@hradeckralove.example';
const mail: OutgoingMail = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  createdAt: new Date('2026-11-22T13:03:27Z'),
  to: 'jana.novakova@example.cz',
  subject: 'Příliš žluťoučký kůň „úpěl“ 🐴',
  text: 'Dobrý den,\n\nhttps://portal.example.cz/potvrzeni-emailu?token=' + 'a'.repeat(80) + '\n\n.\nKonec\n',
};

const peer = new SmtpPeer();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mail-'));
  await peer.start();
});
afterAll(async () => {
  await peer.stop();
  await rm(folder, { recursive: true });
});

const overSmtp = (): MailTransport => createMailTransport({ smtpUrl: peer.url, folder, from });
const toFiles = (inside = 'mail'): MailTransport =>
  createMailTransport({ smtpUrl: undefined, folder: path.join(folder, inside), from });

test('a mail server gets the letter word for word, from the office', async () => {
  const transport = overSmtp();
  await transport.send(mail);
  transport.close();
  const received = peer.delivered.at(-1);
  expect(received?.recipients).toEqual([mail.to]);
  expect(received?.mail.subject).toBe(mail.subject);
  expect(received?.mail.text).toBe(mail.text);
  expect(received?.mail.date).toEqual(mail.createdAt);
  expect(received?.mail.from?.value).toEqual([{ address: from, name: 'Magistrát města Hradec Králové' }]);
  expect(received?.mail.headers.get('auto-submitted')).toBe('auto-generated');
});

test('the same mail sent again is the same message to the recipient', async () => {
  const transport = overSmtp();
  await transport.send(mail);
  await transport.send(mail);
  transport.close();
  const ids = peer.delivered.slice(-2).map(received => received.mail.messageId);
  expect(ids).toEqual([`<${mail.id}@hradeckralove.example>`, `<${mail.id}@hradeckralove.example>`]);
});

test('without a mail server a mail is one whole file that only the portal may read', async () => {
  const transport = toFiles();
  await transport.send(mail);
  await transport.send(mail);
  const names = await readdir(path.join(folder, 'mail'));
  expect(names).toEqual([`${mail.id}.eml`]);
  const file = path.join(folder, 'mail', `${mail.id}.eml`);
  expect((await stat(file)).mode & 0o077).toBe(0);
  const parsed = await simpleParser(await readFile(file));
  expect(parsed.subject).toBe(mail.subject);
  expect(parsed.text).toBe(mail.text);
  expect(parsed.to && 'value' in parsed.to && parsed.to.value[0]?.address).toBe(mail.to);
});

test('a line break in an address or a subject adds neither a header nor a recipient', async () => {
  const transport = overSmtp();
  const forged = { ...mail, to: 'a@example.cz\r\nBcc: b@example.cz', subject: 'Ahoj\r\nX-Own: 1' };
  const before = peer.delivered.length;
  await transport.send(forged).catch(() => undefined);
  transport.close();
  for (const { recipients, mail: received } of peer.delivered.slice(before)) {
    expect(recipients).not.toContain('b@example.cz');
    expect(received.headers.has('x-own')).toBe(false);
  }
});

test('an address with a comma is one recipient', async () => {
  const transport = overSmtp();
  const before = peer.delivered.length;
  await transport.send({ ...mail, to: 'a@example.cz, b@example.cz' }).catch(() => undefined);
  transport.close();
  for (const { recipients } of peer.delivered.slice(before)) expect(recipients.length).toBe(1);
});
